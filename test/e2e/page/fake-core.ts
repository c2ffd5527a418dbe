import type { Handlers, PushPayload } from '../../../shared/contract/define.ts'
import { fakeCredentialHandlers } from './fake-credentials.ts'
import { fakeFileHandlers } from './fake-files.ts'
import { fakeDiagnosisHandlers } from './fake-diagnosis.ts'
import { fakeNetcheckHandlers } from './fake-netcheck.ts'
import { fakeRehearsalHandlers } from './fake-rehearsal.ts'
import { fakeGroupHandlers } from './fake-groups.ts'
import { fakeImportHandlers } from './fake-imports.ts'
import { fakeNoticeHandlers } from './fake-notices.ts'
import { fakeActivationHandlers, fakeAssignmentHandlers } from './fake-assignments.ts'
import { fakeProfileHandlers } from './fake-profiles.ts'
import { fakeReconcileHandlers } from './fake-reconcile.ts'
import { fakeReportHandlers } from './fake-reports.ts'
import { fakeRegistrationHandlers } from './fake-registration-tokens.ts'
import { createFakeSettings, fakeAbout } from './fake-settings.ts'
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import type { SyncRun } from '../../../shared/model/sync-run.ts'
import type { KeyPair, Token, TokenRemoval } from '../../../shared/model/token.ts'
import type { pageContract } from '../../../renderer/lib/api.ts'
import { fakeDeviceHandlers } from './fake-devices.ts'
import { fakeProgress, fakeRun, fakeRunChanges, fakeRuns, fakeSchedules } from './fake-sync.ts'
import { FAKE_ACCOUNT, fakeKeyPair, fakeRemovals, fakeToken } from './fake-tokens.ts'
import { createFakeVault } from './fake-vault.ts'
import { stagedPairs, type Scene } from './scenes.ts'

type PageContract = typeof pageContract
type Push = <N extends keyof PageContract & string, K extends keyof PageContract[N] & string>(
  noun: N,
  verb: K,
  payload: PushPayload<PageContract[N][K]>,
) => void

/** Names of dropped files that make the import fail, and how. */
const FAILING_FILES: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  'other-key.p7m': ['token-file.other-key', 'it was made for the certificate with serial number 0a41'],
  'certificate.pem': ['token-file.not-a-token', 'it is a certificate, such as the one saved in an earlier step'],
  'terms.p7m': ['terms.not-accepted', ''],
  'offline.p7m': ['net.unreachable', 'mdmenrollment.apple.com could not be found'],
  'same-server.p7m': ['token.already-connected', 'this server is connected as Global devices at /Global'],
  'other-server.p7m': ['token.other-server', 'this belongs to another server than Retail iPads'],
}

