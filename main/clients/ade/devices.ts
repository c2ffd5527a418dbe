import { isObject } from './json.ts'
import type { DeviceDetails, DevicePage, ReplacementDetails, WireDevice } from './wire.ts'

type Members = Readonly<Record<string, unknown>>

/** A page of `/server/devices` or `/devices/sync`. Undefined where the list is no list. */
export function readPage(page: Members): DevicePage | undefined {
  const rows = page['devices'] ?? []
  if (!Array.isArray(rows)) return undefined
  const devices = rows.every(isDevice) ? rows : rows.filter(isDevice)
  const { cursor, fetched_until: fetchedUntil } = page
  return {
    devices,
    cursor: typeof cursor === 'string' && cursor !== '' ? cursor : null,
    moreToFollow: page['more_to_follow'] === true,
    fetchedUntil: typeof fetchedUntil === 'string' && fetchedUntil !== '' ? fetchedUntil : null,
    malformed: rows.length - devices.length,
  }
}

/**
 * The answer of `POST /devices`: rows by serial number. A row about an inaccessible device holds little but its status.
 * Undefined where the rows are no map.
 */
export function readDetails(answer: Members): DeviceDetails | undefined {
  const rows = answer['devices'] ?? {}
  if (!isObject(rows)) return undefined
  return Object.fromEntries(
    Object.entries(rows).flatMap(([serial, row]) =>
      isObject(row) ? [[serial, { ...row, serial_number: serial }]] : [],
    ),
  )
}

/** Undefined where the answer names no other device. */
export function readReplacement(answer: Members): ReplacementDetails | undefined {
  const { serial_number: serial, original_device_serial_number: originalSerial, replacement_date: date } = answer
  if (typeof serial !== 'string' || typeof originalSerial !== 'string' || !serial || !originalSerial) return undefined
  return { serial, originalSerial, replacementDate: typeof date === 'string' && date !== '' ? date : null }
}

/** Apple's word about an activation lock. Undefined where the answer has none: then nobody knows. */
export function readLockStatus({ response_status: status }: Members): string | undefined {
  return typeof status === 'string' && status !== '' ? status : undefined
}

function isDevice(row: unknown): row is WireDevice {
  return isObject(row) && typeof row['serial_number'] === 'string' && row['serial_number'] !== ''
}
