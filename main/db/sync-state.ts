import type { SyncMode } from '../../shared/model/sync-run.ts'
import type { PageContext } from './device-pages.ts'
import { atAppleCode } from './device-rows.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, prepare, run, sql } from './sql.ts'

const PRESENT = atAppleCode('present')

/** Where the conversation about one token's devices stands. Times: milliseconds UTC. */
export type SyncState = {
  /** `fetch` with a cursor: a fetch was begun and not finished. */
  readonly phase: SyncMode
  readonly cursor: string | null
  readonly cursorAt: number | null
  /** Apple's own words: until when the last page was complete. */
  readonly fetchedUntil: string | null
  readonly lastFetchAt: number | null
  readonly lastSyncAt: number | null
  readonly lastAttemptAt: number | null
  readonly lastSuccessAt: number | null
  readonly nextSyncAt: number | null
  readonly intervalMinutes: number | null
}

type StateRow = {
  phase: SyncMode
  cursor: string | null
  cursor_at: number | null
  fetched_until: string | null
  last_fetch_at: number | null
  last_sync_at: number | null
  last_attempt_at: number | null
  last_success_at: number | null
  next_sync_at: number | null
  interval_minutes: number | null
}

const NEVER_SYNCED: SyncState = {
  phase: 'fetch',
  cursor: null,
  cursorAt: null,
  fetchedUntil: null,
  lastFetchAt: null,
  lastSyncAt: null,
  lastAttemptAt: null,
  lastSuccessAt: null,
  nextSyncAt: null,
  intervalMinutes: null,
}

export function readSyncState(db: ReadDb, tokenNo: number): SyncState {
  const row = get<StateRow>(db, sql`SELECT * FROM sync_state WHERE token_no = ${tokenNo}`)
  if (!row) return NEVER_SYNCED
  return {
    phase: row.phase,
    cursor: row.cursor,
    cursorAt: row.cursor_at,
    fetchedUntil: row.fetched_until,
    lastFetchAt: row.last_fetch_at,
    lastSyncAt: row.last_sync_at,
    lastAttemptAt: row.last_attempt_at,
    lastSuccessAt: row.last_success_at,
    nextSyncAt: row.next_sync_at,
    intervalMinutes: row.interval_minutes,
  }
}

/** Where to go on after a page. */
export type NextPosition = {
  readonly phase: SyncMode
  readonly cursor: string
  readonly fetchedUntil: string | null
}

/** Part of the page's transaction. `balance`: change of the number of devices on the token. */
export function moveCursor(
  db: WriteDb,
  { tokenNo, now }: PageContext,
  { phase, cursor, fetchedUntil, balance }: NextPosition & { readonly balance: number },
): void {
  run(
    db,
    sql`UPDATE sync_state SET phase = ${phase}, cursor = ${cursor}, cursor_at = ${now},
            fetched_until = ifnull(${fetchedUntil}, fetched_until), device_count = device_count + ${balance}
        WHERE token_no = ${tokenNo}`,
  )
}

/** Part of the page's transaction: remembers which devices this page of the fetch listed. */
export function addFetchPage(
  db: WriteDb,
  { tokenNo, runNo, isFirstOfFetch }: PageContext & { readonly isFirstOfFetch: boolean },
  ids: readonly number[],
): void {
  if (isFirstOfFetch) {
    run(db, sql`DELETE FROM fetch_pages WHERE token_no = ${tokenNo}`)
    run(db, sql`UPDATE sync_state SET fetch_run_no = ${runNo} WHERE token_no = ${tokenNo}`)
  }
  run(
    db,
    sql`INSERT INTO fetch_pages (token_no, page, device_ids)
        SELECT ${tokenNo}, ifnull(max(page), 0) + 1, ${packIds(ids)} FROM fetch_pages WHERE token_no = ${tokenNo}`,
  )
}

/** Devices looked at in one statement: one row after the other takes three times as long, all at once takes memory. */
const IDS_AT_ONCE = 10_000

/** What a complete fetch leaves to do. */
export type ListedDevices = {
  /** Ids of devices present on the token that the fetch has not listed. */
  readonly unlisted: readonly number[]
  readonly present: number
  /** What the count that pages have kept is to be corrected by; it is 0 unless something else has written it. */
  readonly miscounted: number
}

