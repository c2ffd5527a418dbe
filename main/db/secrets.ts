import type { SecretId } from '../../shared/model/ids.ts'
import type { SlotKind } from '../../shared/model/vault.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

/** The data key, sealed one way. `params` is JSON; what it holds depends on `kind`. */
export type KeySlot = {
  readonly kind: SlotKind
  readonly params: string
  readonly sealed: Uint8Array
  readonly createdAt: number
}

export type SealedSecret = {
  readonly id: SecretId
  readonly kind: string
  readonly sealed: Uint8Array
  readonly createdAt: number
}

type SealedRow = { readonly sealed: Uint8Array; readonly created_at: number }
type KeySlotRow = SealedRow & { readonly kind: SlotKind; readonly params: string }
type SecretRow = SealedRow & { readonly id: SecretId; readonly kind: string }

export function listKeySlots(db: ReadDb): readonly KeySlot[] {
  const rows = all<KeySlotRow>(
    db,
    sql`SELECT kind, params, sealed, created_at FROM key_slots ORDER BY created_at, kind`,
  )
  return rows.map(({ kind, params, sealed, created_at }) => ({ kind, params, sealed, createdAt: created_at }))
}

/** In place of the slot of this kind, if there is one: the old one or the new one is there, never neither. */
export function saveKeySlot(db: WriteDb, slot: KeySlot): void {
  run(
    db,
    sql`INSERT INTO key_slots (kind, params, sealed, created_at)
        VALUES (${slot.kind}, ${slot.params}, ${slot.sealed}, ${slot.createdAt})
        ON CONFLICT (kind) DO UPDATE
        SET params = excluded.params, sealed = excluded.sealed, created_at = excluded.created_at`,
  )
}

/** The first slot of a new vault. False, and nothing written, when another process has made one meanwhile. */
export function saveFirstKeySlot(db: WriteDb, slot: KeySlot): boolean {
  return db
    .transaction(() => {
      if (get(db, sql`SELECT 1 FROM key_slots`)) return false
      saveKeySlot(db, slot)
      return true
    })
    .immediate()
}

/** False, and nothing removed, when no other slot would be left. */
export function deleteKeySlot(db: WriteDb, kind: SlotKind): boolean {
  return db
    .transaction(() => {
      if (!get(db, sql`SELECT 1 FROM key_slots WHERE kind <> ${kind}`)) return false
      run(db, sql`DELETE FROM key_slots WHERE kind = ${kind}`)
      return true
    })
    .immediate()
}

export function countSecrets(db: ReadDb): number {
  return get<{ readonly n: number }>(db, sql`SELECT count(*) AS n FROM secrets`)?.n ?? 0
}

export function findSecret(db: ReadDb, id: SecretId): SealedSecret | undefined {
  const row = get<SecretRow>(db, sql`SELECT id, kind, sealed, created_at FROM secrets WHERE id = ${id}`)
  return row && toSecret(row)
}

/** Newest first. */
export function listSecretsOfKind(
  db: ReadDb,
  kind: string,
): readonly { readonly id: SecretId; readonly createdAt: number }[] {
  return all<{ readonly id: SecretId; readonly created_at: number }>(
    db,
    sql`SELECT id, created_at FROM secrets WHERE kind = ${kind} ORDER BY created_at DESC, id`,
  ).map(({ id, created_at }) => ({ id, createdAt: created_at }))
}

/** Oldest first. */
export function listSecrets(db: ReadDb): readonly SealedSecret[] {
  const rows = all<SecretRow>(db, sql`SELECT id, kind, sealed, created_at FROM secrets ORDER BY created_at, id`)
  return rows.map(toSecret)
}

/** Makes the secret or gives it a new value. A secret never changes its kind: that is a bug of the caller. */
export function saveSecret(db: WriteDb, secret: SealedSecret): void {
  const { changes } = run(
    db,
    sql`INSERT INTO secrets (id, kind, sealed, created_at)
        VALUES (${secret.id}, ${secret.kind}, ${secret.sealed}, ${secret.createdAt})
        ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, created_at = excluded.created_at
        WHERE kind = excluded.kind`,
  )
  if (changes === 0) throw new Error(`secret ${secret.id} is not of kind ${secret.kind}`)
}

export function deleteSecret(db: WriteDb, id: SecretId): void {
  run(db, sql`DELETE FROM secrets WHERE id = ${id}`)
}

function toSecret({ id, kind, sealed, created_at }: SecretRow): SealedSecret {
  return { id, kind, sealed, createdAt: created_at }
}
