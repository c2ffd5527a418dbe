import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSerial } from '../../../../../main/core/imports/index.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { listReconciliations } from '../../../../../main/db/reconciliations.ts'
import type { ReconcileRow, Verdict } from '../../../../../shared/model/reconcile.ts'
import { openDeviceStore } from '../../../../fakes/device-store.ts'
import { csv, reconcileTexts } from './stage.ts'

let db: WriteDb
beforeAll(() => void (db = openMemoryDb()))
afterAll(() => db.close())

const serials = (rows: readonly ReconcileRow[], verdict: Verdict) =>
  rows.filter((row) => row.verdict === verdict).map(({ serial }) => serial)

describe('two files', () => {
  test('every row has its set, its lines, a cause and a remedy', async () => {
    const portal = csv('Serial Number,MDM Server,Status', [
      ['C02AAAA0001A', 'HQ', 'ASSIGNED'],
      ['C02AAAA0001A', 'HQ', 'ASSIGNED'],
      ['F9OXXXX0004D', '', 'UNASSIGNED'],
      ['7.64E+11', 'HQ', 'ASSIGNED'],
    ])
    const console = csv('Serial,Enrollment Status,Server', [['c02aaaa0001a', 'Enrolled', 'Field']])
    const { made, rows } = await reconcileTexts(db, portal, console)
    expect(made).toMatchObject({
      portal: { rows: 4, accepted: 3, repaired: 0, rejected: 1, fields: ['status', 'server'] },
      console: { rows: 1, accepted: 0, repaired: 1, rejected: 0 },
      counts: { both: 1, mismatched: 1, portalOnly: 1, consoleOnly: 0, duplicates: 1, invalid: 1 },
    })
    expect(rows).toEqual([
      {
        serial: 'C02AAAA0001A',
        verdict: 'mismatched',
        cause: 'other-server',
        remedy: 'move-in-portal',
        portalLine: 2,
        consoleLine: 2,
        other: null,
        differences: [{ field: 'server', portal: 'HQ', console: 'Field' }],
      },
      row('F9OXXXX0004D', 'portal-only', 'unassigned', 'assign-in-portal', 4),
      row('C02AAAA0001A', 'duplicate', 'listed-twice', 'remove-line', 3),
      row('7.64E+11', 'invalid', 'damaged-serial', 'repair-cell', 5),
    ])
  })

  test('columns that a person names count instead of the guessed ones', async () => {
    const portal = 'Serial Number,Other\nXX0000000001,C02AAAA0001A\n'
    const guessed = await reconcileTexts(db, portal, 'C02AAAA0001A\n')
    expect(guessed.made.counts).toMatchObject({ both: 0, portalOnly: 1, consoleOnly: 1 })
    const named = await reconcileTexts(db, portal, 'C02AAAA0001A\n', { serial: 1 })
    expect(named.made.counts).toMatchObject({ both: 1, portalOnly: 0, consoleOnly: 0 })
  })

  test('a file without serial numbers is refused, and nothing is kept', async () => {
    const store = openMemoryDb()
    await expect(reconcileTexts(store, 'Colour,Size\nred,large\n', 'C02AAAA0001A')).rejects.toMatchObject({
      code: 'import.no-serial-column',
    })
    expect(listReconciliations(store)).toEqual([])
  })

  test('a released device says so by its own column', async () => {
    const portal = csv('Serial Number,Status,Released', [['C02AAAA0001A', 'ASSIGNED', '2026-01-01']])
    const { rows } = await reconcileTexts(db, portal, csv('Serial,Enrollment Status', [['C02AAAA0001A', 'Enrolled']]))
    expect(rows).toMatchObject([{ verdict: 'mismatched', cause: 'released' }])
  })

  test('code pages do not matter', async () => {
    const group = (name: string) => csv('Serial Number,Organization Group', [['C02AAAA0001A', name]])
    const windows = Buffer.from(group('Köln'), 'latin1')
    expect((await reconcileTexts(db, windows, group('Köln'))).made.counts).toMatchObject({ both: 1, mismatched: 0 })
    expect((await reconcileTexts(db, windows, group('Bonn'))).rows).toMatchObject([
      { verdict: 'mismatched', cause: 'group-differs', differences: [{ portal: 'Köln', console: 'Bonn' }] },
    ])
  })
})

