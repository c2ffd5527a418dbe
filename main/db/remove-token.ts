import { AppError } from '../../shared/errors.ts'
import type { EventKind, GoneReason } from '../../shared/model/device.ts'
import type { TokenId } from '../../shared/model/ids.ts'
import { atAppleCode } from './device-rows.ts'
import { archiveKeyPair } from './key-pairs.ts'
import type { WriteDb } from './open.ts'
import { deleteSecret } from './secrets.ts'
import { run, sql } from './sql.ts'
import { assertNotSyncing, findToken } from './tokens.ts'
import { wordId } from './words.ts'

const PRESENT = atAppleCode('present')
const GONE = atAppleCode('gone')
const REASON: GoneReason = 'token-removed'
const REMOVED: EventKind = 'removed'
const MOVED: EventKind = 'moved'

/**
 * In one transaction: devices that are on the token become gone with a reason and a line in their time line, the
 * sealed credentials are deleted, the key pair is archived, and the token stays as a row with `removed_at`, so that
 * history can name it. A device that another token has too is shown there from now on. Fails with `token.not-found`, or `db.busy` while a sync runs.
 */
export function removeToken(db: WriteDb, id: TokenId, at: number): void {
  // Before the transaction: a number remembered for a word must not be rolled back.
  const reasonId = wordId(db, REASON)
  db.transaction(() => {
    const token = findToken(db, id)
    if (!token) throw new AppError('token.not-found', 'there is no such token')
    assertNotSyncing(db, id, at)
    retireDevices(db, { tokenNo: token.no, reasonId, at })
    run(db, sql`DELETE FROM fetch_pages WHERE token_no = ${token.no}`)
    run(
      db,
      sql`UPDATE sync_state SET phase = 'fetch', cursor = NULL, cursor_at = NULL, fetched_until = NULL,
                                fetch_run_no = NULL, device_count = 0, next_sync_at = NULL
          WHERE token_no = ${token.no}`,
    )
    run(db, sql`UPDATE tokens SET removed_at = ${at}, credentials_secret_id = NULL WHERE no = ${token.no}`)
    deleteSecret(db, token.credentialsSecretId)
    archiveKeyPair(db, token.keyId)
  }).immediate()
}

type Retirement = { readonly tokenNo: number; readonly reasonId: number; readonly at: number }

/** Statements over all devices at once: a token may have a million. */
function retireDevices(db: WriteDb, { tokenNo, reasonId, at }: Retirement): void {
  const shownHere = sql`token_no = ${tokenNo} AND at_apple = ${PRESENT}`
  run(
    db,
    sql`UPDATE assignments SET at_apple = ${GONE}, since_at = ${at}
        WHERE token_no = ${tokenNo} AND at_apple = ${PRESENT}`,
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
    sql`UPDATE devices SET token_no = ${elsewhere}, group_no = (SELECT group_no FROM tokens WHERE no = ${elsewhere})
        WHERE ${shownHere} AND ${elsewhere} IS NOT NULL`,
  )
  run(
    db,
    sql`UPDATE devices SET at_apple = ${GONE}, gone_since_at = ${at}, gone_reason_id = ${reasonId} WHERE ${shownHere}`,
  )
}
