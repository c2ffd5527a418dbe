import { beforeEach, describe, expect, it } from 'vitest'
import type { WriteDb } from '../../../../main/db/open.ts'
import { openMemoryDb } from '../../../fakes/memory-db.ts'
import {
  countSecrets,
  deleteKeySlot,
  deleteSecret,
  findSecret,
  listKeySlots,
  listSecrets,
  saveFirstKeySlot,
  saveKeySlot,
  saveSecret,
  type KeySlot,
  type SealedSecret,
} from '../../../../main/db/secrets.ts'
import type { SecretId } from '../../../../shared/model/ids.ts'
import type { SlotKind } from '../../../../shared/model/vault.ts'

const slot = (kind: SlotKind, createdAt = 1): KeySlot => ({
  kind,
  createdAt,
  params: '{"a":1}',
  sealed: Buffer.from([1, 2, createdAt]),
})
const secret = (id: string, createdAt = 1): SealedSecret => ({
  id: id as SecretId,
  kind: 'token-key',
  sealed: Buffer.from([createdAt]),
  createdAt,
})

let db: WriteDb
beforeEach(() => {
  db = openMemoryDb()
})

describe('key slots', () => {
  it('are one per kind, the oldest first, the later in place of the earlier', () => {
    saveKeySlot(db, slot('recovery', 3))
    saveKeySlot(db, slot('passphrase', 2))
    saveKeySlot(db, slot('recovery', 4))
    expect(listKeySlots(db)).toEqual([slot('passphrase', 2), slot('recovery', 4)])
  })

  it('begin once', () => {
    expect([saveFirstKeySlot(db, slot('passphrase')), saveFirstKeySlot(db, slot('os'))]).toEqual([true, false])
    expect(listKeySlots(db)).toEqual([slot('passphrase')])
  })

  it('are deleted but for the last', () => {
    saveKeySlot(db, slot('os'))
    saveKeySlot(db, slot('passphrase'))
    expect([deleteKeySlot(db, 'os'), deleteKeySlot(db, 'passphrase')]).toEqual([true, false])
    expect(listKeySlots(db)).toEqual([slot('passphrase')])
  })

  it('are of a known kind, with JSON for params', () => {
    expect(() => saveKeySlot(db, slot('other' as SlotKind))).toThrow(/CHECK/)
    expect(() => saveKeySlot(db, { ...slot('os'), params: '{' })).toThrow(/CHECK/)
  })
})

describe('secrets', () => {
  it('are saved, replaced, found, counted and deleted', () => {
    saveSecret(db, secret('b', 1))
    saveSecret(db, secret('a', 2))
    saveSecret(db, secret('b', 3))
    expect(findSecret(db, 'b' as SecretId)).toEqual(secret('b', 3))
    expect([listSecrets(db), countSecrets(db)]).toEqual([[secret('a', 2), secret('b', 3)], 2])
    deleteSecret(db, 'b' as SecretId)
    expect([findSecret(db, 'b' as SecretId), countSecrets(db)]).toEqual([undefined, 1])
  })

  it('keep their kind', () => {
    saveSecret(db, secret('a', 1))
    expect(() => saveSecret(db, { ...secret('a', 2), kind: 'token-credentials' })).toThrow(/not of kind/)
    expect(findSecret(db, 'a' as SecretId)).toEqual(secret('a', 1))
  })

  it('stay while a key pair needs them', () => {
    saveSecret(db, secret('a'))
    db.exec(`INSERT INTO key_pairs (id, name, group_no, state, fingerprint_sha256, private_key_secret_id, created_at)
             VALUES ('k', 'K', 1, 'staged', '', 'a', 1)`)
    expect(() => deleteSecret(db, 'a' as SecretId)).toThrow(/FOREIGN KEY/)
  })
})
