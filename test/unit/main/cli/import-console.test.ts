import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { openDb } from '../../../../main/db/open.ts'
import { databasePath } from '../../../../main/start-core.ts'
import { createCommandLine } from '../../../fakes/command-line.ts'
import { insertDevices } from '../../../fakes/device-store.ts'

const cli = createCommandLine()
const [A, B, C] = ['C02XG0FDH7JY', 'DMPVK1ABCD34', 'F9FXY12ZQ1']
const FILE = [
  'Enrollment Status;as of 10 February 2026',
  'Serial Number;Friendly Name;Username;Enrollment Status;Token Status;Last Seen',
  `${A};iPhone of Anna;anna;Enrolled;Not Applicable;2026-02-09T08:00:00Z`,
  ` ${B.toLowerCase()};iPad;bob;Registered;Registration Active;`,
  '7.64E+11;x;y;Enrolled;;',
  `${A};old record;anna;Unenrolled;;2025-02-09T08:00:00Z`,
  `${C};new;carla;Enrolled;;`,
].join('\r\n')

beforeAll(() => {
  mkdirSync(cli.dataDir, { recursive: true })
  const db = openDb(databasePath(cli.dataDir))
  insertDevices(
    db,
    [A, B].map((serial) => ({ serial, atApple: 'present' as const })),
  )
  db.close()
  writeFileSync(cli.path('console.csv'), FILE)
})

it('takes over what the console says and tells every repaired and rejected row', async () => {
  const { exitCode, value } = await cli.json(
    'import',
    'console',
    cli.path('console.csv'),
    '--as-of',
    '2026-02-10T00:00:00Z',
  )
  expect(exitCode).toBe(4)
  expect(value).toMatchObject({
    file: 'console.csv',
    sha256: createHash('sha256')
      .update(readFileSync(cli.path('console.csv')))
      .digest('hex'),
    kind: 'console-lifecycle',
    asOf: '2026-02-10T00:00:00.000Z',
    rows: 5,
    accepted: 3,
    repaired: 1,
    rejected: 1,
    duplicates: 1,
    devices: 3,
    changed: 2,
    unknown: 1,
    repairedRows: [{ line: 4, text: ` ${B.toLowerCase()}`, serial: B, how: ['blanks', 'lower-case'] }],
    rejectedRows: [{ line: 5, text: '7.64E+11', reason: 'scientific-notation' }],
    duplicateRows: [{ line: 6, serial: A, countsInstead: 3 }],
    unknownSerials: [{ line: 7, serial: C }],
  })
})

it('devices are filtered by it, searched by it, and show it in their time line', async () => {
  const enrolled = await cli.json('device', 'list', '--status', 'enrolled', '--token-status', 'not-applicable')
  expect(enrolled.value).toMatchObject({
    total: 1,
    devices: [{ serial: A, user: 'anna', friendlyName: 'iPhone of Anna' }],
  })
  expect((await cli.json('device', 'list', '--search', 'BOB')).value).toMatchObject({ devices: [{ serial: B }] })
  const { value } = await cli.json('device', 'show', A)
  expect(value).toMatchObject({
    device: { consoleLastSeenAt: '2026-02-09T08:00:00.000Z', consoleAsOf: '2026-02-10T00:00:00.000Z' },
    timeline: [{ at: '2026-02-10T00:00:00.000Z', kind: 'console-told' }],
  })
})

it('answers with 2 where nothing can be used, and says why', async () => {
  writeFileSync(cli.path('rubbish.csv'), Buffer.alloc(5000, 1))
  expect(await cli.json('import', 'console', cli.path('rubbish.csv'))).toMatchObject({
    exitCode: 2,
    value: { error: { code: 'import.not-a-table' } },
  })
  writeFileSync(cli.path('plain.csv'), `${A}\n${B}\n`)
  expect(await cli.json('import', 'console', cli.path('plain.csv'))).toMatchObject({
    exitCode: 2,
    value: { error: { code: 'import.nothing-told' } },
  })
})

it('takes the columns that are named', async () => {
  writeFileSync(cli.path('odd.csv'), `Who,Code\nzoe,${A}\n`)
  const columns = ['--column', 'user=1', 'serial=2']
  const { exitCode, value } = await cli.json('import', 'console', cli.path('odd.csv'), ...columns)
  expect({ exitCode, rows: value['rows'] }).toEqual({ exitCode: 0, rows: 1 })
  expect((await cli.json('device', 'list', '--search', 'zoe')).value).toMatchObject({ total: 1 })
})
