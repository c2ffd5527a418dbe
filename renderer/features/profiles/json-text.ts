import type { JsonValue } from '../../../shared/model/profile.ts'

/** Part of a text, in UTF-16 units, without its end. */
export type TextRange = { readonly from: number; readonly to: number }

/** A member of the outermost object: where its key begins, where its value stands, and the items of a list. */
export type JsonMember = {
  readonly key: string
  readonly from: number
  readonly value: TextRange
  readonly items: readonly TextRange[]
}

export type JsonObjectText = { readonly open: number; readonly close: number; readonly members: readonly JsonMember[] }

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"\uFEFF]+/gy
const BLANK = /[\s\uFEFF]*/y

/** The object that a text is; undefined while it is none, as in the middle of typing. */
export function parseObject(text: string): Readonly<Record<string, JsonValue>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Readonly<Record<string, JsonValue>>) : undefined // just parsed from JSON
  } catch {
    return undefined
  }
}

/** Where the members of a text stand; undefined if it is no JSON object. */
export function scanObject(text: string): JsonObjectText | undefined {
  if (parseObject(text) === undefined) return undefined
  const reader = createReader(text)
  const open = reader.next().from
  const members: JsonMember[] = []
  while (reader.peek().word !== '}') {
    const key = reader.next()
    reader.next() // the colon
    const { range, items } = readValue(reader)
    members.push({ key: JSON.parse(key.word) as string, from: key.from, value: range, items })
    if (reader.peek().word === ',') reader.next()
  }
  return { open, close: reader.next().from, members }
}

type Token = { readonly word: string; readonly from: number; readonly to: number }
type Reader = { readonly next: () => Token; readonly peek: () => Token }

/** Only over text that was parsed before: it never meets anything that is no token. */
function createReader(text: string): Reader {
  let ahead: Token | undefined
  let at = 0
  const read = (): Token => {
    BLANK.lastIndex = at
    BLANK.exec(text)
    TOKEN.lastIndex = BLANK.lastIndex
    const word = TOKEN.exec(text)?.[0] ?? ''
    const from = BLANK.lastIndex
    at = from + word.length
    return { word, from, to: at }
  }
  const peek = () => (ahead ??= read())
  const next = () => {
    const token = peek()
    ahead = undefined
    return token
  }
  return { next, peek }
}

function readValue(reader: Reader): { readonly range: TextRange; readonly items: readonly TextRange[] } {
  const first = reader.next()
  if (first.word !== '[' && first.word !== '{') return { range: first, items: [] }
  const items: TextRange[] = []
  while (!/^[\]}]$/.test(reader.peek().word)) {
    if (reader.peek().word === ',') reader.next()
    if (first.word === '{') {
      reader.next() // the key
      reader.next() // the colon
    }
    items.push(readValue(reader).range)
  }
  const range = { from: first.from, to: reader.next().to }
  return { range, items: first.word === '[' ? items : [] }
}

/**
 * The text with one member set, or left out where `value` is undefined. Every other byte stays: keys nobody knows, their
 * order, blanks and the spelling of numbers. A new member is added at the end, laid out as the one before it. The text
 * as it is if it is no JSON object.
 */
export function setMember(text: string, key: string, value: JsonValue | undefined): string {
  const object = scanObject(text)
  if (!object) return text
  if (value === undefined) return removeMember(text, object, key)
  // Of a repeated key the last one holds.
  const known = object.members.findLast((member) => member.key === key)
  if (known) return replace(text, known.value, spell(value, styleOf(text, object, known)))
  return addMember(text, object, key, value)
}

function removeMember(text: string, object: JsonObjectText, key: string): string {
  const at = object.members.findLastIndex((member) => member.key === key)
  if (at === -1) return text
  const { members } = object
  const own = members[at]!
  const [previous, next] = [members[at - 1], members[at + 1]]
  const range = next
    ? { from: own.from, to: next.from }
    : { from: previous ? previous.value.to : object.open + 1, to: own.value.to }
  const rest = replace(text, range, '')
  return removeMember(rest, scanObject(rest)!, key) // a JSON object still; the key may stand there twice
}

function addMember(text: string, object: JsonObjectText, key: string, value: JsonValue): string {
  const { open, close, members } = object
  const last = members.at(-1)
  if (!last) {
    const blank = text.slice(open + 1, close)
    const written = `\n  ${JSON.stringify(key)}: ${spell(value, { indent: '  ', isMultiline: false })}`
    return replace(text, { from: open + 1, to: open + 1 }, blank.includes('\n') ? written : `${written}\n`)
  }
  const before = blankBefore(text, last.from)
  const separator = text.slice(last.from, last.value.from).replace(/^"(?:[^"\\]|\\.)*"/, '')
  const style = styleOf(text, object, last)
  const added = `,${before}${JSON.stringify(key)}${separator}${spell(value, { ...style, isMultiline: false })}`
  return replace(text, { from: last.value.to, to: last.value.to }, added)
}

type Style = { readonly indent: string; readonly isMultiline: boolean }

/** A list that stood on several lines stands on several lines again. */
function styleOf(text: string, { members }: JsonObjectText, member: JsonMember): Style {
  const indent = /\n([^\n]*)$/.exec(blankBefore(text, member.from))?.[1] ?? ''
  const own = text.slice(member.value.from, member.value.to)
  return { indent, isMultiline: members.length > 0 && /^\[\s*\n/.test(own) }
}

function spell(value: JsonValue, { indent, isMultiline }: Style): string {
  if (!Array.isArray(value)) return JSON.stringify(value)
  const items = value.map((item) => JSON.stringify(item))
  if (items.length === 0) return '[]'
  const step = indent === '' ? '  ' : indent
  return isMultiline
    ? `[\n${items.map((item) => indent + step + item).join(',\n')}\n${indent}]`
    : `[${items.join(', ')}]`
}

function blankBefore(text: string, at: number): string {
  let from = at
  while (from > 0 && /\s/.test(text[from - 1]!)) from--
  return text.slice(from, at)
}

function replace(text: string, { from, to }: TextRange, by: string): string {
  return text.slice(0, from) + by + text.slice(to)
}
