import type { Handlers, PushPayload } from '../../../shared/contract/define.ts'
import { fakeGroupHandlers } from './fake-groups.ts'
import { fakeNoticeHandlers } from './fake-notices.ts'
import { fakeProfileHandlers } from './fake-profiles.ts'
import { createFakeSettings, fakeAbout } from './fake-settings.ts'
import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import type { KeyPair, Token } from '../../../shared/model/token.ts'
import type { pageContract } from '../../../renderer/lib/api.ts'
import { fakeDevice, fakeFacets, fakeTimeLine, indexOf, matching } from './fake-devices.ts'
import { fakeProgress, fakeRun, fakeRuns, fakeSchedules } from './fake-sync.ts'
import { FAKE_ACCOUNT, fakeKeyPair, fakeToken } from './fake-tokens.ts'
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
  'other-server.p7m': ['token.other-server', 'this belongs to another server than Retail iPads'],
}

/** A core without disk, network or memory of its own: it answers every call of the page from a scene. */
export function createFakeCore(scene: Scene) {
  let push: Push = () => {}
  const vault = createFakeVault(scene, (status) => push('vault', 'changed', status))
  let tokens = scene.tokens === 'broken' ? [] : [...scene.tokens]
  let staged: readonly KeyPair[] = stagedPairs(scene)
  const views = new Map<number, Uint32Array>()

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
      remove: ({ tokenId }) => {
        tokens = tokens.filter(({ id }) => id !== tokenId)
        return null
      },
    },
    devices: {
      openView: ({ filter, sort }) => {
        const view = views.size
        const rows = matching(scene.deviceCount, filter, sort)
        views.set(view, rows)
        return { view, total: rows.length, revision: 1 }
      },
      rows: async ({ view, offset, limit }) => {
        await pause(offset === 0 ? 0 : scene.laterRowsDelayMs)
        const rows = views.get(view)
        if (!rows) throw new AppError('view.gone', 'the view was closed')
        return [...rows.subarray(offset, offset + limit)].map((index) => fakeDevice(index, scene.hasStrangeTexts))
      },
      closeView: ({ view }) => {
        views.delete(view)
        return null
      },
      facets: () => fakeFacets(scene.deviceCount),
      show: ({ serial }) => {
        const index = indexOf(serial, scene.deviceCount)
        if (index === undefined) throw new AppError('device.not-found', `there is no device ${serial}`)
        const device = fakeDevice(index, scene.hasStrangeTexts)
        return { device, timeline: fakeTimeLine(device), raw: { serial_number: serial, device_family: device.family } }
      },
      exportCsv: async ({ path }, { signal, report }) => {
        const total = scene.deviceCount
        for (let part = 1; part <= 10; part++) {
          await pause(120)
          signal.throwIfAborted()
          report({ rows: (total * part) / 10, total })
        }
        return { rows: total, path }
      },
    },
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
      runs: () => fakeRuns(tokens, scene.sync),
      schedules: () => fakeSchedules(tokens),
      setInterval: ({ tokenId, intervalMinutes }) => ({
        ...fakeSchedules([requireToken(tokenId)])[0]!,
        intervalMinutes,
      }),
    },
    groups: fakeGroupHandlers(scene.groups, () => push('groups', 'changed', {})),
    settings: createFakeSettings(scene, (settings) => push('settings', 'changed', settings)),
    notices: fakeNoticeHandlers(scene, () => tokens),
    profiles: fakeProfileHandlers(),
    shell: {
      info: () => ({ shell: scene.shell, platform: 'linux' }),
      chooseSavePath: ({ suggestedName }) => `/home/admin/Documents/${suggestedName}`,
      saveText: () => null,
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
