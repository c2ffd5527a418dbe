import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openByteSource } from '../../../../main/ports/byte-source.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ade-bytes-'))))
afterEach(() => rmSync(folder, { recursive: true }))

test.each([0, 5, 1024 * 1024, 3_500_000])('%i bytes arrive in blocks, whole and hashed', async (size) => {
  const bytes = Buffer.from(Uint8Array.from({ length: size }, (_, n) => n % 251))
  writeFileSync(join(folder, 'list.csv'), bytes)
  const source = await openByteSource(join(folder, 'list.csv'))
  const blocks: Buffer[] = []
  for await (const block of source.chunks()) blocks.push(block)
  expect(Buffer.concat(blocks).equals(bytes)).toBe(true)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect([source.name, source.size, source.done(), source.sha256()]).toEqual(['list.csv', size, size, sha256])
})

test('who stops early closes the file', async () => {
  writeFileSync(join(folder, 'list.csv'), Buffer.alloc(5_000_000))
  const source = await openByteSource(join(folder, 'list.csv'))
  for await (const block of source.chunks()) {
    expect(block.length).toBe(1024 * 1024)
    break
  }
  expect(source.done()).toBe(1024 * 1024)
})

test('a folder and a missing file are refused by their path', async () => {
  const path = join(folder, 'none.csv')
  await expect(openByteSource(path)).rejects.toMatchObject({ code: 'file.unreadable', path })
  await expect(openByteSource(folder)).rejects.toMatchObject({ code: 'file.unreadable' })
})
