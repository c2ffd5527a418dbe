import type { ErrorCode } from '../../shared/errors.ts'
import type { RunId, TokenId } from '../../shared/model/ids.ts'
import type { RunChange, RunChanges, RunState, RunWarning, SyncMode, SyncRun } from '../../shared/model/sync-run.ts'
import { releaseLease, type Lease } from './leases.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, prepare, run, sql } from './sql.ts'

/** What a page adds to its run. */
export type RunCounts = Pick<
  SyncRun,
  'requests' | 'pages' | 'received' | 'added' | 'modified' | 'removed' | 'unchanged' | 'foundOnlyByFetch'
>

export type NewRun = {
  readonly id: RunId
  readonly tokenNo: number
  readonly mode: SyncMode
  readonly state: 'running' | 'skipped'
  readonly now: number
}

/** Returns the run's number. The caller holds the lease, so runs that still call themselves running are dead. */
export function startRun(db: WriteDb, { id, tokenNo, mode, state, now }: NewRun): number {
  return db
    .transaction(() => {
      if (state === 'running') {
        run(
          db,
          sql`UPDATE sync_runs SET state = 'interrupted', finished_at = ${now}
              WHERE token_no = ${tokenNo} AND state = 'running'`,
        )
        run(db, sql`UPDATE sync_state SET last_attempt_at = ${now} WHERE token_no = ${tokenNo}`)
      }
      const { lastInsertRowid } = run(
        db,
        sql`INSERT INTO sync_runs (id, token_no, mode, state, started_at, finished_at, requests, pages, received, added,
                                   modified, removed, unchanged, found_only_by_fetch, assigned, first_event_no)
            VALUES (${id}, ${tokenNo}, ${mode}, ${state}, ${now}, ${state === 'skipped' ? now : null},
                    0, 0, 0, 0, 0, 0, 0, 0, 0, (SELECT ifnull(max(no), 0) + 1 FROM events))`,
      )
      return Number(lastInsertRowid)
    })
    .immediate()
}

/** Part of the page's transaction. `requests` is the number so far, all others are added. */
export function countInRun(db: WriteDb, runNo: number | null, counts: RunCounts): void {
  if (runNo === null) return
  prepare(
    db,
    `UPDATE sync_runs SET requests = max(requests, ?), pages = pages + ?, received = received + ?, added = added + ?,
       modified = modified + ?, removed = removed + ?, unchanged = unchanged + ?,
       found_only_by_fetch = found_only_by_fetch + ?
     WHERE no = ?`,
  ).run(
    counts.requests,
    counts.pages,
    counts.received,
    counts.added,
    counts.modified,
    counts.removed,
    counts.unchanged,
    counts.foundOnlyByFetch,
    runNo,
  )
}

export type RunEnd = {
  /** Released with the end of the run, in one transaction. */
  readonly lease: Lease
  readonly runNo: number
  readonly tokenNo: number
  readonly state: Exclude<RunState, 'running' | 'skipped'>
  readonly mode: SyncMode
  readonly requests: number
  readonly now: number
  readonly error: SyncRun['error']
}

export function endRun(db: WriteDb, { lease, runNo, tokenNo, state, mode, requests, now, error }: RunEnd): void {
  db.transaction(() => {
    releaseLease(db, lease)
    run(
      db,
      sql`UPDATE sync_runs SET state = ${state}, mode = ${mode}, finished_at = ${now},
              requests = max(requests, ${requests}),
              error_code = ${error?.code ?? null}, error_message = ${error?.message ?? null},
              last_event_no = (SELECT ifnull(max(no), 0) FROM events)
          WHERE no = ${runNo} AND state = 'running'`,
    )
    if (state === 'done') {
      run(db, sql`UPDATE sync_state SET last_success_at = ${now}, last_sync_at = ${now} WHERE token_no = ${tokenNo}`)
    }
  }).immediate()
}

/** Part of a transaction of the run's. */
export function warnInRun(db: WriteDb, runNo: number, warning: RunWarning): void {
  run(db, sql`UPDATE sync_runs SET warning = ${warning} WHERE no = ${runNo}`)
}

/** Ends a run whose worker is known to be dead, and frees its lease. */
export function abandonRun(
  db: WriteDb,
  { id, leaseName, now }: { readonly id: RunId; readonly leaseName: string; readonly now: number },
): void {
  db.transaction(() => {
    run(db, sql`DELETE FROM leases WHERE name = ${leaseName} AND owner LIKE ${`%:${id}`}`)
    run(
      db,
      sql`UPDATE sync_runs SET state = 'interrupted', finished_at = ${now} WHERE id = ${id} AND state = 'running'`,
    )
  }).immediate()
}

type RunRow = {
  id: RunId
  token_id: TokenId
  token: string
  mode: SyncMode
  state: RunState
  started_at: number
  finished_at: number | null
  requests: number
  pages: number
  received: number
  added: number
  modified: number
  removed: number
  unchanged: number
  found_only_by_fetch: number
  assigned: number
  error_code: ErrorCode | null
  error_message: string | null
  warning: RunWarning | null
}

