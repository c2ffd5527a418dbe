import * as credentialFiles from '../../../../../main/clients/credential-files/index.ts'
import type { ClientConfig, StokenAnswer } from '../../../../../main/clients/vpp/client-type.ts'
import { createCredentialService } from '../../../../../main/core/credentials/index.ts'
import { createSecretStore } from '../../../../../main/core/vault/secret-store.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { nodeFiles } from '../../../../../main/ports/files.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { AppError, isCancelled } from '../../../../../shared/errors.ts'
import type { CredentialList } from '../../../../../shared/model/credential.ts'
import type { CredentialId } from '../../../../../shared/model/ids.ts'
import type { Token } from '../../../../../shared/model/token.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'

export const DAY_MS = 24 * 3_600_000
export const CONTEXT = { signal: new AbortController().signal, report: () => {} }
export const id = (text: string) => text as CredentialId

export function config(change: Partial<ClientConfig> = {}): StokenAnswer {
  const told = { libraryId: '42', locationName: 'Berlin', country: 'DE', platform: 'enterprisestore', website: null }
  return { kind: 'config', config: { ...told, expiresAt: null, usedBy: null, ...change } }
}
export const refused = (problem: 'expired' | 'revoked' | 'invalid', appleNumber: number): StokenAnswer => ({
  kind: 'refused',
  problem,
  appleNumber,
})
export const SILENT: StokenAnswer = { kind: 'silent', code: 'net.unreachable', appleNumber: null }

/** A service over a real store and real sealing; only Apple is played: `apple.answer` is what the next question gets. */
export function createSetup(startAt = Date.now()) {
  const db = openMemoryDb()
  const clock = createFakeClock(startAt)
  const random = createSeededRandom(1)
  const lock = { isLocked: false }
  const requireUnlocked = () => {
    if (lock.isLocked) throw new AppError('vault.locked', 'the vault is locked')
  }
  const store = createSecretStore({
    db,
    clock,
    random,
    requireKey: () => {
      requireUnlocked()
      return new Uint8Array(32).fill(7)
    },
  })
  const apple = { answer: config(), asked: [] as string[], closed: 0 }
  const world = { tokens: [] as Token[], levels: [60, 30, 14, 7, 1] }
  const service = createCredentialService({
    db,
    clock,
    random,
    log: silentLog,
    files: nodeFiles,
    credentialFiles,
    openVppClient: (stoken) => ({
      ask: async () => {
        apple.asked.push(stoken.reveal())
        return apple.answer
      },
      close: async () => void apple.closed++,
    }),
    vault: {
      put: store.put,
      open: store.open,
      requireUnlocked: () => {
        requireUnlocked()
        return undefined
      },
      isUnlocked: () => !lock.isLocked,
    },
    tokens: {
      list: () => world.tokens,
      handlers: {
        verify: () => Promise.reject(new AppError('auth.rejected', 'no')),
        setContacts: ({ tokenId, owner, deputy }) => {
          world.tokens = world.tokens.map((token) => (token.id === tokenId ? { ...token, owner, deputy } : token))
          return world.tokens.find((token) => token.id === tokenId)!
        },
      },
    },
    settings: () => ({ noticeDays: world.levels }),
  })
  const { handlers } = service

  return {
    db,
    clock,
    lock,
    apple,
    world,
    service,
    handlers,
    // It answers at once; the contract allows both.
    list: () => handlers.list({}, CONTEXT) as CredentialList,
    secrets: () => db.prepare('SELECT kind FROM secrets ORDER BY kind').pluck().all() as string[],
    /** A content token's file that is valid for so many days. */
    stokenFile: (days: number, orgName = 'Example GmbH', token = `token-${orgName}-${days}`) =>
      Buffer.from(
        Buffer.from(
          JSON.stringify({
            token: Buffer.from(token).toString('base64'),
            expDate: new Date(Math.floor((clock.now() + days * DAY_MS) / 1000) * 1000)
              .toISOString()
              .replace('.000Z', '+0000'),
            orgName,
          }),
        ).toString('base64'),
      ),
    importStoken: (bytes: Uint8Array, more: { name?: string; offline?: boolean } = {}) =>
      Promise.resolve(handlers.importStoken({ fileName: 'x.vpptoken', bytes, ...more }, CONTEXT)),
    importPush: (pem: string, more: Partial<Parameters<typeof handlers.importPushCertificate>[0]> = {}) =>
      Promise.resolve(handlers.importPushCertificate({ fileName: 'x.pem', bytes: Buffer.from(pem), ...more }, CONTEXT)),
  }
}

/** The code a promise or a call fails with. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (error instanceof AppError && !isCancelled(error)) return error.code
    throw error
  }
  return 'done'
}
