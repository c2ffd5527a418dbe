/** A device as the service writes it, with every key of the newest protocol version. */
export type DeviceRow = { serial_number: string; [key: string]: unknown }

/** Keys to lay over a row; undefined takes the key away. */
export type RowPatch = Readonly<Record<string, unknown>>

export type ProtocolVersion = number

/** First protocol version that carries a key. Source: Apple developer documentation, page "Device". */
const KEY_SINCE: Readonly<Record<string, ProtocolVersion>> = {
  os: 2,
  device_family: 2,
  mdm_migration_deadline: 8,
  bluetooth_mac_address: 10,
  ethernet_mac_address: 10,
  wifi_mac_address: 10,
  eid: 10,
  imei: 10,
  meid: 10,
  is_replacement_device: 10,
  released_by_replacement: 10,
}

const NEWEST = Math.max(...Object.values(KEY_SINCE))

/** The row as a client of an older protocol version sees it. */
export function rowAtVersion(row: DeviceRow, version: ProtocolVersion): DeviceRow {
  if (version >= NEWEST) return row
  const older = { ...row }
  for (const [key, since] of Object.entries(KEY_SINCE)) if (version < since) delete older[key]
  if (version < 7 && older['os'] === 'iPadOS') older['os'] = 'iOS'
  return older
}

const SECOND_MS = 1000
const DAY_SECONDS = 86_400
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))
const days = new Map<number, string>()

/**
 * Apple writes instants in UTC without fractions of a second. The days seen are remembered, because three dates per
 * row by `toISOString` would be a third of the time that a page takes.
 */
export function appleTime(ms: number): string {
  const seconds = Math.floor(ms / SECOND_MS)
  const day = Math.floor(seconds / DAY_SECONDS)
  const rest = seconds - day * DAY_SECONDS
  let date = days.get(day)
  if (date === undefined) {
    date = new Date(day * DAY_SECONDS * SECOND_MS).toISOString().slice(0, 11)
    if (days.size < 10_000) days.set(day, date)
  }
  const hour = TWO_DIGITS[Math.floor(rest / 3600)] ?? ''
  const minute = TWO_DIGITS[Math.floor(rest / 60) % 60] ?? ''
  return `${date}${hour}:${minute}:${TWO_DIGITS[rest % 60] ?? ''}Z`
}
