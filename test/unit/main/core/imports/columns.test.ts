import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTable } from '../../../../../main/core/imports/index.ts'
import { AppError } from '../../../../../shared/errors.ts'

/** `npm run test:soak` reads 20,000. */
const FILES = Number(process.env['FUZZ_TABLES'] ?? 400)

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(',', ',', ';', '\t', '\n', '\r\n', '\r', '"', '""', '",', ',"', '"\n') },
  {
    weight: 4,
    arbitrary: fc.constantFrom('C02XG0FDH7JY', 'a', ' ', '#', '-', '+', '\u000e', '\u0000', 'ü', '😀', '"x""y"'),
  },
  { weight: 1, arbitrary: fc.nat(40).map((length) => 'x'.repeat(length)) },
)
const file = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''))
const encoded = fc
  .tuple(file, fc.constantFrom('utf8' as const, 'latin1' as const))
  .map(([text, code]) => Buffer.from(text, code))
const wanted = fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 4 })

type Read = { readonly rows: readonly unknown[]; readonly empty: number } | { readonly code: string }

async function read(
  bytes: Buffer,
  delimiter: string,
  pick: (cells: readonly string[]) => readonly string[],
  columns?: readonly number[],
  isReused = false,
): Promise<Read> {
  try {
    const table = await openTable([bytes], { delimiter })
    const rows: unknown[] = []
    for await (const batch of table.batches(columns, { isReused })) {
      for (const { line, cells } of batch.rows()) rows.push([line, ...pick(cells)])
    }
    return { rows, empty: table.emptyRows() }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { code: error.code }
  }
}

const same = (cells: readonly string[]) => cells

test('the columns that are asked for are those of the whole table, whatever is skipped between them', async () => {
  await fc.assert(
    fc.asyncProperty(encoded, wanted, fc.constantFrom(',', ';', '\t'), async (bytes, columns, delimiter) => {
      const whole = await read(bytes, delimiter, (cells) => columns.map((column) => cells[column] ?? ''))
      expect(await read(bytes, delimiter, same, columns)).toEqual(whole)
      expect(await read(bytes, delimiter, same, columns, true)).toEqual(whole)
    }),
    { numRuns: FILES },
  )
})

test('rows go on from one block to the next, also where the memory is used again', async () => {
  const line = (n: number) =>
    n % 7 === 0
      ? `S${n},"a ""b"",\r\n${n}",,x,${n}`
      : n % 11 === 0
        ? ' , ,,'
        : `S${n},${'y'.repeat(n % 40)},"q,${n}",x,${n}`
  const bytes = Buffer.from(Array.from({ length: 90_000 }, (_, n) => line(n)).join('\r\n'))
  expect(bytes.length).toBeGreaterThan(3 * 1024 * 1024)
  const whole = await read(bytes, ',', (cells) => [cells[0] ?? '', cells[4] ?? ''])
  expect(await read(bytes, ',', same, [0, 4], true)).toEqual(whole)
  const first = await read(bytes, ',', (cells) => [cells[0] ?? ''])
  expect(await read(bytes, ',', same, [0], true)).toEqual(first)
})

test('too many columns are told, also where nobody asked for them', async () => {
  const bytes = Buffer.from(`a${','.repeat(16_384)}b\nc,d\n`)
  expect(await read(bytes, ',', same, [0])).toEqual({ code: 'import.too-many-columns' })
  expect(await read(Buffer.from(`a${','.repeat(16_383)}\nc\n`), ',', same, [0])).toEqual({
    rows: [
      [1, 'a'],
      [2, 'c'],
    ],
    empty: 0,
  })
})