/** Compares the list with the store at one moment. Meaningful once the fetch is complete. */
export function compareListed(db: ReadDb, tokenNo: number): ListedDevices {
  const nextPresent = prepare(
    db,
    `SELECT device_id FROM assignments WHERE device_id > ? AND token_no = ? AND at_apple = ?
     ORDER BY device_id LIMIT ${IDS_AT_ONCE}`,
  ).pluck()
  const compare = db.transaction(() => {
    const listed = readListed(db, tokenNo)
    const unlisted: number[] = []
    let present = 0
    for (let ids = [0]; ids.length > 0; present += ids.length) {
      ids = nextPresent.all(ids.at(-1), tokenNo, PRESENT) as number[]
      for (const id of ids) if (!listed.has(id)) unlisted.push(id)
    }
    const { counted } = get<{ counted: number }>(
      db,
      sql`SELECT device_count AS counted FROM sync_state WHERE token_no = ${tokenNo}`,
    )!
    return { unlisted, present, miscounted: present - counted }
  })
  return compare()
}

/** A complete list that is not believed is forgotten, and asked for anew by the next run. */
export function forgetFetch(db: WriteDb, tokenNo: number): void {
  run(db, sql`DELETE FROM fetch_pages WHERE token_no = ${tokenNo}`)
  run(
    db,
    sql`UPDATE sync_state SET phase = 'fetch', cursor = NULL, cursor_at = NULL, fetched_until = NULL,
                              fetch_run_no = NULL
        WHERE token_no = ${tokenNo}`,
  )
}

/** The fetch ended and what it did not list is marked: from here on changes are asked for. */
export function finishFetch(
  db: WriteDb,
  tokenNo: number,
  { now, miscounted }: { readonly now: number; readonly miscounted: number },
): void {
  run(db, sql`DELETE FROM fetch_pages WHERE token_no = ${tokenNo}`)
  run(
    db,
    sql`UPDATE sync_state SET phase = 'sync', fetch_run_no = NULL, last_fetch_at = ${now}, spares_defaults = 0,
            device_count = device_count + ${miscounted}
        WHERE token_no = ${tokenNo}`,
  )
}

/** The token came with a backup and was not fetched since: its devices were there before. */
export function isRestoredUnfetched(db: ReadDb, tokenNo: number): boolean {
  return prepare(db, 'SELECT 1 FROM sync_state WHERE token_no = ? AND spares_defaults = 1').get(tokenNo) !== undefined
}

export function planNextSync(db: WriteDb, tokenNo: number, nextSyncAt: number): void {
  run(db, sql`UPDATE sync_state SET next_sync_at = ${nextSyncAt} WHERE token_no = ${tokenNo}`)
}

export function setSyncInterval(
  db: WriteDb,
  plan: { readonly tokenNo: number; readonly intervalMinutes: number | null; readonly nextSyncAt: number },
): void {
  run(
    db,
    sql`UPDATE sync_state SET interval_minutes = ${plan.intervalMinutes}, next_sync_at = ${plan.nextSyncAt}
        WHERE token_no = ${plan.tokenNo}`,
  )
}

/** One bit per device: a million of them are 125 kilobytes. */
function readListed(db: ReadDb, tokenNo: number): { has: (id: number) => boolean } {
  const { last } = get<{ last: number | null }>(db, sql`SELECT max(id) AS last FROM devices`)!
  const bits = new Uint8Array(((last ?? 0) >>> 3) + 1)
  const pages = all<{ page: number }>(db, sql`SELECT page FROM fetch_pages WHERE token_no = ${tokenNo}`)
  for (const { page } of pages) {
    const { device_ids } = get<{ device_ids: Uint8Array }>(
      db,
      sql`SELECT device_ids FROM fetch_pages WHERE token_no = ${tokenNo} AND page = ${page}`,
    )!
    const view = new DataView(device_ids.buffer, device_ids.byteOffset, device_ids.byteLength)
    for (let at = 0; at < view.byteLength; at += 4) {
      const id = view.getUint32(at, true)
      bits[id >>> 3]! |= 1 << (id & 7)
    }
  }
  return { has: (id) => (bits[id >>> 3]! & (1 << (id & 7))) !== 0 }
}

function packIds(ids: readonly number[]): Uint8Array {
  const packed = new DataView(new ArrayBuffer(ids.length * 4))
  ids.forEach((id, index) => packed.setUint32(index * 4, id, true))
  return new Uint8Array(packed.buffer)
}
