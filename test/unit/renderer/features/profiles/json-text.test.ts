import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseObject, scanObject, setMember } from '../../../../../renderer/features/profiles/json-text.ts'
import type { JsonValue } from '../../../../../shared/model/profile.ts'

const blank = fc.array(fc.constantFrom(' ', '\n', '\t', '\r\n'), { maxLength: 3 }).map((parts) => parts.join(''))
const key = fc.oneof(
  fc.constantFrom('profile_name', 'is_supervised', 'skip_setup_items', '__proto__', 'a"b\\', 'é😀', ''),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const value = fc.jsonValue({ maxDepth: 3 }).map((some) => some as JsonValue)

/** A value as somebody may have written it: other blanks, other spellings of the same number. */
function written(some: JsonValue): fc.Arbitrary<string> {
  if (Array.isArray(some)) {
    return fc
      .tuple(
        blank,
        ...some.map((item: JsonValue) => fc.tuple(blank, written(item), blank).map((parts) => parts.join(''))),
      )
      .map(([inner, ...items]) => `[${items.length === 0 ? inner : items.join(',')}]`)
  }
  if (typeof some === 'object' && some !== null) {
    return fc
      .tuple(blank, ...Object.entries(some).map(([name, inner]) => writtenMember(name, inner)))
      .map(([inner, ...members]) => `{${members.length === 0 ? inner : members.join(',')}}`)
  }
  return fc.constant(JSON.stringify(some))
}

function writtenMember(name: string, inner: JsonValue): fc.Arbitrary<string> {
  return fc
    .tuple(blank, blank, blank, written(inner), blank)
    .map(([a, b, c, text, d]) => `${a}${JSON.stringify(name)}${b}:${c}${text}${d}`)
}

/** Members may come twice, as JSON allows. */
const texts = fc
  .array(fc.tuple(key, value), { maxLength: 6 })
  .chain((members) => fc.tuple(blank, blank, blank, ...members.map(([name, inner]) => writtenMember(name, inner))))
  .map(([before, inner, after, ...members]) => `${before}{${members.length === 0 ? inner : members.join(',')}}${after}`)

const othersOf = (text: string, but: string) =>
  scanObject(text)!
    .members.filter((member) => member.key !== but)
    .map((member) => text.slice(member.from, member.value.to))
const around = (text: string) => {
  const { open, close } = scanObject(text)!
  return [text.slice(0, open), text.slice(close)]
}
const plain = (some: unknown): unknown => JSON.parse(JSON.stringify(some))

/** The same object with one member more, other or fewer: `__proto__` is a key like any other. */
function intended(text: string, name: string, next: JsonValue | undefined): unknown {
  const members = Object.entries(parseObject(text)!).filter(([known]) => known !== name)
  return Object.fromEntries(next === undefined ? members : [...members, [name, plain(next)]])
}

describe('one member of a JSON text', () => {
  it('is set, and every other byte stays', () => {
    fc.assert(
      fc.property(texts, key, value, (text, name, next) => {
        const edited = setMember(text, name, next)
        expect(parseObject(edited)).toEqual(intended(text, name, next))
        expect(othersOf(edited, name)).toEqual(othersOf(text, name))
        expect(around(edited)).toEqual(around(text))
      }),
      { numRuns: 500 },
    )
  })

  it('is left out, and every other byte stays', () => {
    fc.assert(
      fc.property(texts, fc.option(key), fc.nat(), (text, other, at) => {
        const { members } = scanObject(text)!
        const name = other ?? members[at % Math.max(1, members.length)]?.key ?? 'absent'
        const edited = setMember(text, name, undefined)
        expect(parseObject(edited)).toEqual(intended(text, name, undefined))
        expect(othersOf(edited, name)).toEqual(othersOf(text, name))
        expect(around(edited)).toEqual(around(text))
      }),
      { numRuns: 500 },
    )
  })

  it('that is set to what it was changes nothing but its own spelling', () => {
    fc.assert(
      fc.property(texts, key, value, (text, name, next) => {
        const once = setMember(text, name, next)
        expect(setMember(once, name, next)).toBe(once)
      }),
    )
  })
})

describe('looks', () => {
  const text = '{\n  "profile_name": "Berlin",\n  "x_vendor": 1.0\n}\n'

  it('a new member is laid out as the one before it', () => {
    expect(setMember(text, 'is_mandatory', true)).toBe(
      '{\n  "profile_name": "Berlin",\n  "x_vendor": 1.0,\n  "is_mandatory": true\n}\n',
    )
    expect(setMember('{"a":1}', 'b', [1])).toBe('{"a":1,"b":[1]}')
    expect(setMember('{}', 'b', 'c')).toBe('{\n  "b": "c"\n}')
  })

  it('a list on several lines stays on several lines', () => {
    const list = '{\n  "skip_setup_items": [\n    "Siri"\n  ]\n}'
    expect(setMember(list, 'skip_setup_items', ['Siri', 'TOS'])).toBe(
      '{\n  "skip_setup_items": [\n    "Siri",\n    "TOS"\n  ]\n}',
    )
  })

  it('added and left out again gives the text of before', () => {
    expect(setMember(setMember(text, 'is_mandatory', true), 'is_mandatory', undefined)).toBe(text)
  })

  it('what is no JSON object stays as it is', () => {
    for (const broken of ['', '{', '[1]', '"a"', '{"a":1,}']) expect(setMember(broken, 'a', 2)).toBe(broken)
    expect(setMember('\uFEFF{"a":1}', 'a', 2)).toBe('\uFEFF{"a":2}')
  })
})
