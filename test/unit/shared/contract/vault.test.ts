import { expect, test } from 'vitest'
import { MAX_BACKUP_BYTES, vault } from '../../../../shared/contract/vault.ts'

const restores = (input: object) => vault.restore.input.safeParse({ backupPassphrase: 'x', ...input }).success

test('a restore comes from a path or from the bytes of a file, never from both or neither', () => {
  expect(restores({ path: '/b' })).toBe(true)
  expect(restores({ file: new Uint8Array(3) })).toBe(true)
  expect(restores({})).toBe(false)
  expect(restores({ path: '/b', file: new Uint8Array(3) })).toBe(false)
})

test('bytes are bounded, and are bytes', () => {
  expect(restores({ file: 'text' })).toBe(false)
  expect(restores({ file: new Uint8Array(MAX_BACKUP_BYTES + 1) })).toBe(false)
})
