import type { SecretId, Serial } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, run, sql } from './sql.ts'

export type StoredLock = {
  readonly secretId: SecretId
  /** Apple's word; null while nobody knows whether the request arrived. */
  readonly outcome: string | null
  readonly askedAt: number
}

/** Notes that Apple is about to be asked. Answers the row to be told the outcome of. */
export function beginLock(
  db: WriteDb,
  { serial, secretId, now }: { readonly serial: Serial; readonly secretId: SecretId; readonly now: number },
): number {
  const { lastInsertRowid } = run(
    db,
    sql`INSERT INTO activation_locks (serial, secret_id, asked_at) VALUES (${serial}, ${secretId}, ${now})`,
  )
  return Number(lastInsertRowid)
}

/** `keepsCode`: the code may open the device. A refused one opens nothing. */
export function endLock(
  db: WriteDb,
  no: number,
  { outcome, keepsCode }: { readonly outcome: string | null; readonly keepsCode: boolean },
): void {
  run(db, sql`UPDATE activation_locks SET outcome = ${outcome} WHERE no = ${no}`)
  if (!keepsCode) run(db, sql`UPDATE activation_locks SET secret_id = NULL WHERE no = ${no}`)
}

/** Those that have a code, newest first. */
export function listLocks(db: ReadDb, serial: Serial): readonly StoredLock[] {
  return all<{ readonly secret_id: SecretId; readonly outcome: string | null; readonly asked_at: number }>(
    db,
    sql`SELECT secret_id, outcome, asked_at FROM activation_locks
        WHERE serial = ${serial} AND secret_id IS NOT NULL ORDER BY no DESC`,
  ).map(({ secret_id, asked_at, outcome }) => ({ secretId: secret_id, outcome, askedAt: asked_at }))
}
