/**
 * Apple's device assignment service as it travels. Every member may be absent, empty or of a new kind: readers are
 * tolerant, and the untouched object is kept beside what was understood.
 * Source: Apple developer documentation, framework "Device Management", pages Device, AccountDetail, Get a List of
 * Devices, Sync the List of Devices, Get Device Details, Get Replacement Details (read autumn 2026).
 */
export type WireDevice = {
  readonly serial_number: string
  readonly model?: unknown
  readonly description?: unknown
  readonly color?: unknown
  readonly asset_tag?: unknown
  readonly profile_status?: unknown
  readonly profile_uuid?: unknown
  readonly profile_assign_time?: unknown
  readonly profile_push_time?: unknown
  readonly device_assigned_date?: unknown
  readonly device_assigned_by?: unknown
  readonly os?: unknown
  readonly device_family?: unknown
  readonly op_type?: unknown
  readonly op_date?: unknown
  readonly mdm_migration_deadline?: unknown
  readonly is_replacement_device?: unknown
  readonly released_by_replacement?: unknown
  readonly response_status?: unknown
  readonly [key: string]: unknown
}

export type DevicePage = {
  readonly devices: readonly WireDevice[]
  /** Up to 1000 characters; null when the answer had none. */
  readonly cursor: string | null
  /** A missing `more_to_follow` means false. */
  readonly moreToFollow: boolean
  readonly fetchedUntil: string | null
  /** Rows that were no object or had no serial number: counted, never dropped silently. */
  readonly malformed: number
}

export type WireAccount = Readonly<Record<string, unknown>>

export type DeviceDetails = Readonly<Record<string, WireDevice & { readonly response_status?: unknown }>>

export type ReplacementDetails = {
  readonly serial: string
  readonly originalSerial: string
  readonly replacementDate: string | null
}
