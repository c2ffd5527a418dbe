import type { Account } from '../../../shared/model/token.ts'
import type { AssignmentAnswer, DefinedProfile, SerialOutcomes } from './profiles.ts'
import type { SyncMode } from '../../../shared/model/sync-run.ts'
import type { Answer } from './transport.ts'
import type { DeviceDetails, DevicePage, ReplacementDetails } from './wire.ts'

/** OAuth values of one token: handed over revealed, inside one process, for the life of a client. */
export type Credentials = {
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly accessToken: string
  readonly accessSecret: string
}

export type RequestOptions = { readonly signal?: AbortSignal | undefined }

/** A page of the list of devices or, with a cursor, of what changed. */
export type PageRequest =
  | { readonly mode: Extract<SyncMode, 'fetch'>; readonly cursor: string | null; readonly limit: number }
  | { readonly mode: Extract<SyncMode, 'sync'>; readonly cursor: string; readonly limit: number }

/** A successful answer with a page, as it came: plain values, so that another thread can read it (`page-reader.ts`). */
export type UnreadPage = Pick<Answer, 'pieces' | 'status' | 'answeredAt' | 'facts'> & {
  readonly contentType: string | undefined
  /** The cursor of the page after this one. A guess: only the page itself tells for certain. */
  readonly next: string | undefined
}

/**
 * One token's conversation with Apple. The caller never sees a session. Every method rejects with an `AppError`:
 * `auth.*`, `terms.not-accepted`, `access.denied`, `net.*`, `ade.*`. For `ade.cursor` and `ade.refused` the facts
 * hold Apple's own word in `appleCode` (EXHAUSTED_CURSOR, INVALID_CURSOR, …), for all answers `status` and `requestId`.
 */
export type AdeClient = {
  /** Opens a session if there is none and reads the account. */
  readonly account: (options?: RequestOptions) => Promise<Account>
  readonly page: (request: PageRequest, options?: RequestOptions) => Promise<UnreadPage>
  readonly deviceDetails: (serials: readonly string[], options?: RequestOptions) => Promise<DeviceDetails>
  /** Undefined where Apple knows of no replacement (404 DEVICE_NOT_FOUND is a normal answer). */
  readonly replacementDetails: (serial: string, options?: RequestOptions) => Promise<ReplacementDetails | undefined>
  /**
   * Makes a profile, a new one with each call, that can be neither changed nor deleted. Never repeated where the first
   * attempt may have been carried out: rejects with `ade.outcome-unknown` then.
   */
  readonly defineProfile: (body: Readonly<Record<string, unknown>>, options?: RequestOptions) => Promise<DefinedProfile>
  /** Undefined where this server knows no such profile. */
  readonly readProfile: (
    profileUuid: string,
    options?: RequestOptions,
  ) => Promise<Readonly<Record<string, unknown>> | undefined>
  /** At most as many serial numbers as the account allows, each once. `ade.refused` with status 404: no such profile. */
  readonly assignProfile: (
    assignment: { readonly profileUuid: string; readonly serials: readonly string[] },
    options?: RequestOptions,
  ) => Promise<AssignmentAnswer>
  readonly removeProfile: (serials: readonly string[], options?: RequestOptions) => Promise<AssignmentAnswer>
  /** Takes devices out of the organization for good. Never repeated by itself, as `defineProfile`. */
  readonly disownDevices: (serials: readonly string[], options?: RequestOptions) => Promise<SerialOutcomes>
  /**
   * Turns Activation Lock on for one device; Apple's word. `escrowKey`: the hash of a bypass code, 64 hexadecimal digits.
   * Never repeated by itself, as `defineProfile`.
   */
  readonly lockActivation: (
    lock: { readonly serial: string; readonly escrowKey: string; readonly message?: string | undefined },
    options?: RequestOptions,
  ) => Promise<string>
  readonly requestCount: () => number
  /** This computer's clock minus Apple's, from the last `Date` header; null before the first answer. */
  readonly clockSkewSeconds: () => number | null
  readonly close: () => Promise<void>
}

/** What a run asks of Apple. */
export type RunClient = Pick<
  AdeClient,
  | 'account'
  | 'page'
  | 'replacementDetails'
  | 'deviceDetails'
  | 'assignProfile'
  | 'removeProfile'
  | 'disownDevices'
  | 'requestCount'
  | 'close'
>

/** The same with pages that have been read. */
export type SyncClient = Omit<RunClient, 'page'> & {
  readonly page: (request: PageRequest, options?: RequestOptions) => Promise<DevicePage>
}

export type { AssignmentAnswer, DefinedProfile, DeviceDetails, SerialOutcomes }

export type WaitNotice = { readonly until: number; readonly reason: string }
