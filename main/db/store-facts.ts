import type { ReadDb } from './open.ts'
import { get, sql } from './sql.ts'

/** How much the store holds: devices of all times, and the bytes of its file. */
export function measureStore(db: ReadDb): { readonly rows: number; readonly sizeBytes: number } {
  const pages = db.pragma('page_count', { simple: true }) as number // SQLite's own numbers
  const pageSize = db.pragma('page_size', { simple: true }) as number
  const { rows } = get<{ rows: number }>(db, sql`SELECT count(*) AS rows FROM devices`)!
  return { rows, sizeBytes: pages * pageSize }
}
