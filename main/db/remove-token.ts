import { AppError } from '../../shared/errors.ts'
import type { EventKind, GoneReason } from '../../shared/model/device.ts'
import type { TokenId } from '../../shared/model/ids.ts'
import type { TokenRemoval } from '../../shared/model/token.ts'
import { atAppleCode } from './device-rows.ts'
import { archiveKeyPair } from './key-pairs.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { deleteSecret } from './secrets.ts'
import { all, get, run, sql } from './sql.ts'
import { assertNotSyncing, findToken } from './tokens.ts'
import { wordId } from './words.ts'

const PRESENT = atAppleCode('present')
const GONE = atAppleCode('gone')
const REASON: GoneReason = 'token-removed'
const REMOVED: EventKind = 'removed'
const MOVED: EventKind = 'moved'

/** Device rows looked at in one transaction: about ten milliseconds. */
export const RETIRED_AT_ONCE = 500

/**
 * In one short transaction: the sealed credentials are deleted, the key pair is archived, and the token stays as a row
 * with `removed_at`, so that history can name it. Its devices are marked as still to be retired, however many there
 * are. Fails with `token.not-found`, or `db.busy` while a sync runs.
 */
export function removeToken(db: WriteDb, id: TokenId, at: number): void {
  db.transaction(() => {
    const token = findToken(db, id)
    if (!token) throw new AppError('token.not-found', 'there is no such token')
    assertNotSyncing(db, id, at)
    run(db, sql`DELETE FROM fetch_pages WHERE token_no = ${token.no}`)
    run(
      db,
      sql`UPDATE sync_state SET phase = 'fetch', cursor = NULL, cursor_at = NULL, fetched_until = NULL,
                                fetch_run_no = NULL, device_count = 0, next_sync_at = NULL
          WHERE token_no = ${token.no}`,
    )
    run(
      db,
      sql`UPDATE tokens SET removed_at = ${at}, retiring_since_at = ${at}, credentials_secret_id = NULL,
                            terms_checks = 0, terms_check_at = NULL
          WHERE no = ${token.no}`,
    )
    deleteSecret(db, token.credentialsSecretId)
    archiveKeyPair(db, token.keyId)
  }).immediate()
}

export type PendingRemoval = TokenRemoval & { readonly no: number }

/** Removed tokens with devices that may not be history yet: under way somewhere, or left by a program that was killed. */
export function listRemovals(db: ReadDb): readonly PendingRemoval[] {
  return all<PendingRemoval>(
    db,
    sql`SELECT no, id, name, retiring_since_at AS since FROM tokens
        WHERE removed_at IS NOT NULL AND retiring_since_at IS NOT NULL ORDER BY retiring_since_at, no`,
  )
}

export function isTokenRemoved(db: ReadDb, tokenNo: number): boolean {
  return !!get(db, sql`SELECT 1 FROM tokens WHERE no = ${tokenNo} AND removed_at IS NOT NULL`)
}

export type RetiredPortion = {
  /** The last id that was looked at: where the next portion begins. */
  readonly until: number
  readonly total: number
  readonly isDone: boolean
}

/**
 * The next devices of a removed token, in a transaction of their own: those on it become gone with a reason and a line
 * in their time line; one that another token has too is shown there from now on. Done again, it changes nothing. When
 * nothing is left the mark goes, and so it does when the token came back meanwhile (a restore): then it is all over.
 */
export function retirePortion(db: WriteDb, tokenNo: number, after: number): RetiredPortion {
  const token = get<{ since: number | null; removed: number | null }>(
    db,
    sql`SELECT retiring_since_at AS since, removed_at AS removed FROM tokens WHERE no = ${tokenNo}`,
  )
  const { last } = get<{ last: number | null }>(db, sql`SELECT max(id) AS last FROM devices`)!
  const total = last ?? 0
  const until = after + RETIRED_AT_ONCE
  const isOver = !token || token.since === null || token.removed === null
  if (isOver || after >= total) {
    run(db, sql`UPDATE tokens SET retiring_since_at = NULL WHERE no = ${tokenNo}`)
    return { until: total, total, isDone: true }
  }
  // Before the transaction: a number remembered for a word must not be rolled back.
  const portion = { tokenNo, reasonId: wordId(db, REASON), at: token.since!, after, until }
  if (hasWork(db, portion)) db.transaction(() => retireDevices(db, portion)).immediate()
  return { until, total, isDone: false }
}

type Portion = {
  readonly tokenNo: number
  readonly reasonId: number
  readonly at: number
  readonly after: number
  readonly until: number
}

/** Most portions of a store with several tokens have nothing to write, and need not hold up those who have. */
function hasWork(db: ReadDb, { tokenNo, after, until }: Portion): boolean {
  const shown = sql`SELECT 1 FROM devices WHERE id > ${after} AND id <= ${until} AND token_no = ${tokenNo}
                    AND at_apple = ${PRESENT} LIMIT 1`
  const assigned = sql`SELECT 1 FROM assignments WHERE device_id > ${after} AND device_id <= ${until}
                       AND token_no = ${tokenNo} AND at_apple = ${PRESENT} LIMIT 1`
  return !!get(db, shown) || !!get(db, assigned)
}

function retireDevices(db: WriteDb, { tokenNo, reasonId, at, after, until }: Portion): void {
  if (!get(db, sql`SELECT 1 FROM tokens WHERE no = ${tokenNo} AND removed_at IS NOT NULL`)) return
  const shownHere = sql`id > ${after} AND id <= ${until} AND token_no = ${tokenNo} AND at_apple = ${PRESENT}`
  run(
    db,
    sql`UPDATE assignments SET at_apple = ${GONE}, since_at = ${at}
        WHERE device_id > ${after} AND device_id <= ${until} AND token_no = ${tokenNo} AND at_apple = ${PRESENT}`,
  )
  const elsewhere = sql`(SELECT tokens.no FROM assignments JOIN tokens ON tokens.no = assignments.token_no
      WHERE device_id = devices.id AND at_apple = ${PRESENT} AND removed_at IS NULL LIMIT 1)`
  run(
    db,
    sql`INSERT INTO events (device_id, at, kind, token_no, detail)
        SELECT id, ${at}, iif(${elsewhere} IS NULL, ${REMOVED}, ${MOVED}), ${tokenNo},
               ${JSON.stringify({ reason: REASON })}
        FROM devices WHERE ${shownHere}`,
  )
  run(
    db,
    sql`UPDATE devices SET token_no = ${elsewhere}
        WHERE ${shownHere} AND ${elsewhere} IS NOT NULL`,
  )
  run(
    db,
    sql`UPDATE devices SET at_apple = ${GONE}, gone_since_at = ${at}, gone_reason_id = ${reasonId} WHERE ${shownHere}`,
  )
}
