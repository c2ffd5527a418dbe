import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../../../../shared/errors.ts'
import { readList } from '../../../../fakes/read-list.ts'
import { workbook } from '../../../../fakes/awkward-tables.ts'

/** `npm run test:soak` reads 20,000. */
const FILES = Number(process.env['FUZZ_TABLES'] ?? 400)
/** A file takes milliseconds: one that takes this long on top of all others is a reader that hangs. */
const TIMEOUT_MS = 120_000 + FILES * 90

const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      'C02XG0FDH7JY',
      'dmpvk1abcd34',
      ' F9FXY12ZQ1',
      '7.64E+11',
      '="C02XG0FDH7JY"',
      'SC02XG0FDH7JY',
    ),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ',',
      ';',
      '\t',
      '|',
      '\n',
      '\r\n',
      '\r',
      '"',
      '""',
      "'",
      '=',
      ' ',
      '\u0000',
      '\u001a',
      '\u00a0',
      '\u200b',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Serial Number',
      'Seriennummer',
      'sep=;\n',
      'Enrollment Status',
      'Enrolled',
      'Last Seen',
      '31/12/2026',
      '\uFEFF',
      'Büro',
      '😀',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 20, unit: 'binary' }) },
  { weight: 1, arbitrary: fc.nat(3000).map((length) => 'x'.repeat(length)) },
)
const written = fc
  .tuple(fc.array(piece, { maxLength: 120 }), fc.constantFrom('utf8', 'utf16le', 'latin1'))
  .map(([pieces, encoding]) => Buffer.from(pieces.join(''), encoding as BufferEncoding))
const book = fc
  .array(fc.array(fc.oneof(fc.string({ maxLength: 12 }), fc.integer(), fc.constant(null)), { maxLength: 6 }), {
    maxLength: 20,
  })
  .map(workbook)

/** A good file with some bytes of it changed, taken away or repeated. */
const damaged = fc
  .tuple(fc.oneof(written, book), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }), fc.nat())
  .map(([bytes, changes, cut]) => {
    const copy = Buffer.from(bytes)
    for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value
    return copy.length > 0 && cut % 3 === 0 ? copy.subarray(0, cut % copy.length) : copy
  })
const file = fc.oneof(
  written,
  damaged,
  book,
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
)
const size = fc.constantFrom(1, 2, 3, 7, 64, 4096)

test(
  `${FILES} files of any content end in rows or in a failure with words, and in bounded memory`,
  { timeout: TIMEOUT_MS },
  async () => {
    const before = process.memoryUsage().rss
    let read = 0
    await fc.assert(
      fc.asyncProperty(file, size, async (bytes, chunkBytes) => {
        try {
          const { rows, accepted, repaired, rejected, serials } = await readList(chunksOf(bytes, chunkBytes))
          expect(accepted + repaired + rejected).toBe(rows)
          expect(serials).toHaveLength(accepted + repaired)
          for (const serial of serials) expect(serial).toMatch(/^[A-Z0-9]{5,20}$/)
          read++
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          expect(error.code).toMatch(/^import\./)
        }
      }),
      { numRuns: FILES },
    )
    // A generator whose files are all refused would test nothing.
    expect(read).toBeGreaterThan(FILES / 10)
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(600)
  },
)

test('how a file is cut into pieces changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(written, size, async (bytes, chunkBytes) => {
      const told = async (pieces: Iterable<Uint8Array>) =>
        readList(pieces).catch((error: unknown) => (error instanceof AppError ? error.code : String(error)))
      expect(await told(chunksOf(bytes, chunkBytes))).toEqual(await told([bytes]))
    }),
    { numRuns: Math.min(FILES, 500) },
  )
})

function* chunksOf(bytes: Buffer, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
