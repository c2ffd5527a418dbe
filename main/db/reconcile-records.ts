import { AT_APPLE, type AtApple, type GoneReason } from '../../shared/model/device.ts'
import { groupOf, profileNameOf, readPlaces } from './device-places.ts'
import type { ReadDb } from './open.ts'
import { all, prepare, sql } from './sql.ts'
import { createWordReader } from './words.ts'

/** What the store says of a device, as the console's side of a reconciliation. Absent is an empty text. */
export type DeviceRecord = {
  readonly serial: string
  readonly atApple: AtApple
  readonly server: string
  readonly group: string
  readonly profile: string
}

type Row = [
  id: number,
  serial: string,
  atApple: number,
  tokenNo: number | null,
  groupNo: number | null,
  uuid: number | null,
]

/** Records read at once: some ten milliseconds. */
const PORTION = 5000

/** A device that waits after a restore, which Apple has not listed yet: nobody knows of it but a backup. */
const IS_WAITING = `at_apple = ${AT_APPLE.indexOf('unknown')} AND token_no IS NULL`

/** Every device that Apple listed, gone ones too, some thousand at a time. */
export function* listDeviceRecords(db: ReadDb): Generator<readonly DeviceRecord[]> {
  const places = readPlaces(db)
  const servers = new Map(listServers(db).map(({ no, server, name }) => [no, server ?? name]))
  const wordText = createWordReader(db)
  const read = db
    .prepare(
      `SELECT id, serial, at_apple, token_no, group_no, profile_uuid_id FROM devices WHERE id > ? AND NOT (${IS_WAITING}) ORDER BY id LIMIT ${PORTION}`,
    )
    .raw()
  for (let last = 0; ;) {
    const rows = read.all(last) as Row[] // the columns of the statement
    if (rows.length === 0) return
    last = rows.at(-1)![0]
    yield rows.map(([, serial, atApple, tokenNo, groupNo, uuid]) => ({
      serial,
      atApple: AT_APPLE[atApple]!,
      server: servers.get(tokenNo ?? 0) ?? '',
      group: places.groups.get(groupOf(places, groupNo ?? 0, tokenNo ?? 0)) ?? '',
      profile: uuid === null ? '' : (profileNameOf(places, wordText(uuid)) ?? ''),
    }))
  }
}

export function countDeviceRecords(db: ReadDb): number {
  return prepare(db, `SELECT count(*) FROM devices WHERE NOT (${IS_WAITING})`).pluck().get() as number
}

export type Server = { readonly no: number; readonly name: string; readonly server: string | null }

/** Of the tokens that are connected. */
export function listServers(db: ReadDb): readonly Server[] {
  return all<Server>(db, sql`SELECT no, name, server_name AS server FROM tokens WHERE removed_at IS NULL ORDER BY no`)
}

/** What the history of a serial number says about why a list may lack it. */
export type DeviceHistory = {
  readonly serial: string
  readonly atApple: AtApple
  readonly goneReason: GoneReason | null
  readonly tokenNo: number | null
}

export const HISTORY_OF_SERIALS = `
  SELECT serial, at_apple, gone_reason_id, token_no
  FROM json_each(?) AS wanted CROSS JOIN devices ON devices.serial = wanted.value`

/** Serial numbers the store has never heard of are left out. */
export function listHistories(db: ReadDb, serials: readonly string[]): readonly DeviceHistory[] {
  const rows = prepare(db, HISTORY_OF_SERIALS).all(JSON.stringify(serials)) as {
    serial: string
    at_apple: number
    gone_reason_id: number | null
    token_no: number | null
  }[]
  const wordText = createWordReader(db)
  return rows.map((row) => ({
    serial: row.serial,
    atApple: AT_APPLE[row.at_apple]!,
    goneReason: row.gone_reason_id === null ? null : (wordText(row.gone_reason_id) as GoneReason), // only sync writes it
    tokenNo: row.token_no,
  }))
}

/** Devices that Apple put in the place of others, as far as it was asked. */
export function listReplacements(db: ReadDb): readonly { readonly serial: string; readonly original: string }[] {
  return all(
    db,
    sql`SELECT serial, original_serial AS original FROM replacements JOIN devices ON devices.id = device_id
        WHERE original_serial IS NOT NULL`,
  )
}
