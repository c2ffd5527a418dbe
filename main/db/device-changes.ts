import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

/** How far a reader has seen the devices: the last entry of `device_changes` and the highest device id. */
export type DevicePosition = { readonly changeNo: number; readonly deviceId: number }

/** Entries kept for readers that lag behind; one that lags further reads everything again. */
const KEPT_CHANGES = 100_000

export function readDevicePosition(db: ReadDb): DevicePosition {
  return get<DevicePosition>(
    db,
    sql`SELECT ifnull((SELECT max(no) FROM device_changes), 0) AS changeNo,
               ifnull((SELECT max(id) FROM devices), 0) AS deviceId`,
  )!
}

/** Devices written since, without the new ones; undefined when too much has happened to tell them one by one. */
export function listChangedSince(
  db: ReadDb,
  { changeNo }: DevicePosition,
  most: number,
): readonly number[] | undefined {
  const first = get<{ no: number | null }>(db, sql`SELECT min(no) AS no FROM device_changes`)
  if (first?.no != null && first.no > changeNo + 1) return undefined
  const rows = all<{ id: number }>(
    db,
    sql`SELECT device_id AS id FROM device_changes WHERE no > ${changeNo} ORDER BY no LIMIT ${most + 1}`,
  )
  return rows.length > most ? undefined : [...new Set(rows.map(({ id }) => id))]
}

/**
 * The last entry always stays, so that numbers never start again. Writes only where there is much to trim: a store that
 * somebody else is writing to is then opened without waiting.
 */
export function trimDeviceChanges(db: WriteDb): void {
  const { length } = get<{ length: number }>(
    db,
    sql`SELECT ifnull((SELECT max(no) FROM device_changes) - (SELECT min(no) FROM device_changes), 0) AS length`,
  )!
  if (length <= 2 * KEPT_CHANGES) return
  run(db, sql`DELETE FROM device_changes WHERE no <= (SELECT max(no) FROM device_changes) - ${KEPT_CHANGES}`)
}