describe('against the records', () => {
  test('what has left is told with its reason, what Apple still lists waits for a question', async () => {
    const store = openDeviceStore([
      { serial: 'C02AAAA0001A', atApple: 'present', tokenNo: 1 },
      { serial: 'C02AAAA0002B', atApple: 'gone', goneReason: 'deleted', tokenNo: 1 },
      { serial: 'C02AAAA0003C', atApple: 'present', tokenNo: 2 },
      { serial: 'C02AAAA0009K', atApple: 'gone', goneReason: 'deleted', tokenNo: 1 },
    ])
    store.exec("UPDATE tokens SET server_name = 'Main server' WHERE no = 1")
    const portal = csv('Serial Number,MDM Server', [
      ['C02AAAA0001A', 'main server'],
      ['F9OXXXX0004D', 'HQ'],
      ['F9OXXXX0007G', 'Elsewhere'],
      ['C02AAAA0009K', 'Elsewhere'],
    ])
    const { made, rows } = await reconcileTexts(store, portal, null)
    expect(made.counts).toMatchObject({ both: 2, mismatched: 1, portalOnly: 2, consoleOnly: 2 })
    expect(rows.map(({ serial, verdict, cause }) => [serial, verdict, cause])).toEqual([
      ['C02AAAA0001A', 'both', null],
      ['C02AAAA0009K', 'mismatched', 'other-server'],
      ['F9OXXXX0004D', 'portal-only', 'not-synced-yet'],
      ['F9OXXXX0007G', 'portal-only', 'other-server'],
      ['C02AAAA0002B', 'console-only', 'released'],
      ['C02AAAA0003C', 'console-only', 'unknown-ask-apple'],
    ])
  })

  test('a device that Apple exchanged names the other one', async () => {
    const store = openDeviceStore([
      { serial: 'C02AAAA0001A', atApple: 'gone', goneReason: 'replaced', tokenNo: 1 },
      { serial: 'F9OXXXX0004D', atApple: 'present', tokenNo: 1 },
    ])
    store.exec("INSERT INTO replacements VALUES (2, 1, 5, 'C02AAAA0001A')")
    const { rows } = await reconcileTexts(store, 'F9OXXXX0004D\n', null)
    expect(rows.find(({ serial }) => serial === 'C02AAAA0001A')).toMatchObject({
      cause: 'replaced-device',
      other: 'F9OXXXX0004D',
    })
  })

  test('two devices that Apple has both told of are no typing damage', async () => {
    const store = openDeviceStore([
      { serial: 'C02AAAA0001A', atApple: 'present', tokenNo: 1 },
      { serial: 'C02AAAA0001B', atApple: 'present', tokenNo: 1 },
    ])
    const { rows } = await reconcileTexts(store, 'C02AAAA0001A\nDMPYYYY0005E', 'C02AAAA0001B\nDMPYYYY0005E')
    expect(rows.map(({ cause }) => cause)).not.toContain('typing-damage')
    const { rows: typed } = await reconcileTexts(store, 'C02AAAA0001C\nDMPYYYY0005E', 'C02AAAA0001B\nDMPYYYY0005E')
    expect(typed).toContainEqual(expect.objectContaining({ serial: 'C02AAAA0001C', cause: 'typing-damage' }))
  })
})

const LETTERS = 'ACDFG0123'
const serialText = fc
  .tuple(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 4, maxLength: 4 }))
  .map(([end]) => `DMPX123${end}`)
const server = fc.constantFrom('HQ', 'Field', '')
/** As a spreadsheet may leave it. */
const damage = fc.constantFrom(
  (text: string) => text,
  (text: string) => ` ${text} `,
  (text: string) => text.toLowerCase(),
  (text: string) => `'${text}`,
  (text: string) => `"=""${text}"""`,
)
const cells = fc.record({ serial: serialText, server, damage, isRejected: fc.nat(9).map((n) => n === 0) })
const list = fc.array(cells, { maxLength: 40 })
type Cells = {
  readonly serial: string
  readonly server: string
  readonly damage: (text: string) => string
  readonly isRejected: boolean
}