/** Newest first. */
export function listRuns(
  db: ReadDb,
  { tokenId, limit }: { readonly tokenId?: TokenId | undefined; readonly limit: number },
): readonly SyncRun[] {
  const only = tokenId === undefined ? sql`TRUE` : sql`tokens.id = ${tokenId}`
  return selectRuns(db, sql`${only} ORDER BY sync_runs.no DESC LIMIT ${limit}`)
}

export function countRuns(db: ReadDb): number {
  return get<{ runs: number }>(db, sql`SELECT count(*) AS runs FROM sync_runs`)?.runs ?? 0
}

const RUNS_PER_PAGE = 500

/** All of them, newest first, some at a time. */
export async function* runPages(db: ReadDb): AsyncGenerator<readonly SyncRun[]> {
  for (let before = Number.MAX_SAFE_INTEGER; ;) {
    const nos = all<{ no: number }>(
      db,
      sql`SELECT no FROM sync_runs WHERE no < ${before} ORDER BY no DESC LIMIT ${RUNS_PER_PAGE}`,
    )
    const [newest, oldest] = [nos[0]?.no, nos.at(-1)?.no]
    if (newest === undefined || oldest === undefined) return
    yield selectRuns(db, sql`sync_runs.no BETWEEN ${oldest} AND ${newest} ORDER BY sync_runs.no DESC`)
    before = oldest
  }
}

export function findRun(db: ReadDb, id: RunId): SyncRun | undefined {
  return selectRuns(db, sql`sync_runs.id = ${id}`)[0]
}

/** How many runs in a row have failed since the last one that did not. */
export function countFailures(db: ReadDb, tokenNo: number): number {
  const [row] = all<{ failures: number }>(
    db,
    sql`SELECT count(*) AS failures FROM sync_runs
        WHERE token_no = ${tokenNo} AND state = 'failed'
          AND no > ifnull((SELECT max(no) FROM sync_runs WHERE token_no = ${tokenNo} AND state = 'done'), 0)`,
  )
  return row?.failures ?? 0
}

/** Events of other runs may lie between those of one; no more than these are looked at. */
const EVENTS_LOOKED_AT = 20_000

type EventSpan = { no: number; state: RunState; first: number | null; last: number | null }

/** What a run did to which devices, found by where its events lie: an index for it would cost every new event. */
export function listRunChanges(
  db: ReadDb,
  { runId, limit }: { readonly runId: RunId; readonly limit: number },
): RunChanges {
  const span = get<EventSpan>(
    db,
    sql`SELECT no, state, first_event_no AS first, last_event_no AS last FROM sync_runs WHERE id = ${runId}`,
  )
  if (!span || span.first === null) return { changes: [], hasMore: false, isKnown: false }
  const end = span.last ?? Number.MAX_SAFE_INTEGER
  const lookedUntil = Math.min(end, span.first + EVENTS_LOOKED_AT - 1)
  const rows = all<RunChange>(
    db,
    sql`SELECT events.no, serial, kind FROM events JOIN devices ON devices.id = device_id
        WHERE events.no BETWEEN ${span.first} AND ${lookedUntil} AND run_no = ${span.no}
        ORDER BY events.no LIMIT ${limit + 1}`,
  )
  const last = get<{ no: number | null }>(db, sql`SELECT max(no) AS no FROM events`)?.no ?? 0
  const isCut = rows.length > limit || lookedUntil < Math.min(end, last)
  return { changes: rows.slice(0, limit), hasMore: isCut, isKnown: true }
}

function selectRuns(db: ReadDb, condition: ReturnType<typeof sql>): readonly SyncRun[] {
  const rows = all<RunRow>(
    db,
    sql`SELECT sync_runs.id, tokens.id AS token_id, tokens.name AS token, mode, sync_runs.state, started_at, finished_at,
               requests, pages, received, added, modified, removed, unchanged, found_only_by_fetch, assigned,
               error_code, error_message, warning
        FROM sync_runs JOIN tokens ON tokens.no = sync_runs.token_no WHERE ${condition}`,
  )
  return rows.map(toRun)
}

function toRun(row: RunRow): SyncRun {
  return {
    id: row.id,
    tokenId: row.token_id,
    token: row.token,
    mode: row.mode,
    state: row.state,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    requests: row.requests,
    pages: row.pages,
    received: row.received,
    added: row.added,
    modified: row.modified,
    removed: row.removed,
    unchanged: row.unchanged,
    foundOnlyByFetch: row.found_only_by_fetch,
    assigned: row.assigned,
    error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
    warning: row.warning,
  }
}

/** Devices that got the profile they should have. */
export function countAssigned(db: WriteDb, runNo: number, assigned: number): void {
  run(db, sql`UPDATE sync_runs SET assigned = assigned + ${assigned} WHERE no = ${runNo}`)
}
