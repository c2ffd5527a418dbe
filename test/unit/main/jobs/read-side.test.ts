import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createSideReader, type FileSide, type SideBatch } from '../../../../main/core/reconcile/job.ts'
import { readInThread } from '../../../../main/jobs/read-side-elsewhere.ts'
import { openByteSource } from '../../../../main/ports/byte-source.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'ade-side-'))))
afterEach(() => rmSync(folder, { recursive: true }))

async function collect(batches: AsyncGenerator<SideBatch, FileSide, undefined>) {
  const found: SideBatch[] = []
  for (;;) {
    const next = await batches.next()
    if (next.done) return { found, side: next.value }
    found.push(next.value)
  }
}

/** Of more than a block, with damage, quotes and a column nobody wants. */
function writeList(): string {
  const path = join(folder, 'list.csv')
  const rows = Array.from({ length: 60_000 }, (_, n) =>
    n % 50 === 0
      ? `7.64E+11,"a ""b""",Q${n},x`
      : ` dmpx${String(n * 7919).padStart(8, '0')},"wide, one",S${n % 30},Köln`,
  )
  writeFileSync(path, ['Serial Number,Model,MDM Server,Organization Group', ...rows].join('\r\n'))
  return path
}

test('a thread reads what this one reads', async () => {
  const file = { path: writeList(), wanted: ['server'] as const }
  const here = await collect(createSideReader(openByteSource)(file, new AbortController().signal))
  const there = await collect(readInThread(file))
  expect(here.found.length).toBeGreaterThan(1)
  expect(there.side).toEqual(here.side)
  expect(there.side).toMatchObject({ rows: 60_000, repaired: 58_800, rejected: 1200, fields: ['group', 'server'] })
  // How far it has read ahead is a matter of chance.
  const plain = (batch: SideBatch) => ({ ...batch, done: 0 })
  expect(there.found.map(plain)).toEqual(here.found.map(plain))
})

test('a failure arrives with its code and path, and whoever stops early ends the thread', async () => {
  const path = join(folder, 'none.csv')
  await expect(collect(readInThread({ path }))).rejects.toMatchObject({ code: 'file.unreadable', path })
  const batches = readInThread({ path: writeList() })
  expect((await batches.next()).done).toBe(false)
  expect(await batches.return(undefined as never)).toMatchObject({ done: true })
  expect(await batches.next()).toMatchObject({ done: true })
})
