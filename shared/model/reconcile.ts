/** Two lists of serial numbers held against each other: what the portal says, and what the console (or this store) says. */
export const RECONCILE_SIDES = ['portal', 'console'] as const
export type ReconcileSide = (typeof RECONCILE_SIDES)[number]

/**
 * What a row of the outcome says. Every usable serial number has exactly one row of the first four; each further row of a
 * serial number is a `duplicate`, each row without a usable one `invalid`. Codes in the store are positions: the lists
 * below only ever grow at the end.
 */
export const VERDICTS = ['both', 'mismatched', 'portal-only', 'console-only', 'duplicate', 'invalid'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Why the lists differ here. */
export const CAUSES = [
  /** Apple no longer lists the device for the organization. */
  'released',
  /** It belongs to another server of the portal, or to a token that is connected elsewhere. */
  'other-server',
  /** Apple has told, or would tell, and nobody has synced since. */
  'not-synced-yet',
  /** It is in the portal and belongs to no server. */
  'unassigned',
  /** The serial number of another row, written wrongly. */
  'typing-damage',
  /** Apple has replaced it, or it replaces another one. */
  'replaced-device',
  /** Apple lists it for our server: the portal's file does not hold everything. */
  'file-incomplete',
  /** Nothing here tells. */
  'unknown-ask-apple',
  'status-differs',
  'group-differs',
  'profile-differs',
  'listed-twice',
  'no-serial',
  'damaged-serial',
  'unreadable-row',
] as const
export type Cause = (typeof CAUSES)[number]

/** What to do about it. */
export const REMEDIES = [
  'sync',
  'sync-console',
  'ask-apple',
  'assign-in-portal',
  'move-in-portal',
  'clean-up-record',
  'follow-replacement',
  'correct-serial',
  'export-again',
  'assign-profile',
  'check-group',
  'check-status',
  'remove-line',
  'repair-cell',
] as const
export type Remedy = (typeof REMEDIES)[number]

/** What both sides may say about a device, as far as both have a column for it. */
export const COMPARED_FIELDS = ['status', 'group', 'profile', 'server'] as const
export type ComparedField = (typeof COMPARED_FIELDS)[number]

export type Difference = {
  readonly field: ComparedField
  readonly portal: string
  readonly console: string
}

export type ReconcileRow = {
  /** Of a rejected row what stood in its place; null where there was nothing. */
  readonly serial: string | null
  readonly verdict: Verdict
  /** Null where both agree. */
  readonly cause: Cause | null
  readonly remedy: Remedy | null
  /** Where the row stands, counted from 1; null where the side has none, and for records of the store. */
  readonly portalLine: number | null
  readonly consoleLine: number | null
  /** The serial number it was meant to be, or of the device that replaced it. */
  readonly other: string | null
  readonly differences: readonly Difference[]
}

/**
 * One side: a file, or the records of the store. Each row is accepted as it is, accepted after its serial number was
 * repaired, or rejected: the three make up `rows`.
 */
export type ReconcileSource = {
  readonly kind: 'file' | 'records'
  /** Without its folder; empty for the records. */
  readonly name: string
  /** Hexadecimal; null for the records. */
  readonly sha256: string | null
  readonly rows: number
  readonly accepted: number
  readonly repaired: number
  readonly rejected: number
  /** Compared fields this side has a column for. */
  readonly fields: readonly ComparedField[]
}

export type ReconcileCounts = {
  /** Serial numbers in both, those that disagree included. */
  readonly both: number
  readonly mismatched: number
  readonly portalOnly: number
  readonly consoleOnly: number
  readonly duplicates: number
  readonly invalid: number
}

export type CauseCount = { readonly verdict: Verdict; readonly cause: Cause; readonly count: number }

export type Reconciliation = {
  readonly id: string
  readonly at: number
  readonly portal: ReconcileSource
  readonly console: ReconcileSource
  readonly counts: ReconcileCounts
  /** Most frequent first. */
  readonly causes: readonly CauseCount[]
  /** False where the sets were too large to look for serial numbers that differ in one sign. */
  readonly searchedNear: boolean
  /** When Apple was last asked about what nothing here tells. */
  readonly askedAt: number | null
  /** False for an old one: its numbers are kept, its rows are not. */
  readonly hasRows: boolean
}
