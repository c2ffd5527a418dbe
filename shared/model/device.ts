import type { RunId, Serial, TokenId } from './ids.ts'

/**
 * The separate dimensions of a device's life. A value's position is its code in the database, so the lists only
 * ever grow at the end. Words are the command line's words (`docs/cli.md`); labels for people are in the page.
 */
export const AT_APPLE = ['unknown', 'present', 'gone'] as const
export const ASSIGNMENT = ['none', 'in-progress', 'assigned', 'failed', 'throttled', 'not-accessible'] as const
export const ENROLLMENT_STATUS = [
  'unknown',
  'discovered',
  'registered',
  'in-progress',
  'enrolled',
  'unenrolled',
  'blocked',
] as const
export const TOKEN_STATUS = [
  'none',
  'registration-active',
  'registration-expired',
  'compliant',
  'not-applicable',
  'blocked',
  'allowed',
] as const

export type AtApple = (typeof AT_APPLE)[number]
export type Assignment = (typeof ASSIGNMENT)[number]
export type EnrollmentStatus = (typeof ENROLLMENT_STATUS)[number]
export type TokenStatus = (typeof TOKEN_STATUS)[number]

/** Why a device left a token: told by a sync event, missing in a complete fetch, replaced, the token was removed, or released by us. */
export const GONE_REASONS = [
  'deleted',
  'not-listed',
  'replaced',
  'token-removed',
  'not-accessible',
  'released',
] as const
export type GoneReason = (typeof GONE_REASONS)[number]

/** One serial number, once, with its current state in every dimension. Times are milliseconds UTC; absent is null. */
export type Device = {
  readonly serial: Serial
  readonly model: string | null
  readonly description: string | null
  readonly color: string | null
  readonly assetTag: string | null
  /** Apple's word as received: iPad, iPhone, iPod, Mac, AppleTV, Vision, … */
  readonly family: string | null
  readonly os: string | null
  /** Name of the token the device is on, or was on last. */
  readonly token: string | null
  readonly tokenId: TokenId | null
  /** Path of its organization group. */
  readonly group: string | null
  readonly atApple: AtApple
  readonly goneSince: number | null
  readonly goneReason: string | null
  /** Apple's word as received: empty, assigned, pushed, removed, … */
  readonly profileStatus: string | null
  readonly profileUuid: string | null
  readonly profileName: string | null
  readonly assignment: Assignment
  readonly assignmentError: string | null
  readonly nextAttemptAt: number | null
  readonly enrollmentStatus: EnrollmentStatus
  readonly tokenStatus: TokenStatus
  /** What the console says: whose device it is, what it is called there, when the console last heard from it. */
  readonly user: string | null
  readonly friendlyName: string | null
  readonly consoleLastSeenAt: number | null
  /** When the console said the latest of it. */
  readonly consoleAsOf: number | null
  readonly assignedDate: number | null
  readonly assignedBy: string | null
  readonly profileAssignTime: number | null
  readonly profilePushTime: number | null
  readonly migrationDeadline: number | null
  readonly firstSeenAt: number
  readonly lastSeenAt: number
}

export const EVENT_KINDS = [
  'added',
  'modified',
  'removed',
  'profile-assigned',
  'profile-pushed',
  'profile-removed',
  'moved',
  'replaced-by',
  'replaces',
  'returned',
  'moved-group',
  'assignment-answered',
  'release-answered',
  'lock-answered',
  'diagnosed',
  'console-told',
  'registration-token',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/**
 * What an event keeps beside its kind, by kind. `modified`, `console-told` and the three about a profile: what was and what is, by
 * field of `Device` or by member of Apple's object. Absent values are null; long ones are cut.
 */
export type EventDetail =
  | { readonly [field: string]: readonly [before: unknown, after: unknown] }
  /** `removed`; `moved` when the token it was on was removed here. */
  | { readonly reason: string }
  /** `moved`: the token it was on before, by its number in the store. */
  | { readonly fromTokenNo: number }
  /** `moved-group`: paths as they were then; null where there was none. */
  | { readonly fromGroup: string | null; readonly toGroup: string | null }
  /** `assignment-answered`: Apple's word, and the profile; null where one was taken away. */
  | { readonly outcome: string; readonly profileUuid: string | null }
  /** `release-answered`, `lock-answered`: Apple's word, or UNKNOWN where its answer did not arrive. */
  | { readonly outcome: string }
  /** `diagnosed`: names of the tree and of the cause; null where none was found. */
  | { readonly tree: string; readonly cause: string | null }
  /** `registration-token`: what was done, never its value. */
  | { readonly act: string; readonly factor: string }
  /** `replaces`, `replaced-by`: the other device. */
  | { readonly serial: string }

/** One line of a device's time line. */
export type DeviceEvent = {
  readonly at: number
  readonly kind: EventKind
  readonly detail: EventDetail
  /** A whole sentence in English; the page makes its own of kind and detail, in its language. */
  readonly text: string
  readonly token: string | null
  /** `moved`: the token it was on before. */
  readonly fromToken: string | null
  readonly runId: RunId | null
}

/** The columns a list can be sorted and filtered by, searched in, and exported with: the keys of `Device`. */
export const DEVICE_COLUMNS = [
  'serial',
  'model',
  'description',
  'color',
  'assetTag',
  'family',
  'os',
  'token',
  'group',
  'atApple',
  'goneSince',
  'goneReason',
  'profileStatus',
  'profileUuid',
  'profileName',
  'assignment',
  'assignmentError',
  'nextAttemptAt',
  'enrollmentStatus',
  'tokenStatus',
  'user',
  'friendlyName',
  'consoleLastSeenAt',
  'consoleAsOf',
  'assignedDate',
  'assignedBy',
  'profileAssignTime',
  'profilePushTime',
  'migrationDeadline',
  'firstSeenAt',
  'lastSeenAt',
] as const satisfies readonly (keyof Device)[]
export type DeviceColumn = (typeof DEVICE_COLUMNS)[number]

export type SortDirection = 'asc' | 'desc'
export type DeviceSort = { readonly column: DeviceColumn; readonly direction: SortDirection }

/**
 * Every member narrows; an absent one does not. `group` takes the group and everything below it. Texts are compared
 * whatever the case; an empty `profileStatus`, `family` or `profileUuid` takes the devices without one.
 */
export type DeviceFilter = {
  readonly enrollmentStatus?: EnrollmentStatus | undefined
  readonly profileStatus?: string | undefined
  readonly assignment?: Assignment | undefined
  readonly tokenStatus?: TokenStatus | undefined
  readonly family?: string | undefined
  /** Apple's identifier of the profile it reports: of one version of a profile. */
  readonly profileUuid?: string | undefined
  readonly group?: string | undefined
  readonly tokenId?: TokenId | undefined
  readonly atApple?: AtApple | undefined
  /** Looked for inside serial, asset tag, user, friendly name, model and description, whatever the case. */
  readonly search?: string | undefined
}
