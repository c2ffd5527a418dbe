import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBits, TrigramIndex } from '../../../../../main/core/devices/trigram-index.ts'
import { TextColumn } from '../../../../../main/core/devices/text-column.ts'

function indexOf(texts: readonly Buffer[]): TrigramIndex {
  const starts = new Uint32Array(texts.length + 1)
  texts.forEach((text, entry) => (starts[entry + 1] = starts[entry]! + text.length))
  const making = TrigramIndex.make({ bytes: Buffer.concat(texts), starts, count: texts.length })
  for (;;) {
    const step = making.next()
    if (step.done) return step.value
  }
}

const few = fc.array(fc.constantFrom('a', 'b', '-', '0'), { maxLength: 8 }).map((letters) => letters.join(''))
/** More kinds of bytes than there are classes, so that some share one. */
const many = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 8 }).map((bytes) => Buffer.from(bytes))

test.each([
  ['texts that look alike', few.map((text) => Buffer.from(text))],
  ['bytes of every kind', many],
])('it finds what looking through the texts finds, in %s', (_what, text) => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 60 }), text, (texts, wanted) => {
      const index = indexOf(texts)
      const parts = texts.flatMap((each) => [each.subarray(0, 3), each.subarray(1, 6)])
      for (const needle of [wanted, ...parts].filter(({ length }) => length >= 3)) {
        const expected = texts.flatMap((each, entry) => (each.includes(needle) ? [entry] : []))
        expect([...index.find(needle)]).toEqual(expected)
      }
    }),
    { numRuns: 300 },
  )
})

test('lists of texts that lie far apart are read back', () => {
  const texts = Array.from({ length: 40_000 }, (_, n) => Buffer.from(n % 17_000 === 5 ? 'needle' : 'hay'))
  expect([...indexOf(texts).find(Buffer.from('edl'))]).toEqual([5, 17_005, 34_005])
})

test('bits are read in order, the first and the last of a word too', () => {
  expect([...readBits(Uint32Array.of(1 | (1 << 31), 0, 0xffffffff))]).toEqual([
    0,
    31,
    ...Array.from({ length: 32 }, (_, n) => 64 + n),
  ])
})

test('a column finds texts that were there before the index, came later or were replaced', () => {
  const column = new TextColumn()
  const found = (needle: string) => {
    const marks = new Uint8Array(30_010)
    column.mark(needle, marks)
    return [...readMarks(marks)]
  }
  column.fill(
    Array.from({ length: 30_000 }, (_, n) => (n === 7 || n === 8 ? 'NEEDLE' : `OTHER${n}`)),
    (n) => n + 1,
  )
  while (!column.prepareSearchPart());
  expect(found('eedl')).toEqual([8, 9])
  column.set(8, 'gone')
  column.set(3, 'a needle')
  column.set(30_005, 'Needless')
  expect(found('eedl')).toEqual([3, 9, 30_005])
  expect(found('ee')).toEqual([3, 9, 30_005])
})

function* readMarks(marks: Uint8Array): Generator<number> {
  for (let id = 0; id < marks.length; id++) if (marks[id]) yield id
}
