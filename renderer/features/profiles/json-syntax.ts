import type { TextRange } from './json-text.ts'

/** What is wrong with a text that should be a JSON object; the words are in the catalogue, area `profiles.syntax`. */
export type SyntaxFault =
  | 'ends-early'
  | 'value-expected'
  | 'key-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'comma-left-over'
  | 'text-open'
  | 'bad-escape'
  | 'control-character'
  | 'unknown-word'
  | 'text-behind'
  | 'no-object'

/** Line and column as people count them, from 1, in UTF-16 units. */
export type SyntaxError = TextRange & { readonly fault: SyntaxFault; readonly line: number; readonly column: number }

const BLANK = /[ \t\r\n]*/y
const WORD = /[^\s{}[\],:"]+/y
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
/** All but the quote, the backslash and control characters below the blank. */
const CHARACTERS = /[ !#-[\]-\uFFFF]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** The first thing that keeps a text from being a JSON object, with or without a byte order mark; undefined for none. */
export function findSyntaxError(text: string): SyntaxError | undefined {
  const found = scan(text)
  if (!found) return undefined
  const before = text.slice(0, found.from)
  const line = before.split('\n').length
  return { ...found, line, column: found.from - (before.lastIndexOf('\n') + 1) + 1 }
}

type Found = TextRange & { readonly fault: SyntaxFault }

/** What may come next: a value, a key, a comma or the end of what is open. */
type Wanted = 'value' | 'first-item' | 'key' | 'first-key' | 'more'

function scan(text: string): Found | undefined {
  const open: ('{' | '[')[] = []
  let wanted: Wanted = 'value'
  let at = skipBlank(text, text.startsWith('\uFEFF') ? 1 : 0)
  let comma = at
  const top = at
  const fault = (kind: SyntaxFault, from = at, to = from + 1): Found => place(text, kind, { from, to })

  do {
    const sign = text[at]
    if (sign === undefined) return fault('ends-early')
    const inside = open.at(-1)
    if (wanted === 'more') {
      if (sign === ',') {
        comma = at++
        wanted = inside === '{' ? 'key' : 'value'
      } else if (sign === (inside === '{' ? '}' : ']')) {
        open.pop()
        at++
      } else return fault('comma-expected', at, wordEnd(text, at))
    } else if (wanted === 'key' || wanted === 'first-key') {
      if (sign === '}' && wanted === 'key') return fault('comma-left-over', comma)
      if (sign === '}') {
        open.pop()
        at++
        wanted = 'more'
      } else {
        if (sign !== '"') return fault('key-expected', at, wordEnd(text, at))
        const key = readText(text, at)
        if (typeof key !== 'number') return place(text, key.fault, key)
        at = skipBlank(text, key)
        if (at >= text.length) return fault('ends-early')
        if (text[at] !== ':') return fault('colon-expected', at, wordEnd(text, at))
        at++
        wanted = 'value'
      }
    } else if (sign === ']' && inside === '[') {
      if (wanted === 'value') return fault('comma-left-over', comma)
      open.pop()
      at++
      wanted = 'more'
    } else if (sign === '{' || sign === '[') {
      open.push(sign)
      at++
      wanted = sign === '{' ? 'first-key' : 'first-item'
    } else if (sign === '"') {
      const end = readText(text, at)
      if (typeof end !== 'number') return place(text, end.fault, end)
      at = end
      wanted = 'more'
    } else {
      const end = wordEnd(text, at)
      const word = text.slice(at, end)
      if (/^[\]}:,]$/.test(word)) return fault('value-expected')
      if (!/^(?:true|false|null)$/.test(word) && !NUMBER.test(word)) return fault('unknown-word', at, end)
      at = end
      wanted = 'more'
    }
    at = skipBlank(text, at)
  } while (open.length > 0 || wanted !== 'more')
  if (at < text.length) return fault('text-behind', at, text.length)
  return text[top] === '{' ? undefined : fault('no-object', top, text.length)
}

/** Always some of the text, so that a mark can be seen; what is missing at the end is marked on the last character. */
function place(text: string, fault: SyntaxFault, { from, to }: TextRange): Found {
  if (from >= text.length) return { fault, from: Math.max(0, text.length - 1), to: text.length }
  return { fault, from, to: Math.min(Math.max(to, from + 1), text.length) }
}

function skipBlank(text: string, from: number): number {
  BLANK.lastIndex = from
  BLANK.exec(text)
  return BLANK.lastIndex
}

/** Behind the word that begins here, or behind the one sign that is no word. */
function wordEnd(text: string, from: number): number {
  WORD.lastIndex = from
  return WORD.test(text) ? WORD.lastIndex : from + 1
}

/** Behind the closing quote, or what is wrong before it. */
function readText(text: string, from: number): number | Found {
  let at = from + 1
  for (;;) {
    CHARACTERS.lastIndex = at
    CHARACTERS.exec(text)
    at = CHARACTERS.lastIndex
    const sign = text[at]
    if (sign === '"') return at + 1
    if (sign === undefined || sign === '\n' || sign === '\r') return { fault: 'text-open', from, to: at }
    if (sign !== '\\') return { fault: 'control-character', from: at, to: at + 1 }
    ESCAPE.lastIndex = at
    if (!ESCAPE.test(text)) return { fault: 'bad-escape', from: at, to: at + 2 }
    at = ESCAPE.lastIndex
  }
}
