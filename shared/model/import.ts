import type { EnrollmentStatus, TokenStatus } from './device.ts'

/** What kind of list a file is taken for. */
export const IMPORT_KINDS = [
  'portal-devices',
  'console-lifecycle',
  'console-devices',
  'configurator',
  'own-report',
  'serial-list',
  'unknown',
] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** What a column can hold. The words are ours; titles of files are matched to them. */
export const IMPORT_FIELDS = [
  'serial',
  'deviceType',
  'model',
  'capacity',
  'color',
  'status',
  'mdmServer',
  'source',
  'orderNumber',
  'partNumber',
  'addedOn',
  'updatedOn',
  'assignedOn',
  'released',
  'imei',
  'meid',
  'eid',
  'wifiMac',
  'btMac',
  'ethMac',
  'friendlyName',
  'user',
  'email',
  'organizationGroup',
  'groupId',
  'platform',
  'osVersion',
  'ownership',
  'enrollmentStatus',
  'tokenStatus',
  'complianceStatus',
  'tokenType',
  'profile',
  'profileStatus',
  'assetNumber',
  'udid',
  'firstSeen',
  'lastSeen',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

/** Columns of a file, counted from 0, by what they hold. */
export type ColumnMapping = { readonly [F in ImportField]?: number }

/** How a serial number was repaired, in the order it was done. */
export const SERIAL_REPAIRS = [
  'blanks',
  'invisible-signs',
  'apostrophe',
  'formula-wrapper',
  'quotes',
  'wide-letters',
  'decimals',
  'lower-case',
  'barcode-prefix',
] as const
export type SerialRepair = (typeof SERIAL_REPAIRS)[number]

/** Why a row has no usable serial number. */
export const SERIAL_FAULTS = [
  'empty',
  'scientific-notation',
  'spreadsheet-error',
  'title-again',
  'imei',
  'too-short',
  'too-long',
  'not-a-serial',
] as const
export type SerialFault = (typeof SERIAL_FAULTS)[number]

/** What a day and a month are told apart by where a date does not say it: 4/5/2026. */
export const DATE_ORDERS = ['day-first', 'month-first'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

/** What the console says of one device. Absent is null: nothing is told. */
export type ConsoleFacts = {
  readonly enrollmentStatus: EnrollmentStatus | null
  readonly tokenStatus: TokenStatus | null
  readonly user: string | null
  readonly friendlyName: string | null
  readonly lastSeen: number | null
}

/** Rows that somebody may want to look at. A code in the store is the position: the list only ever grows at the end. */
export const REMARK_KINDS = ['repaired', 'rejected', 'duplicate', 'unknown', 'not-understood', 'older'] as const
export type RemarkKind = (typeof REMARK_KINDS)[number]

/**
 * One remark on one row. `text`: the cell as it stands in the file. `detail`: what was done (repaired, words of
 * `SerialRepair`), why it was refused (rejected, a `SerialFault`), which line counts instead (duplicate), or which field
 * it is (not-understood).
 */
export type ImportRemark = {
  readonly kind: RemarkKind
  /** Counted from 1. */
  readonly line: number
  readonly text: string
  readonly serial: string | null
  readonly detail: string
}

/** Of the rows below the header. Each is accepted, repaired or rejected; what is counted after that is a part of those. */
export type ImportRows = {
  readonly rows: number
  readonly accepted: number
  readonly repaired: number
  readonly rejected: number
}

export type ImportCounts = ImportRows & {
  /** Rows beyond the first of a serial number. */
  readonly duplicates: number
  /** Cells whose word or date nobody knows: they change nothing. */
  readonly notUnderstood: number
  /** Serial numbers that were taken over, whatever came of it; the next four add up to it. */
  readonly devices: number
  readonly changed: number
  readonly unchanged: number
  /** What is stored is newer than the file. */
  readonly older: number
  /** Only the console knows them: kept as its records, not as devices. */
  readonly unknown: number
}

export type ImportState = 'staging' | 'applying' | 'done'

export type ImportRecord = {
  readonly id: string
  readonly state: ImportState
  readonly kind: ImportKind
  readonly fileName: string
  readonly sha256: string
  readonly sizeBytes: number
  /** The moment the file speaks of. */
  readonly asOf: number
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly mapping: ColumnMapping
  readonly counts: ImportCounts
}

/** A mapping that somebody chose for files with this header. */
export type SavedMapping = {
  readonly signature: string
  readonly kind: ImportKind
  readonly mapping: ColumnMapping
  readonly savedAt: number
}
