import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSyntaxError } from '../../../../../renderer/features/profiles/json-syntax.ts'
import { parseObject } from '../../../../../renderer/features/profiles/json-text.ts'

/** Pieces of JSON in any order: texts that nearly make sense. */
const PIECES = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"a"',
  '"é😀"',
  '"\\n"',
  '"\\x"',
  '"',
  '1',
  '-0.5e3',
  '01',
  'true',
  'tru',
  'null',
]
const nearlyJson = fc
  .array(fc.constantFrom(...PIECES, ' ', '\n', '\t', '\u0000', '\u00A0', '\uFEFF'), { maxLength: 14 })
  .map((pieces) => pieces.join(''))
/** A good text with one character taken away, doubled or replaced. */
const spoiled = fc
  .tuple(
    fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 4 }),
    fc.nat(),
    fc.constantFrom('', '"', ',', '}', 'x'),
  )
  .map(([value, place, by]) => {
    const text = JSON.stringify(value, null, 1)
    const at = place % text.length
    return text.slice(0, at) + by + text.slice(at + 1)
  })

describe('a syntax error', () => {
  it('is found exactly where the text is no JSON object, and stands inside of it', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyJson, spoiled, fc.string()), (text) => {
        const error = findSyntaxError(text)
        expect(error === undefined).toBe(parseObject(text) !== undefined)
        if (!error || text === '') return
        expect(error.from).toBeGreaterThanOrEqual(0)
        expect(error.to).toBeGreaterThan(error.from)
        expect(error.to).toBeLessThanOrEqual(text.length)
        const lines = text.split('\n')
        const start = lines.slice(0, error.line - 1).join('\n').length + (error.line > 1 ? 1 : 0)
        expect(start + error.column - 1).toBe(error.from)
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['', 'ends-early', 1, 1],
    ['{\n  "a": 1\n  "b": 2\n}', 'comma-expected', 3, 3],
    ['{\n  "a": 1,\n}', 'comma-left-over', 2, 9],
    ['{ "a": [1, 2,] }', 'comma-left-over', 1, 13],
    ['{ "a" 1 }', 'colon-expected', 1, 7],
    ["{ 'a': 1 }", 'key-expected', 1, 3],
    ['{ "a": yes }', 'unknown-word', 1, 8],
    ['{ "a": 01 }', 'unknown-word', 1, 8],
    ['{ "a": , }', 'value-expected', 1, 8],
    ['{ "a": "open\n}', 'text-open', 1, 8],
    ['{ "a": "\\q" }', 'bad-escape', 1, 9],
    ['{ "a": "\t" }', 'control-character', 1, 9],
    ['{ "a": 1 ', 'ends-early', 1, 9],
    ['{} more', 'text-behind', 1, 4],
    ['[1]', 'no-object', 1, 1],
  ] as const)('%j: %s at %i:%i', (text, fault, line, column) => {
    expect(findSyntaxError(text)).toMatchObject({ fault, line, column })
  })

  it('in a megabyte of nesting is found without running out of anything', () => {
    expect(findSyntaxError('{"a":'.repeat(150_000))).toMatchObject({ fault: 'ends-early' })
  })
})
