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
export type ColumnMapping = { readonly [F in ImportField]?: number | undefined }

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
