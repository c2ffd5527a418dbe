import { z } from 'zod'
import type { Serial } from '../model/ids.ts'
import { call, type } from './define.ts'
import { deviceSelection, serial, serials as serialList } from './devices.ts'
import { ASKING_APPLE } from './tokens.ts'

/** Devices an answer lists at most, unless more are asked for. */
const DEFAULT_LISTED = 1000

/** An id or a name; null: no profile. */
const profile = z.string().trim().min(1).max(200).nullable()
const token = z.string().trim().min(1).max(200)
const listed = z.number().int().nonnegative().default(DEFAULT_LISTED)

/** What an assignment comes to, told before it is made. */
export type AssignmentPlan = {
  readonly total: number
  /** Apple is to be told. */
  readonly change: number
  /** Apple reports it already. */
  readonly same: number
  /** On no token of ours any more, or never. */
  readonly gone: number
  /** The profile is not published on the token of these. */
  readonly unpublished: number
}

/** What became of one device. `outcome`: Apple's word, or one of ours where Apple was not asked. */
export type AssignedDevice = {
  readonly serial: Serial
  readonly outcome: string
  readonly nextAttemptAt: number | null
}

/** What has to be typed to release so many devices: an action that cannot be taken back. */
export function releaseSentence(count: number): string {
  return `RELEASE ${count} DEVICES`
}

export type ReleaseReport = {
  /** The list of the devices as they were, written before anything was sent. */
  readonly file: string
  readonly results: Readonly<Record<string, number>>
  readonly devices: readonly AssignedDevice[]
}

/** Where Apple was not asked: known before, not on a token, not known here, the profile not published, or still waiting. */
export const OWN_OUTCOMES = ['UNCHANGED', 'GONE', 'NOT_FOUND', 'NOT_PUBLISHED', 'WAITING'] as const

export type AssignmentReport = {
  readonly plan: AssignmentPlan
  /** How many devices had each outcome. */
  readonly results: Readonly<Record<string, number>>
  /** In the order of the store; at most as many as were asked for, and then those that need a look first. */
  readonly devices: readonly AssignedDevice[]
}

/** `comparing`: what is wished is put down. `telling`: Apple is being told; `total` counts what is to be told. */
export type AssignmentProgress = {
  readonly phase: 'comparing' | 'telling'
  readonly done: number
  readonly total: number
}

/** What a device should have, and what came of telling Apple. Null where there is no wish, or nothing was asked. */
export type AssignmentFacts = {
  readonly wish: {
    /** Null: no profile. */
    readonly profile: string | null
    /** Null as long as it is published on the token of the device in no version. */
    readonly version: number | null
    readonly source: 'person' | 'default'
    readonly since: number
  } | null
  readonly work: {
    readonly since: number
    /** Apple's word to the last try; null before the first answer. */
    readonly outcome: string | null
    readonly answeredAt: number | null
    /** Failed tries in a row. */
    readonly attempts: number
    /** Null: nothing more is asked by itself. */
    readonly nextAttemptAt: number | null
  } | null
}

/** Of a token, of some devices, or everywhere. */
const retryWish = { token: token.optional(), selection: deviceSelection.optional() }

const FAILS = [
  'vault.locked',
  'vault.missing',
  'vault.damaged',
  'token.not-found',
  'token.other-server',
  'profile.not-found',
  'group.not-found',
  'db.busy',
  'ade.outcome-unknown',
  ...ASKING_APPLE,
] as const

export const assignments = {
  /** What one device should have, why, and what came of it. */
  show: call({
    input: z.strictObject({ serial }),
    output: type<AssignmentFacts>(),
    fails: ['device.not-found'],
  }),

  preview: call({
    input: z.strictObject({ selection: deviceSelection, profile }),
    output: type<AssignmentPlan>(),
    fails: ['profile.not-found', 'group.not-found'],
  }),

  /** What `retry` would come to: `change` are told to Apple, `same` neither wait nor have failed. */
  previewRetry: call({
    input: z.strictObject(retryWish),
    output: type<AssignmentPlan>(),
    fails: ['token.not-found', 'group.not-found'],
  }),

  /** What `release` would come to: `change` are released, and of `gone` nothing is sent. */
  previewRelease: call({ input: z.strictObject({ serials: serialList }), output: type<AssignmentPlan>() }),

  /**
   * From now on these devices should have the profile, or none. What differs from it is told to Apple at once; what
   * Apple does not take waits for its next attempt, and a device that comes back without its profile gets it again.
   * A cancelled call keeps the wish: the next run goes on with it.
   */
  assign: call({
    input: z.strictObject({ selection: deviceSelection, profile, listed }),
    output: type<AssignmentReport>(),
    progress: type<AssignmentProgress>(),
    fails: FAILS,
  }),

  /**
   * Gives the newest definition of a profile to the devices of a token that should have this profile, or that Apple
   * reports with an earlier definition of it while nobody has chosen one for them.
   */
  update: call({
    input: z.strictObject({ profile: profile.unwrap(), token, listed }),
    output: type<AssignmentReport>(),
    progress: type<AssignmentProgress>(),
    fails: FAILS,
  }),

  /**
   * Takes devices out of the organization for good; enrolled ones stay enrolled until they are erased. Their list is
   * saved first. Never repeated by itself: what Apple did not answer is UNKNOWN. `device.release-unconfirmed` unless
   * `confirm` is the sentence for the number of devices named.
   */
  release: call({
    input: z.strictObject({ serials: serialList, confirm: z.string().max(100), listed }),
    output: type<ReleaseReport>(),
    fails: [...FAILS, 'device.release-unconfirmed', 'file.unwritable', 'sync.already-running'],
  }),

  /** Tries what waits or has failed once more, now. */
  retry: call({
    input: z.strictObject({ ...retryWish, listed }),
    output: type<AssignmentReport>(),
    progress: type<AssignmentProgress>(),
    fails: FAILS,
  }),
} as const
