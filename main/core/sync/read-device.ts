import type { WireDevice } from '../../clients/ade/wire.ts'
import type { DeviceFields } from '../../db/device-rows.ts'
import type { GoneReason } from '../../../shared/model/device.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import { parseInstant } from '../../../shared/model/instant.ts'
import type { SyncMode } from '../../../shared/model/sync-run.ts'

/** Undefined: the answer did not mention it. Null: it was mentioned and is empty. */
export type ToldFields = { readonly [K in keyof DeviceFields]: DeviceFields[K] | undefined }

/** One row of a page, understood as far as it can be. */
export type IncomingDevice = {
  readonly serial: Serial
  /** When Apple says the event happened; null for a row that is a state and no event. */
  readonly opAt: number | null
  /** Set when the row says that the device left the token. */
  readonly gone: GoneReason | null
  readonly isReplacement: boolean
  readonly told: ToldFields
  /** The object as received, as JSON, without the two members that belong to the event. Null: there was none. */
  readonly raw: string | null
}

/**
 * Never fails on a device: what is absent, empty, of another type or a placeholder is absent, an unknown word is kept.
 * A fetch lists states, so event members in it mean nothing.
 */
export function readDevice(serial: Serial, row: WireDevice, mode: SyncMode): IncomingDevice {
  return {
    serial,
    opAt: mode === 'sync' ? operationTime(row) : null,
    gone: mode === 'sync' ? goneReason(row) : null,
    isReplacement: row.is_replacement_device === true,
    told: {
      model: text(row.model),
      description: text(row.description),
      color: text(row.color),
      assetTag: text(row.asset_tag),
      family: text(row.device_family),
      os: text(row.os),
      profileStatus: text(row.profile_status),
      profileUuid: text(row.profile_uuid),
      assignedBy: text(row.device_assigned_by),
      assignedDate: time(row.device_assigned_date),
      profileAssignTime: time(row.profile_assign_time),
      profilePushTime: time(row.profile_push_time),
      migrationDeadline: time(row.mdm_migration_deadline),
    },
    raw: withoutEvent(row),
  }
}

/** A present device that a complete fetch did not list, or that Apple says this token may not see. */
export function absent(serial: Serial, gone: 'not-listed' | 'not-accessible' | 'released'): IncomingDevice {
  return { serial, opAt: null, gone, isReplacement: false, told: NOTHING_TOLD, raw: null }
}

const NOTHING_TOLD: ToldFields = {
  model: undefined,
  description: undefined,
  color: undefined,
  assetTag: undefined,
  family: undefined,
  os: undefined,
  profileStatus: undefined,
  profileUuid: undefined,
  assignedBy: undefined,
  assignedDate: undefined,
  profileAssignTime: undefined,
  profilePushTime: undefined,
  migrationDeadline: undefined,
}

/** Undefined for a row without a serial number. */
export function serialIn({ serial_number: text }: WireDevice): Serial | undefined {
  const serial = typeof text === 'string' ? toSerial(text) : ''
  return serial === '' ? undefined : serial
}

/** When Apple says that a change happened. */
export function operationTime(row: WireDevice): number | null {
  return time(row.op_date) ?? null
}

function goneReason(row: WireDevice): GoneReason | null {
  if (typeof row.op_type !== 'string' || row.op_type.toLowerCase() !== 'deleted') return null
  return row.released_by_replacement === true ? 'replaced' : 'deleted'
}

function text(value: unknown): string | null | undefined {
  if (typeof value === 'string') return value === '' ? null : value
  if (value === undefined) return undefined
  return typeof value === 'number' ? String(value) : null
}

function time(value: unknown): number | null | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' ? (parseInstant(value) ?? null) : null
}

function withoutEvent(row: WireDevice): string {
  if (row.op_type === undefined && row.op_date === undefined) return JSON.stringify(row)
  const { op_type: _type, op_date: _date, ...state } = row
  return JSON.stringify(state)
}