const asFile = (rows: readonly Cells[]) =>
  csv(
    'Serial Number,MDM Server,Status',
    rows.map((row) => [row.isRejected ? '' : row.damage(row.serial), row.server, 'x']),
  )

/** The sets as plain maps give them. */
function model(portal: readonly Cells[], console: readonly Cells[]) {
  const firsts = (rows: readonly Cells[]) => {
    const found = new Map<string, string>()
    for (const { serial, server, isRejected } of rows) if (!isRejected && !found.has(serial)) found.set(serial, server)
    return found
  }
  const [p, c] = [firsts(portal), firsts(console)]
  const both = [...p.keys()].filter((key) => c.has(key))
  const mismatched = both.filter((key) => p.get(key) !== c.get(key))
  const usable = [...portal, ...console].filter(({ isRejected }) => !isRejected).length
  return {
    both: both.filter((key) => p.get(key) === c.get(key)).toSorted(),
    mismatched: mismatched.toSorted(),
    portalOnly: [...p.keys()].filter((key) => !c.has(key)).toSorted(),
    consoleOnly: [...c.keys()].filter((key) => !p.has(key)).toSorted(),
    duplicates: usable - p.size - c.size,
    invalid: portal.length + console.length - usable,
  }
}

describe('whatever two lists hold', () => {
  test('the sets are those of plain maps, damage or not', async () => {
    await fc.assert(
      fc.asyncProperty(list, list, async (portal, console) => {
        const { made, rows } = await reconcileTexts(db, asFile(portal), asFile(console))
        const expected = model(portal, console)
        expect({
          both: serials(rows, 'both').toSorted(),
          mismatched: serials(rows, 'mismatched').toSorted(),
          portalOnly: serials(rows, 'portal-only').toSorted(),
          consoleOnly: serials(rows, 'console-only').toSorted(),
          duplicates: serials(rows, 'duplicate').length,
          invalid: serials(rows, 'invalid').length,
        }).toEqual(expected)
        expect(made.counts).toEqual({
          both: expected.both.length + expected.mismatched.length,
          mismatched: expected.mismatched.length,
          portalOnly: expected.portalOnly.length,
          consoleOnly: expected.consoleOnly.length,
          duplicates: expected.duplicates,
          invalid: expected.invalid,
        })
        for (const side of [made.portal, made.console])
          expect(side.accepted + side.repaired + side.rejected).toBe(side.rows)
        for (const { verdict, cause, remedy } of rows) {
          expect([cause === null, remedy === null]).toEqual([verdict === 'both', verdict === 'both'])
        }
      }),
      { numRuns: 150 },
    )
  })

  test('the order of rows does not matter where no serial number comes twice', async () => {
    const unique = fc.uniqueArray(cells, { maxLength: 30, selector: ({ serial }) => serial })
    const orders = unique.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    )
    const outcome = async (portal: readonly Cells[], console: readonly Cells[]) => {
      const { rows } = await reconcileTexts(db, asFile(portal), asFile(console))
      return rows.map(({ portalLine: _p, consoleLine: _c, ...row }) => JSON.stringify(row)).toSorted()
    }
    await fc.assert(
      fc.asyncProperty(orders, orders, async ([a, shuffledA], [b, shuffledB]) => {
        expect(await outcome(shuffledA, shuffledB)).toEqual(await outcome(a, b))
      }),
      { numRuns: 60 },
    )
  })

  test('a list differs in nothing from itself', async () => {
    await fc.assert(
      fc.asyncProperty(list, async (rows) => {
        const { made } = await reconcileTexts(db, asFile(rows), asFile(rows))
        expect(made.counts).toMatchObject({ mismatched: 0, portalOnly: 0, consoleOnly: 0 })
      }),
      { numRuns: 60 },
    )
  })

  test('what passes without a look passes with one', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ABSZ0189'), minLength: 8, maxLength: 14 })
    fc.assert(
      fc.property(text, (serial) => {
        if (serial.startsWith('S')) return
        expect(readSerial(serial)).toEqual({ outcome: 'accepted', serial })
      }),
    )
  })
})

function row(serial: string, verdict: Verdict, cause: string, remedy: string, portalLine: number) {
  return { serial, verdict, cause, remedy, portalLine, consoleLine: null, other: null, differences: [] }
}
