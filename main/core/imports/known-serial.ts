import type { Serial } from '../../../shared/model/ids.ts'
import type { ReadDb } from '../../db/open.ts'
import { get, sql } from '../../db/sql.ts'

/** Asked only of the few serial numbers that may have the S of a bar code in front. */
export function isKnownSerial(db: ReadDb): (serial: Serial) => boolean {
  return (serial) => get(db, sql`SELECT 1 FROM devices WHERE serial = ${serial}`) !== undefined
}
