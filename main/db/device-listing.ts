import { atAppleCode } from './device-rows.ts'
import type { ReadDb } from './open.ts'
import { get, sql } from './sql.ts'

const PRESENT = atAppleCode('present')

/** Whether the device was on this token when it was last heard of; null where the token never told of it. */
export function findListing(db: ReadDb, deviceId: number, tokenNo: number): boolean | null {
  const row = get<{ readonly at_apple: number }>(
    db,
    sql`SELECT at_apple FROM assignments WHERE device_id = ${deviceId} AND token_no = ${tokenNo}`,
  )
  return row ? row.at_apple === PRESENT : null
}
