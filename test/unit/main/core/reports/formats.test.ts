import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText, readTable } from '../../../../../main/core/imports/index.ts'
import { columnLetters } from '../../../../../main/core/reports/sheet-xml.ts'
import type { FileTarget, ReportTable, Value } from '../../../../../main/core/reports/table.ts'
import { writeCsv } from '../../../../../main/core/reports/write-csv.ts'
import { writeXlsx } from '../../../../../main/core/reports/write-xlsx.ts'
import { DELIMITERS, STANDARD_FORMAT, type ReportFormat } from '../../../../../shared/model/report.ts'

type Row = readonly Value[]
const TIME = Date.UTC(2026, 10, 22, 6, 5, 4)

function createTarget() {
  const parts: Buffer[] = []
  const ended: string[] = []
  const target: FileTarget = {
    write: async (part) => void parts.push(Buffer.from(part as string)),
    finish: async () => void ended.push('finished'),
    discard: async () => void ended.push('discarded'),
  }
  return { target, ended, bytes: () => Buffer.concat(parts) }
}

function table(rows: readonly Row[], total = rows.length): ReportTable<Row> {
  const kinds = ['text', 'text', 'number', 'time'] as const
  const titles = ['Serial Number', 'Note', 'Number', 'Time']
  return {
    columns: kinds.map((kind, place) => ({ title: titles[place]!, kind, valueOf: (row) => row[place] ?? null })),
    total,
    async *batches() {
      for (let at = 0; at < rows.length; at += 7) yield rows.slice(at, at + 7)
    },
  }
}

async function written(
  rows: readonly Row[],
  format: Partial<ReportFormat> | 'xlsx',
  signal = new AbortController().signal,
) {
  const { target, ended, bytes } = createTarget()
  const context = { target, signal, report() {} }
  const count =
    format === 'xlsx'
      ? await writeXlsx(table(rows), context, STANDARD_FORMAT)
      : await writeCsv(table(rows), context, { ...STANDARD_FORMAT, ...format })
  return { count, ended, bytes: bytes() }
}

async function readBack(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  return (await readTable([bytes])).map(({ cells }) => cells.map(plainText))
}

/** What a spreadsheet would run, by how each program is told to. */
const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x","y")',
  '-2+3+cmd',
  "'=1+1",
  "''+1",
]

describe.each([...DELIMITERS])('between cells %j', (delimiter) => {
  test.each(FORMULAS)('%j does not begin a cell as it is, and reads back as it was', async (note) => {
    const { bytes } = await written([['C02A', note, null, null]], { delimiter, bom: false })
    const cell = bytes.toString().split('\r\n').slice(1).join('\r\n').slice(`C02A${delimiter}`.length).replace(/^"/, '')
    expect(cell).toMatch(/^'/)
    expect((await readBack(bytes))[1]![1]).toBe(note)
  })

  test('values are read as they were', async () => {
    const letters = ['a', ' ', ',', ';', '"', "'", '=', '-', '|', '\t', '\n', 'ü', '😀']
    const note = fc.array(fc.constantFrom(...letters), { maxLength: 8 }).map((signs) => signs.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(note, { minLength: 1, maxLength: 20 }), async (notes) => {
        const rows = notes.map((text) => ['C02XG0FDH7JY', text, -3, TIME])
        const { bytes } = await written(rows, { delimiter })
        const [, ...read] = await readBack(bytes)
        expect(read).toEqual(notes.map((text) => ['C02XG0FDH7JY', text, '-3', '2026-11-22T06:05:04.000Z']))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a workbook', () => {
  test('has texts as texts, numbers as numbers and times as times', async () => {
    const rows = FORMULAS.map((note) => ['C02A', note, -3, TIME] as const)
    const { count, ended, bytes } = await written(rows, 'xlsx')
    expect([count, ended]).toEqual([FORMULAS.length, ['finished']])
    const [titles, ...read] = await readBack(bytes)
    expect(titles).toEqual(['Serial Number', 'Note', 'Number', 'Time'])
    expect(read).toEqual(FORMULAS.map((note) => ['C02A', note, '-3', '2026-11-22 06:05:04']))
  })

  test('holds what XML cannot', async () => {
    const { bytes } = await written([['C02A', 'a <b> & "c" \u00e9\u{1f600}  ', null, null]], 'xlsx')
    expect((await readBack(bytes))[1]!.slice(0, 2)).toEqual(['C02A', 'a <b> & "c" \u00e9\u{1f600}  '])
    await expect(written([['C02A', '\u0001\ud800_x0041_', null, null]], 'xlsx')).resolves.toMatchObject({ count: 1 })
  })

  test('is refused where a sheet cannot hold it, before or while it is written, and leaves no file', async () => {
    const { target, ended } = createTarget()
    const context = { target, signal: new AbortController().signal, report() {} }
    const large = table([['C02A', '', null, null]], 1_048_576)
    await expect(writeXlsx(large, context, STANDARD_FORMAT)).rejects.toMatchObject({ code: 'report.too-large' })
    const long = table([['C02A', 'x'.repeat(32_768), null, null]])
    await expect(writeXlsx(long, context, STANDARD_FORMAT)).rejects.toMatchObject({ code: 'report.too-large' })
    expect(ended).toEqual(['discarded', 'discarded'])
  })

  test('that is cancelled leaves no file', async () => {
    const { target, ended } = createTarget()
    const controller = new AbortController()
    const rows = Array.from({ length: 50 }, () => ['C02A', 'x', 1, TIME])
    const context = { target, signal: controller.signal, report: () => controller.abort() }
    await expect(writeXlsx(table(rows), context, STANDARD_FORMAT)).rejects.toThrow(/abort/)
    expect(ended).toEqual(['discarded'])
  })

  test('names its columns as sheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

test('times are written as people of a language do, by the clock of this computer', async () => {
  const local = new Date(TIME)
  const two = (part: number) => String(part).padStart(2, '0')
  const clock = `${two(local.getHours())}:${two(local.getMinutes())}:${two(local.getSeconds())}`
  const { bytes } = await written([['C02A', 'x', 1, TIME]], { dates: 'locale', locale: 'de-DE' })
  expect(bytes.toString()).toContain(`,22.11.2026 ${clock}\r\n`)
  const english = await written([['C02A', 'x', 1, TIME]], { dates: 'locale', locale: 'en-US' })
  expect(english.bytes.toString()).toContain(`,11/22/2026 ${clock}\r\n`)
})
