import { createSecretStore } from '../../../../../main/core/vault/secret-store.ts'
import {
  createTokenService,
  retireDevices,
  type RetireDevices,
  type TokenPorts,
  type TokenVault,
} from '../../../../../main/core/tokens/index.ts'
import type { Credentials } from '../../../../../main/clients/ade/client-type.ts'
import * as tokenFiles from '../../../../../main/clients/token-file/index.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { systemClock } from '../../../../../main/ports/clock.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { APPLE_URL, PROTOCOL_VERSION } from '../../../../../main/ports/network.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Account } from '../../../../../shared/model/token.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'
import { makeTokenFile } from '../../../../fakes/token-file.ts'

export const DAY_MS = 24 * 3_600_000
export const START = Date.UTC(2026, 5, 1, 12)

export function account(change: Partial<Account> = {}): Account {
  return {
    serverName: 'Berlin',
    serverUuid: 'UUID-BERLIN',
    adminId: 'admin@example.com',
    orgName: 'Example GmbH',
    orgEmail: null,
    orgPhone: null,
    orgAddress: null,
    orgId: null,
    orgIdHash: null,
    orgType: 'org',
    orgVersion: 'v2',
    limits: [],
    ...change,
  }
}

/** Values of a token file: `stem` tells one set from another, all from one server share the consumer key. */
export function tokenFields(stem: string, { expiresAt = START + 365 * DAY_MS, server = 'berlin' } = {}) {
  return {
    consumer_key: `CK_${server.padEnd(32, '0')}`,
    consumer_secret: `CS_${stem}`,
    access_token: `AT_${stem}`,
    access_secret: `AS_${stem}`,
    access_token_expiry: new Date(expiresAt).toISOString(),
  }
}

/** Services over a real store and real sealing; only Apple is played: `apple.answer` is what the next account call gets. */
export function createSetup() {
  const db = openMemoryDb()
  const clock = createFakeClock(START)
  const random = createSeededRandom(1)
  const lock = { isLocked: false }
  const store = createSecretStore({
    db,
    clock,
    random,
    requireKey: () => {
      if (lock.isLocked) throw new AppError('vault.locked', 'the vault is locked')
      return new Uint8Array(32).fill(7)
    },
  })
  const vault: TokenVault = {
    put: store.put,
    open: store.open,
    requireUnlocked: () => {
      if (lock.isLocked) throw new AppError('vault.locked', 'the vault is locked')
    },
  }
  const apple = {
    answer: (): Account | Promise<Account> => account(),
    asked: [] as Credentials[],
    closed: 0,
  }
  const ports: TokenPorts = {
    db,
    clock,
    random,
    log: silentLog,
    network: {
      appleUrl: APPLE_URL,
      proxy: null,
      noProxy: null,
      extraCertificates: [],
      protocolVersion: PROTOCOL_VERSION,
    },
    vault,
    tokenFiles,
    openAdeClient: (credentials) => ({
      account: async () => {
        apple.asked.push(credentials)
        return apple.answer()
      },
      clockSkewSeconds: () => 3,
      close: async () => void apple.closed++,
    }),
  }
  // Pauses between portions are real time: the clock of the stage stands still.
  const retire: RetireDevices = (request, context) => retireDevices({ db, clock: systemClock }, request, context)
  const service = createTokenService({ ...ports, retireDevices: retire })
  const context = { signal: new AbortController().signal, report: () => {} }
  const { handlers } = service

  type ImportOptions = Partial<Parameters<typeof handlers.importFile>[0]>

  return {
    db,
    clock,
    lock,
    apple,
    ports,
    service,
    context,
    importBytes: (bytes: Uint8Array<ArrayBuffer>, options: ImportOptions = {}) =>
      handlers.importFile({ fileName: 'file.p7m', bytes, ...options }, context),
    /** The usual way: a key pair, the file for it, the import. */
    connect: async (stem: string, { server, ...options }: ImportOptions & { server?: string } = {}) => {
      const key = await handlers.createKey({ name: stem }, context)
      const fields = tokenFields(stem, server === undefined ? {} : { server })
      const bytes = makeTokenFile(key.certificate, fields)
      return handlers.importFile({ fileName: `${stem}.p7m`, bytes, ...options }, context)
    },
  }
}

export type Setup = ReturnType<typeof createSetup>

/** Everything an import could change, to see that a failed one has not. */
export function contents(db: WriteDb) {
  const tables = ['tokens', 'key_pairs', 'secrets', 'sync_state', 'devices', 'events']
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]))
}

/** The code and facts of a rejection; anything but an `AppError` fails the test. */
export async function failure(work: () => unknown) {
  try {
    await work()
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, facts: error.facts }
    throw error
  }
  throw new Error('it did not fail')
}
