import { AppError } from '../../shared/errors.ts'
import type { KeyId, SecretId } from '../../shared/model/ids.ts'
import type { KeyPair } from '../../shared/model/token.ts'
import { groupPathOf } from './groups.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { deleteSecret } from './secrets.ts'
import { all, get, run, sql } from './sql.ts'

/** A pair brought from another tool may have no certificate: then nothing but trying tells which files it opens. */
export type StoredKeyPair = {
  readonly id: KeyId
  readonly name: string
  readonly group: string
  readonly state: KeyPair['state']
  readonly certificate: string | null
  /** Of the certificate, or of the public key where there is none. */
  readonly fingerprintSha256: string
  readonly issuerDer: Uint8Array | null
  readonly serialNumber: string | null
  readonly privateKeySecretId: SecretId
  readonly createdAt: number
}

export type NewKeyPair = Omit<StoredKeyPair, 'group' | 'privateKeySecretId'> & { readonly groupNo: number }

type KeyPairRow = {
  readonly id: KeyId
  readonly name: string
  readonly path: string
  readonly state: KeyPair['state']
  readonly certificate: string | null
  readonly fingerprint_sha256: string
  readonly issuer_der: Uint8Array | null
  readonly serial_number: string | null
  readonly private_key_secret_id: SecretId
  readonly created_at: number
}

/** All pairs, newest first. */
export function listKeyPairs(db: ReadDb): readonly StoredKeyPair[] {
  const rows = all<KeyPairRow>(
    db,
    sql`SELECT id, name, ${groupPathOf(sql`key_pairs.group_no`)} AS path, state, certificate, fingerprint_sha256, issuer_der, serial_number,
               private_key_secret_id, created_at
        FROM key_pairs ORDER BY created_at DESC, id`,
  )
  return rows.map(toKeyPair)
}

/** `sealPrivateKey` runs inside the transaction: pair and sealed key are both there or neither is. */
export function insertKeyPair(db: WriteDb, pair: NewKeyPair, sealPrivateKey: () => SecretId): void {
  db.transaction(() => {
    run(
      db,
      sql`INSERT INTO key_pairs (id, name, group_no, state, certificate, fingerprint_sha256, issuer_der, serial_number,
                                 private_key_secret_id, created_at)
          VALUES (${pair.id}, ${pair.name}, ${pair.groupNo}, ${pair.state}, ${pair.certificate},
                  ${pair.fingerprintSha256}, ${pair.issuerDer}, ${pair.serialNumber}, ${sealPrivateKey()},
                  ${pair.createdAt})`,
    )
  }).immediate()
}

/** Only a staged pair can go: others may still be needed. False when there is no such staged pair. */
export function deleteStagedKeyPair(db: WriteDb, id: KeyId): boolean {
  return db
    .transaction(() => {
      const pair = get<{ readonly secret: SecretId }>(
        db,
        sql`SELECT private_key_secret_id AS secret FROM key_pairs WHERE id = ${id} AND state = 'staged'`,
      )
      if (!pair) return false
      run(db, sql`DELETE FROM key_pairs WHERE id = ${id}`)
      deleteSecret(db, pair.secret)
      return true
    })
    .immediate()
}

/** Part of the caller's transaction, before a token names the pair. */
export function promoteKeyPair(db: WriteDb, id: KeyId): void {
  const { changes } = run(db, sql`UPDATE key_pairs SET state = 'current' WHERE id = ${id}`)
  if (changes === 0) throw new AppError('token.changed-meanwhile', 'the key pair was discarded meanwhile')
}

/** Part of the caller's transaction, after it: never deleted, and current as long as a token still uses it. */
export function archiveKeyPair(db: WriteDb, id: KeyId | null): void {
  run(
    db,
    sql`UPDATE key_pairs SET state = 'archived' WHERE id = ${id}
        AND NOT EXISTS (SELECT 1 FROM tokens WHERE key_id = ${id} AND removed_at IS NULL)`,
  )
}

function toKeyPair(row: KeyPairRow): StoredKeyPair {
  return {
    id: row.id,
    name: row.name,
    group: row.path,
    state: row.state,
    certificate: row.certificate,
    fingerprintSha256: row.fingerprint_sha256,
    issuerDer: row.issuer_der,
    serialNumber: row.serial_number,
    privateKeySecretId: row.private_key_secret_id,
    createdAt: row.created_at,
  }
}
