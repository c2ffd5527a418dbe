import { AT_APPLE } from '../../shared/model/device.ts'
import type { Serial } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { createRowBatch } from './row-batch.ts'
import { prepare, run, sql } from './sql.ts'

const PRESENT = AT_APPLE.indexOf('present')

/** A line in the time line of each device that was to be released, with Apple's word by serial number. */
export function storeReleaseAnswers(
  db: WriteDb,
  words: Readonly<Record<string, string>>,
  { tokenNo, now }: { readonly tokenNo: number; readonly now: number },
): void {
  const find = prepare(db, 'SELECT id FROM devices WHERE serial = ?').pluck()
  const events = createRowBatch(db, 'events', ['device_id', 'at', 'kind', 'token_no', 'detail'])
  for (const [serial, outcome] of Object.entries(words)) {
    events.add(find.get(serial) as number, now, 'release-answered', tokenNo, JSON.stringify({ outcome }))
  }
  events.flush()
}

/** A line in the time line of a device whose activation was to be locked. */
export function addLockEvent(
  db: WriteDb,
  serial: Serial,
  { outcome, tokenNo, now }: { readonly outcome: string; readonly tokenNo: number; readonly now: number },
): void {
  run(
    db,
    sql`INSERT INTO events (device_id, at, kind, token_no, detail)
        SELECT id, ${now}, 'lock-answered', ${tokenNo}, ${JSON.stringify({ outcome })} FROM devices WHERE serial = ${serial}`,
  )
}

/** Present devices of these by token, and whether the others are known at all. */
export function listTokensOf(
  db: ReadDb,
  serials: readonly Serial[],
): readonly { readonly serial: Serial; readonly tokenNo: number | null; readonly isKnown: boolean }[] {
  const find = prepare(db, 'SELECT token_no, at_apple FROM devices WHERE serial = ?')
  return serials.map((serial) => {
    const row = find.get(serial) as { readonly token_no: number | null; readonly at_apple: number } | undefined
    return { serial, tokenNo: row?.at_apple === PRESENT ? row.token_no : null, isKnown: row !== undefined }
  })
}
