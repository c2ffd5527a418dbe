import { expect, test } from 'vitest'
import { isAppErrorCode, readList } from '../../../../fakes/read-list.ts'
import { AWKWARD_TABLES } from '../../../../fakes/awkward-tables.ts'

test('there are at least sixty awkward files', () => {
  expect(AWKWARD_TABLES.length).toBeGreaterThanOrEqual(60)
  expect(new Set(AWKWARD_TABLES.map(([name]) => name)).size).toBe(AWKWARD_TABLES.length)
})

test.each(AWKWARD_TABLES)('%s', async (_name, bytes, expected) => {
  const before = process.memoryUsage().rss
  const read = await readList(bytes()).catch((error: unknown) => ({ fails: isAppErrorCode(error) }))
  if ('fails' in expected) expect(read).toEqual(expected)
  else {
    const { accepted, repaired = 0, rejected = 0 } = expected
    expect(read).toMatchObject({ rows: accepted + repaired + rejected, accepted, repaired, rejected })
  }
  expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(400)
})
