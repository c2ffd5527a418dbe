import type { ErrorCode } from '../../shared/errors.ts'
import type { TokenId } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

/** Enough to know every notice of years. What lasts is never forgotten. */
const KEPT = 5000

/**
 * Remembers what was found at `now` and returns the ids that were not known before: those are to be told. One
 * transaction, so that of two processes only one tells.
 */
export function recordCheck(db: WriteDb, ids: readonly string[], now: number): readonly string[] {
  return db
    .transaction(() => {
      const fresh = ids.filter((id) => remember(db, id, now))
      if (fresh.length > 0) forgetOldest(db, ids)
      run(
        db,
        sql`INSERT INTO notice_check (only_row, checked_at) VALUES (1, ${now})
            ON CONFLICT (only_row) DO UPDATE SET checked_at = excluded.checked_at`,
      )
      return fresh
    })
    .immediate()
}

/** The id stays known, and from now on out of sight. */
export function dismissNotice(db: WriteDb, id: string, now: number): void {
  db.transaction(() => {
    remember(db, id, now)
    run(db, sql`UPDATE told_notices SET dismissed_at = ${now} WHERE id = ${id} AND dismissed_at IS NULL`)
  }).immediate()
}

/** Which of these ids somebody has put out of sight. */
export function listDismissed(db: ReadDb, ids: readonly string[]): ReadonlySet<string> {
  const rows = all<{ id: string }>(
    db,
    sql`SELECT id FROM told_notices
        WHERE dismissed_at IS NOT NULL AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** When everything was last looked through; null before the first time. */
export function readCheckedAt(db: ReadDb): number | null {
  return get<{ checked_at: number }>(db, sql`SELECT checked_at FROM notice_check`)?.checked_at ?? null
}

/** Runs of one token that have failed since the last one that did not. */
export type FailureStreak = {
  readonly tokenId: TokenId
  readonly count: number
  /** Number of the first run of the streak: another streak has another one. */
  readonly firstRunNo: number
  readonly since: number
  /** What the newest of them failed with. */
  readonly code: ErrorCode | null
}

/** Streaks of all tokens; a token whose last run went well has none. */
export function listFailureStreaks(db: ReadDb): readonly FailureStreak[] {
  return all<FailureStreak>(
    db,
    sql`WITH last_good AS (
          SELECT id, no AS token_no, ifnull((SELECT max(no) FROM sync_runs WHERE token_no = tokens.no AND state = 'done'), 0) AS no
          FROM tokens WHERE removed_at IS NULL
        ), streaks AS (
          SELECT last_good.id, count(*) AS count, min(failed.no) AS first_no, max(failed.no) AS last_no
          FROM last_good JOIN sync_runs AS failed ON failed.token_no = last_good.token_no AND failed.no > last_good.no
          WHERE failed.state = 'failed' GROUP BY last_good.token_no
        )
        SELECT streaks.id AS tokenId, count, first_no AS firstRunNo, began.started_at AS since, latest.error_code AS code
        FROM streaks JOIN sync_runs AS began ON began.no = first_no JOIN sync_runs AS latest ON latest.no = last_no
        ORDER BY streaks.id`,
  )
}

function remember(db: WriteDb, id: string, now: number): boolean {
  return run(db, sql`INSERT INTO told_notices (id, told_at) VALUES (${id}, ${now}) ON CONFLICT DO NOTHING`).changes > 0
}

function forgetOldest(db: WriteDb, lasting: readonly string[]): void {
  run(
    db,
    sql`DELETE FROM told_notices
        WHERE no <= (SELECT max(no) FROM told_notices) - ${KEPT}
          AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(lasting)}))`,
  )
}
