import type { PlistValue } from './client-type.ts'

/** Not the text of a property list. */
export class PlistError extends Error {
  override readonly name = 'PlistError'
}

const MAX_DEPTH = 40
const MAX_VALUES = 20_000
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

type Tag = { readonly name: string; readonly kind: 'open' | 'close' | 'empty' }

/**
 * Reads an XML property list in one pass, whatever the text: each character is looked at a bounded number of times,
 * nothing is fetched, entities are the five of XML. Throws `PlistError`.
 */
export function readXmlPlist(text: string): PlistValue {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let values = 0

  function skipTo(end: string, what: string): void {
    const found = text.indexOf(end, at)
    if (found < 0) throw new PlistError(`${what} does not end`)
    at = found + end.length
  }

  /** Blanks, comments and processing instructions. */
  function skipMisc(): void {
    for (;;) {
      while (at < text.length && text.charCodeAt(at) <= 0x20) at++
      if (text.startsWith('<!--', at)) skipTo('-->', 'a comment')
      else if (text.startsWith('<?', at)) skipTo('?>', 'an instruction')
      else return
    }
  }

  function readDoctype(): void {
    if (!text.startsWith('<!DOCTYPE', at)) return
    const start = at
    skipTo('>', 'the document type')
    if (text.slice(start, at).includes('[')) throw new PlistError('a document type with declarations')
    skipMisc()
  }

  function readTag(): Tag {
    skipMisc()
    if (text[at] !== '<') throw new PlistError('a tag was expected')
    const start = at + 1
    skipTo('>', 'a tag')
    const inside = text.slice(start, Math.min(at - 1, start + 200))
    const kind = inside.startsWith('/') ? 'close' : text[at - 2] === '/' ? 'empty' : 'open'
    const name = /^\/?([a-z]+)/.exec(inside)?.[1]
    if (name === undefined) throw new PlistError('a tag without a name')
    return { name, kind }
  }

  function readText(name: string): string {
    const parts: string[] = []
    for (;;) {
      const next = text.indexOf('<', at)
      if (next < 0) throw new PlistError('a text does not end')
      parts.push(decode(text.slice(at, next)))
      at = next
      if (text.startsWith('<![CDATA[', at)) {
        const start = at + 9
        skipTo(']]>', 'a section')
        parts.push(text.slice(start, at - 3))
      } else if (text.startsWith('<!--', at)) {
        skipTo('-->', 'a comment')
      } else {
        const tag = readTag()
        if (tag.kind !== 'close' || tag.name !== name) throw new PlistError('a tag within a text')
        return parts.join('')
      }
    }
  }

  function readDict(depth: number): PlistValue {
    const entries = new Map<string, PlistValue>()
    for (;;) {
      const tag = readTag()
      if (tag.kind === 'close' && tag.name === 'dict') return Object.fromEntries(entries)
      if (tag.name !== 'key' || tag.kind === 'close') throw new PlistError('a key was expected')
      const key = tag.kind === 'empty' ? '' : readText('key')
      entries.set(key, readValue(readTag(), depth))
    }
  }

  function readArray(depth: number): PlistValue {
    const members: PlistValue[] = []
    for (;;) {
      const tag = readTag()
      if (tag.kind === 'close' && tag.name === 'array') return members
      members.push(readValue(tag, depth))
    }
  }

  function readValue({ name, kind }: Tag, depth: number): PlistValue {
    if (kind === 'close') throw new PlistError('a value was expected')
    if (++values > MAX_VALUES || depth > MAX_DEPTH) throw new PlistError('too large')
    const isEmpty = kind === 'empty'
    if (name === 'dict') return isEmpty ? {} : readDict(depth + 1)
    if (name === 'array') return isEmpty ? [] : readArray(depth + 1)
    return scalar(name, isEmpty ? '' : readText(name))
  }

  skipMisc()
  readDoctype()
  const top = readTag()
  if (top.name !== 'plist' || top.kind !== 'open') throw new PlistError('no property list')
  const value = readValue(readTag(), 0)
  const end = readTag()
  if (end.name !== 'plist' || end.kind !== 'close') throw new PlistError('more than one value')
  return value
}

function scalar(name: string, text: string): PlistValue {
  switch (name) {
    case 'string':
      return text
    case 'true':
    case 'false':
      return name === 'true'
    case 'integer':
      return number(text, /^\s*[+-]?(?:0x[0-9a-f]{1,16}|\d{1,20})\s*$/i)
    case 'real':
      return number(text, /^\s*[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:e[+-]?\d{1,3})?\s*$/i)
    case 'date': {
      const date = new Date(text.trim())
      if (Number.isNaN(date.getTime())) throw new PlistError('no date')
      return date
    }
    case 'data':
      return Buffer.from(text.replace(/\s+/g, ''), 'base64')
    default:
      throw new PlistError(`an unknown tag ${name}`)
  }
}

function number(text: string, form: RegExp): number {
  if (!form.test(text)) throw new PlistError('no number')
  return Number(text)
}

function decode(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,10}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name]! : whole
    const point = Number.parseInt(decimal ?? hexadecimal, decimal === undefined ? 16 : 10)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
