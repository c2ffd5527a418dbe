import {
  ERROR_DOMAINS,
  ERROR_PHRASES,
  findCode,
  findDomain,
  type ErrorDomain,
} from '../../../shared/model/error-codes.ts'
import { foldWording, type FoldedText } from './fold-text.ts'

/** A place in a text that tells an error. `code` is null where a domain stands without one. */
export type Hit = {
  readonly domain: string
  readonly code: string | null
  /** Where in the original text. */
  readonly at: number
  readonly length: number
  /** True for a usual wording: less sure than a code. */
  readonly isWording: boolean
  readonly isWeak: boolean
}

/** Enough for any report; a log of a million lines repeats itself. */
const MAX_HITS = 5_000

const WORD = /[\w.]+/g
const CODE_AFTER = /^\D{0,24}?(-?\d{1,6})(?!\d)/
const CODE_BEFORE = /(?<![\d.])(-?\d{1,6})\D{1,16}$/
const HTTP_STATUS = /\b(?:http(?:\/\d(?:\.\d)?)?|status(?:[ _-]?code)?)['": =]{0,4}([45]\d\d)(?![\d.])/g
/** A bare number can only be meant as a code where the lists have it and nothing else looks like it. */
const BARE_CODE = /(?<![\w.:-])(?:-\d{3,4}|\d{5})(?![\w.:])/g
const MAX_FOR_BARE = 4_000

const SERVICE = 'ade-service'
const ANSWER = 'enrollment-answer'

/** Domains with their codes, words of Apple's service and HTTP answers, in the order of the text. */
export function findCodes(original: string): readonly Hit[] {
  const hits: Hit[] = []
  for (const match of original.matchAll(WORD)) {
    if (hits.length >= MAX_HITS) break
    const word = match[0].replace(/\.+$/, '')
    const hit = hitOfWord(original, word, match.index)
    if (hit) hits.push(hit)
  }
  return hits
}

function hitOfWord(original: string, word: string, at: number): Hit | undefined {
  if (word.length > 80) return undefined
  const place = { at, length: word.length, isWording: false }
  if (isDomain(word)) {
    const code = codeAround(original, at, word.length)
    const domain = findDomain(word)
    return { ...place, domain: domain?.id ?? word, code, isWeak: isWeak(domain, code) }
  }
  for (const id of [SERVICE, ANSWER]) {
    const domain = findDomain(id)!
    if (findCode(domain, word)) return { ...place, domain: id, code: word, isWeak: isWeak(domain, word) }
  }
  return undefined
}

function isDomain(word: string): boolean {
  const isListed = findDomain(word) !== undefined && !word.includes('-')
  return isListed || /^[A-Za-z][\w.]{2,}ErrorDomain$/i.test(word)
}

function isWeak(domain: ErrorDomain | undefined, code: string | null): boolean {
  if (!domain || code === null) return true
  return findCode(domain, code)?.weak ?? false
}

function codeAround(original: string, at: number, length: number): string | null {
  const after = CODE_AFTER.exec(original.slice(at + length, at + length + 32))
  if (after?.[1]) return String(Number(after[1]))
  const before = CODE_BEFORE.exec(original.slice(Math.max(0, at - 24), at))
  return before?.[1] ? String(Number(before[1])) : null
}

/** HTTP answers by their number. */
export function findStatuses({ text, at }: FoldedText): readonly Hit[] {
  return [...text.matchAll(HTTP_STATUS)].slice(0, MAX_HITS).flatMap((match) => {
    const code = match[1]!
    if (!findCode(findDomain('http-status')!, code)) return []
    return { domain: 'http-status', code, at: at(match.index), length: match[0].length, isWording: false, isWeak: true }
  })
}

/** Numbers typed alone: "34006". Short texts only, and only codes that no date or length looks like. */
export function findBareCodes(original: string): readonly Hit[] {
  if (original.length > MAX_FOR_BARE) return []
  return [...original.matchAll(BARE_CODE)].flatMap(({ 0: code, index }) => {
    const domain = ERROR_DOMAINS.findLast((one) => findCode(one, code) !== undefined)
    if (!domain || domain.id === 'http-status') return []
    return { domain: domain.id, code, at: index, length: code.length, isWording: true, isWeak: isWeak(domain, code) }
  })
}

const WORDINGS = ERROR_PHRASES.flatMap(({ domain, code, weak, texts }) =>
  texts.map((wording) => ({ domain, code, isWeak: weak ?? false, wording: foldWording(wording) })),
)

/** Usual wordings in English and German. Plain searches, so no text can make them slow. */
export function findWordings({ text, at }: FoldedText): readonly Hit[] {
  const hits: Hit[] = []
  for (const { domain, code, isWeak: isVague, wording } of WORDINGS) {
    let index = text.indexOf(wording)
    for (let count = 0; index >= 0 && count < 100; count++) {
      hits.push({ domain, code, at: at(index), length: wording.length, isWording: true, isWeak: isVague })
      index = text.indexOf(wording, index + wording.length)
    }
  }
  return hits
}
