import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { Random } from '../../ports/random.ts'
import { readAccount } from './account.ts'
import type { AdeClient, Credentials, WaitNotice } from './client-type.ts'
import { createConversation, type Request } from './conversation.ts'
import { readDetails, readLockStatus, readReplacement } from './devices.ts'
import { TIMEOUTS, type Timeouts } from './dispatcher.ts'
import { nextCursorIn } from './next-cursor.ts'
import { readAssignment, readDefined, readProfileBody } from './profiles.ts'
import { createTransport } from './transport.ts'

export { loadTransport } from './dispatcher.ts'

export type AdeClientOptions = {
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** This program's version: Apple refuses a User-Agent without a product. */
  readonly version: string
  /** Told before a pause between two attempts; `reason` is the error code of the attempt that failed. */
  readonly onWait?: ((notice: WaitNotice) => void) | undefined
  readonly timeouts?: Timeouts
}

/** Opens nothing yet. Throws `bad-input` for an address that credentials must not be sent to. */
export function createAdeClient(
  credentials: Credentials,
  network: NetworkSettings,
  options: AdeClientOptions,
): AdeClient {
  const transport = createTransport(network, { ...options, timeouts: options.timeouts ?? TIMEOUTS })
  const { ask, askUnread } = createConversation(credentials, transport, options)

  const reading = (path: string, query?: string): Request => ({
    method: 'GET',
    path,
    isRepeatable: true,
    ...(query === undefined ? {} : { query }),
  })
  /** Reads that take a body: Apple's lists are asked for by POST. */
  const readingBy = (path: string, body: object): Request => ({
    method: 'POST',
    path,
    isRepeatable: true,
    body: JSON.stringify(body),
  })

  /** Apple documents POST; servers that take PUT alone are remembered as such. */
  let assignMethod: 'POST' | 'PUT' = 'POST'
  /** Harmless twice, but the service counts how often a device is told: what it reports is looked at first. */
  const assigning = (method: 'POST' | 'PUT' | 'DELETE', body: object): Request => ({
    method,
    path: '/profile/devices',
    isRepeatable: false,
    body: JSON.stringify(body),
  })
  const readWords = (members: Readonly<Record<string, unknown>>) => readAssignment(members)?.devices

  return {
    account: (options) => ask(reading('/account'), readAccount, options),
    async page({ mode, cursor, limit }, options) {
      const path = mode === 'sync' ? '/devices/sync' : '/server/devices'
      const answer = await askUnread(readingBy(path, cursor === null ? { limit } : { cursor, limit }), options)
      const { pieces, status, answeredAt, facts, header } = answer
      return { pieces, status, answeredAt, facts, contentType: header('content-type'), next: nextCursorIn(pieces) }
    },
    // An empty list is an error to Apple (DEVICE_ID_REQUIRED).
    deviceDetails: async (devices, options) =>
      devices.length === 0 ? {} : ask(readingBy('/devices', { devices }), readDetails, options),
    async replacementDetails(serial, options) {
      const request = reading('/device/replacementDetails', `device=${encodeURIComponent(serial)}`)
      try {
        return (await ask(request, (members) => ({ found: readReplacement(members) }), options)).found
      } catch (error) {
        if (isRefusal(error, 'status', /^404$/)) return undefined
        throw error
      }
    },
    defineProfile: (body, options) =>
      ask({ method: 'POST', path: '/profile', isRepeatable: false, body: JSON.stringify(body) }, readDefined, options),
    async readProfile(profileUuid, options) {
      const request = reading('/profile', `profile_uuid=${encodeURIComponent(profileUuid)}`)
      try {
        return await ask(request, readProfileBody, options)
      } catch (error) {
        if (isRefusal(error, 'appleCode', /^(PROFILE_)?NOT_FOUND$/)) return undefined
        throw error
      }
    },
    async assignProfile({ profileUuid, serials }, options) {
      const body = { profile_uuid: profileUuid, devices: serials }
      try {
        return await ask(assigning(assignMethod, body), readAssignment, options)
      } catch (error) {
        if (assignMethod === 'PUT' || !isRefusal(error, 'status', /^405$/)) throw error
        assignMethod = 'PUT'
        return ask(assigning(assignMethod, body), readAssignment, options)
      }
    },
    removeProfile: (devices, options) => ask(assigning('DELETE', { devices }), readAssignment, options),
    disownDevices: (devices, options) =>
      ask(
        { method: 'POST', path: '/devices/disown', isRepeatable: false, body: JSON.stringify({ devices }) },
        readWords,
        options,
      ),
    lockActivation: ({ serial, escrowKey, message }, options) =>
      ask(
        {
          method: 'POST',
          path: '/device/activationlock',
          isRepeatable: false,
          body: JSON.stringify({ device: serial, escrow_key: escrowKey, ...(message && { lost_message: message }) }),
        },
        readLockStatus,
        options,
      ),
    requestCount: transport.requestCount,
    clockSkewSeconds: transport.clockSkewSeconds,
    close: transport.close,
  }
}

function isRefusal(error: unknown, fact: 'status' | 'appleCode', value: RegExp): boolean {
  return error instanceof AppError && error.code === 'ade.refused' && value.test(String(error.facts[fact]))
}

export type {
  AdeClient,
  Credentials,
  RequestOptions,
  RunClient,
  SyncClient,
  UnreadPage,
  WaitNotice,
} from './client-type.ts'
