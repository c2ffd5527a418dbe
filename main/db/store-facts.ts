import type { ReadDb } from './open.ts'
import { get, sql } from './sql.ts'
import { isDamage } from './store-error.ts'

/** How much the store holds: devices of all times (null where damage keeps from counting), and the bytes of its file. */
export function measureStore(db: ReadDb): { readonly rows: number | null; readonly sizeBytes: number } {
  const pages = db.pragma('page_count', { simple: true }) as number // SQLite's own numbers
  const pageSize = db.pragma('page_size', { simple: true }) as number
  return { rows: countDevices(db), sizeBytes: pages * pageSize }
}

function countDevices(db: ReadDb): number | null {
  try {
    return get<{ rows: number }>(db, sql`SELECT count(*) AS rows FROM devices`)!.rows
  } catch (error) {
    if (!isDamage(error)) throw error
    return null
  }
}
