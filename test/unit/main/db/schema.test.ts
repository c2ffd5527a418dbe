import { expect, test } from 'vitest'
import { openDb } from '../../../../main/db/open.ts'

const HEADER = '-- Written by test/unit/main/db/schema.test.ts (npx vitest run -u …); for reading only.\n\n'

test('schema.sql shows the schema that the migrations make', async () => {
  const statements = openDb(':memory:')
    .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid')
    .pluck()
    .all() as string[]
  const text = statements.map((statement) => `${statement.replace(/^ {4}/gm, '')};\n`).join('\n')
  await expect(HEADER + text).toMatchFileSnapshot('../../../../main/db/schema.sql')
})

test('every table is STRICT', () => {
  const loose = openDb(':memory:').prepare(
    "SELECT name FROM pragma_table_list WHERE strict = 0 AND type = 'table' AND name NOT LIKE 'sqlite_%'",
  )
  expect(loose.pluck().all()).toEqual([])
})