/** A core without disk, network or memory of its own: it answers every call of the page from a scene. */
export function createFakeCore(scene: Scene) {
  let push: Push = () => {}
  const vault = createFakeVault(scene, (status) => push('vault', 'changed', status))
  let tokens = scene.tokens === 'broken' ? [] : [...scene.tokens]
  let staged: readonly KeyPair[] = stagedPairs(scene)
  let removing: readonly TokenRemoval[] = []

  const requireToken = (id: string): Token => {
    const token = tokens.find((known) => known.id === id)
    if (!token) throw new AppError('token.not-found', 'there is no such token')
    return token
  }

  const handlers: Handlers<PageContract> = {
    app: {
      about: () => fakeAbout(scene),
      reportFault: () => null,
      doctor: () => ({
        version: '0.1.0',
        dataDir: '/home/admin/.ade-desk',
        store: { rows: scene.deviceCount, sizeBytes: 412_000_000, integrity: 'ok', schemaVersion: 10 },
        vault: scene.vault.state,
        runtime: {},
      }),
    },
    vault,
    tokens: {
      list: () => {
        if (scene.tokens === 'broken') throw new Error('made to fail')
        return tokens
      },
      stagedKeys: () => staged,
      createKey: ({ name }) => {
        const key = fakeKeyPair(name, Date.now())
        staged = [key, ...staged]
        return key
      },
      discardKey: ({ keyId }) => {
        staged = staged.filter(({ id }) => id !== keyId)
        return null
      },
      importFile: async ({ fileName, name = 'Unnamed', offline }) => {
        await pause(700)
        const failure = FAILING_FILES[fileName]
        if (failure && !offline) throw new AppError(...failure)
        const renewed = tokens.some((token) => token.name === name)
        const token = fakeToken({ name, daysLeft: 365, ...(offline ? { state: 'unverified', orgName: null } : {}) })
        tokens = [token, ...tokens.filter((known) => known.name !== name)]
        staged = staged.filter((key) => key.name !== name)
        return { token, renewed }
      },
      verify: async ({ tokenId }) => {
        await pause(300)
        const token = requireToken(tokenId)
        if (token.state === 'terms-not-accepted') throw new AppError('terms.not-accepted', '')
        return { token, account: FAKE_ACCOUNT, clockSkewSeconds: 1 }
      },
      setContacts: ({ tokenId, owner, deputy }) => {
        const changed = { ...requireToken(tokenId), owner, deputy }
        tokens = tokens.map((token) => (token.id === tokenId ? changed : token))
        return changed
      },
      removals: () => [...(scene.sync === 'running' ? fakeRemovals() : []), ...removing],
      remove: async ({ tokenId }, { report }) => {
        const { name } = requireToken(tokenId)
        removing = [{ id: tokenId, name, since: Date.now() }]
        tokens = tokens.filter(({ id }) => id !== tokenId)
        push('tokens', 'changed', { ids: [tokenId] })
        for (let looked = 0; looked < 1_000_000; looked += 62_500) {
          report({ looked, total: 1_000_000 })
          await pause(150)
        }
        removing = []
        return null
      },
    },
    credentials: fakeCredentialHandlers(
      () => tokens,
      () => push('credentials', 'changed', null),
      scene,
    ),
    files: fakeFileHandlers(),
    imports: fakeImportHandlers(),
    reconcile: fakeReconcileHandlers(scene, () => push('reconcile', 'changed', null)),
    reports: fakeReportHandlers(scene, {
      changed: () => push('reports', 'changed', null),
      progressed: (work) => push('reports', 'progress', work),
    }),
    registrationTokens: fakeRegistrationHandlers((serials) => push('registrationTokens', 'changed', { serials })),
    devices: fakeDeviceHandlers(scene),
    sync: {
      run: async ({ tokenId }, { signal, report }) => {
        const token = requireToken(tokenId)
        for (let received = 1000; received <= 40_000; received += 1000) {
          await pause(100)
          if (signal.aborted) return fakeRun(token, 0, { state: 'cancelled' })
          report(fakeProgress(token, received))
          push('sync', 'progress', fakeProgress(token, received))
        }
        return fakeRun(token, 0)
      },
      cancel: () => null,
      running: () => (scene.sync === 'running' && tokens[0] ? [fakeProgress(tokens[0], 412_000)] : []),
      runs: () => (scene.isFaulty ? [{} as SyncRun] : fakeRuns(tokens, scene.sync)), // to see what the page then says
      runChanges: ({ runId }) => fakeRunChanges(runId.endsWith('-5') ? 212 : 0),
      schedules: () => fakeSchedules(tokens),
      setInterval: ({ tokenId, intervalMinutes }) => ({
        ...fakeSchedules([requireToken(tokenId)])[0]!,
        ...(intervalMinutes === null ? {} : { intervalMinutes, intervalFrom: 'token' as const }),
      }),
    },
    groups: fakeGroupHandlers(scene.groups, () => push('groups', 'changed', null)),
    settings: createFakeSettings(scene, (settings) => push('settings', 'changed', settings)),
    notices: fakeNoticeHandlers(scene, () => tokens),
    profiles: fakeProfileHandlers(scene, () => push('profiles', 'changed', null)),
    activation: fakeActivationHandlers(),
    assignments: fakeAssignmentHandlers(scene),
    diagnosis: fakeDiagnosisHandlers(scene, (id) => push('diagnosis', 'changed', { id })),
    netcheck: fakeNetcheckHandlers(),
    rehearsal: fakeRehearsalHandlers(),
    shell: {
      info: () => ({ shell: scene.shell, platform: 'linux' }),
      chooseSavePath: ({ suggestedName }) => `/home/admin/Documents/${suggestedName}`,
      saveText: () => null,
      savePdf: () => null,
      openLink: () => null,
      revealFile: () => null,
      chooseOpenPath: () => '/home/admin/Documents/backup.adebackup',
      openFolder: () => null,
      saveDiagnostics: () => null,
      openDemo: () => null,
      leaveDemo: () => null,
    },
  }
  return { handlers, connect: (pushTo: Push) => (push = pushTo) }
}

function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs))
}
