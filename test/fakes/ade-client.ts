import type { AdeClient, SyncClient, UnreadPage } from '../../main/clients/ade/client-type.ts'
import { withPageReader } from '../../main/clients/ade/page-reader.ts'
import { withReadAhead } from '../../main/clients/ade/read-ahead.ts'
import { systemRandom } from '../../main/ports/random.ts'
import type { DevicePage, ReplacementDetails, WireDevice } from '../../main/clients/ade/wire.ts'
import type { Clock } from '../../main/ports/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Account } from '../../shared/model/token.ts'

type Call = { readonly name: 'fetch' | 'sync'; readonly cursor: string | null; readonly limit: number }
type Answer =
  Partial<DevicePage> | AppError | ((call: Call, signal: AbortSignal | undefined) => Promise<Partial<DevicePage>>)

export type AdeScript = {
  readonly account?: Partial<Account> | AppError
  /** Answers in order; one more call than answers fails the test. */
  readonly pages?: readonly Answer[]
  readonly replacements?: Readonly<Record<string, ReplacementDetails | AppError>>
}

export const ACCOUNT: Account = {
  serverName: 'Server',
  serverUuid: 'SERVER-1',
  adminId: null,
  orgName: null,
  orgEmail: null,
  orgPhone: null,
  orgAddress: null,
  orgId: null,
  orgIdHash: null,
  orgType: null,
  orgVersion: null,
  limits: [],
}

/** An answer about a cursor, as the real client gives it. */
export function cursorRefusal(appleCode: string): AppError {
  return new AppError('ade.cursor', 'the cursor was refused', { facts: { appleCode, status: 400 } })
}

/** A page; more follows unless it is said otherwise. */
export function page(
  cursor: string,
  devices: readonly WireDevice[] = [],
  rest: Partial<DevicePage> = {},
): Partial<DevicePage> {
  return { cursor, devices, moreToFollow: true, ...rest }
}

export function lastPage(
  cursor: string,
  devices: readonly WireDevice[] = [],
  rest: Partial<DevicePage> = {},
): Partial<DevicePage> {
  return page(cursor, devices, { moreToFollow: false, ...rest })
}

/** As Apple answers. Nothing is asked ahead: the script says what comes next. */
function unread({ devices = [], malformed = 0, cursor, moreToFollow, fetchedUntil }: Partial<DevicePage>): UnreadPage {
  const rows = [...devices, ...Array<null>(malformed).fill(null)]
  const body = { devices: rows, cursor, more_to_follow: moreToFollow, fetched_until: fetchedUntil }
  const facts = { status: 200, url: 'https://apple.test/devices', host: 'apple.test', requestId: null }
  const pieces = [Buffer.from(JSON.stringify(body))]
  return { pieces, status: 200, contentType: 'application/json', facts, answeredAt: 0, next: undefined }
}

/** What a run uses of a client, in this thread. */
export function toSyncClient(client: AdeClient, clock: Clock): SyncClient {
  return withPageReader(withReadAhead(client), { clock, random: systemRandom, onWait: undefined })
}

/** A script of pages has no profiles. */
async function unscripted(): Promise<never> {
  throw new Error('not in the script')
}

/** Apple as a list of answers. `calls` are the fetch and sync calls, `asked` the serial numbers looked up. */
export function createFakeAdeClient({ account = {}, pages = [], replacements = {} }: AdeScript) {
  const calls: Call[] = []
  const asked: string[] = []
  let requests = 0

  async function answer(call: Call, signal: AbortSignal | undefined): Promise<UnreadPage> {
    const next = pages[calls.length]
    calls.push(call)
    requests += 1
    signal?.throwIfAborted()
    if (next === undefined) throw new Error(`unexpected ${call.name} with cursor ${call.cursor}`)
    if (next instanceof AppError) throw next
    const given = typeof next === 'function' ? await next(call, signal) : next
    return unread(given)
  }

  const client: AdeClient = {
    account: async (options) => {
      requests += 1
      options?.signal?.throwIfAborted()
      if (account instanceof AppError) throw account
      return { ...ACCOUNT, ...account }
    },
    page: ({ mode, cursor, limit }, options) => answer({ name: mode, cursor, limit }, options?.signal),
    deviceDetails: async () => ({}),
    replacementDetails: async (serial) => {
      asked.push(serial)
      const details = replacements[serial]
      if (details instanceof AppError) throw details
      return details
    },
    defineProfile: unscripted,
    readProfile: unscripted,
    assignProfile: unscripted,
    removeProfile: unscripted,
    disownDevices: unscripted,
    lockActivation: unscripted,
    requestCount: () => requests,
    clockSkewSeconds: () => null,
    close: async () => {},
  }
  return { client, calls, asked }
}
