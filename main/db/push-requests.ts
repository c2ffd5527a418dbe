import type { PushRequest } from '../../shared/model/credential.ts'
import type { PushRequestId, SecretId } from '../../shared/model/ids.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { deleteSecret } from './secrets.ts'
import { all, get, run, sql } from './sql.ts'

export type StoredRequest = PushRequest & { readonly privateKeySecretId: SecretId }

type Row = Pick<PushRequest, 'id' | 'name' | 'email' | 'csr'> & {
  readonly key_fingerprint: string
  readonly private_key_secret_id: SecretId
  readonly created_at: number
}

/** Newest first. */
export function listPushRequests(db: ReadDb): readonly StoredRequest[] {
  return all<Row>(
    db,
    sql`SELECT id, name, email, csr, key_fingerprint, private_key_secret_id, created_at FROM push_requests ORDER BY no DESC`,
  ).map(({ key_fingerprint, private_key_secret_id, created_at, ...row }) => ({
    ...row,
    keyFingerprint: key_fingerprint,
    privateKeySecretId: private_key_secret_id,
    createdAt: created_at,
  }))
}

/** `seal` runs inside the transaction: request and key are both there or neither is. */
export function insertPushRequest(db: WriteDb, request: PushRequest, seal: () => SecretId): void {
  db.transaction(() => {
    run(
      db,
      sql`INSERT INTO push_requests (id, name, email, csr, key_fingerprint, private_key_secret_id, created_at)
          VALUES (${request.id}, ${request.name}, ${request.email}, ${request.csr}, ${request.keyFingerprint}, ${seal()},
                  ${request.createdAt})`,
    )
  }).immediate()
}

/** With its key. False when there is none. */
export function deletePushRequest(db: WriteDb, id: PushRequestId): boolean {
  return db
    .transaction(() => {
      const found = get<{ readonly secret: SecretId }>(
        db,
        sql`SELECT private_key_secret_id AS secret FROM push_requests WHERE id = ${id}`,
      )
      if (!found) return false
      run(db, sql`DELETE FROM push_requests WHERE id = ${id}`)
      deleteSecret(db, found.secret)
      return true
    })
    .immediate()
}

/** Part of the caller's transaction: the certificate has come, and its key belongs to that from now on. */
export function takePushRequest(db: WriteDb, id: PushRequestId): void {
  run(db, sql`DELETE FROM push_requests WHERE id = ${id}`)
}
