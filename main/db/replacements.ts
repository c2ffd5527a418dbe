import type { Serial } from '../../shared/model/ids.ts'
import { fenced, type PageContext } from './device-pages.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, prepare, run, sql } from './sql.ts'

export type PendingReplacement = { readonly deviceId: number; readonly serial: Serial }

/** Devices that Apple calls replacements and about which it was not asked yet. */
export function listPendingReplacements(db: ReadDb, tokenNo: number, limit: number): readonly PendingReplacement[] {
  return all<PendingReplacement>(
    db,
    sql`SELECT device_id AS deviceId, serial FROM replacements JOIN devices ON devices.id = device_id
        WHERE replacements.token_no = ${tokenNo} AND asked_at IS NULL LIMIT ${limit}`,
  )
}

/** Apple's answer, null where it knows of none. Both devices get a line in their history. */
export function saveReplacement(
  db: WriteDb,
  context: PageContext,
  { deviceId, serial, original }: PendingReplacement & { readonly original: Serial | null },
): void {
  const { tokenNo, runNo, now } = context
  fenced(db, context, () => {
    run(db, sql`UPDATE replacements SET asked_at = ${now}, original_serial = ${original} WHERE device_id = ${deviceId}`)
    if (original === null) return
    const addEvent = prepare(
      db,
      'INSERT INTO events (device_id, at, kind, token_no, run_no, detail) VALUES (?, ?, ?, ?, ?, ?)',
    )
    addEvent.run(deviceId, now, 'replaces', tokenNo, runNo, JSON.stringify({ serial: original }))
    const replaced = get<{ id: number }>(db, sql`SELECT id FROM devices WHERE serial = ${original}`)
    if (replaced) addEvent.run(replaced.id, now, 'replaced-by', tokenNo, runNo, JSON.stringify({ serial }))
  })
}
