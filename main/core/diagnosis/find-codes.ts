import {
  ERROR_DOMAINS,
  ERROR_PHRASES,
  findCode,
  findDomain,
  type ErrorDomain,
} from '../../../shared/model/error-codes.ts'
import { foldWording } from './fold-text.ts'

/** A place in a text that tells an error. `code` is null where a domain stands without one. */
export type Hit = {
  readonly domain: string
  readonly code: string | null
  readonly at: number
  readonly length: number
  /** True for a usual wording: less sure than a code. */
  readonly isWording: boolean
  readonly isWeak: boolean
}

/** Enough for any report; a log of a million lines repeats itself. */
const MAX_HITS = 5_000

/** Shorter ones are no domain and no word of a service. */
const WORD = /[\w.]{8,}/g
/** Longer ones are neither; keeps hostile words away from the searches below. */
const MAX_WORD = 120
const CODE_AFTER = /^\D{0,24}?(-?\d{1,6})(?!\d)/
const CODE_BEFORE = /(?<![\d.])(-?\d{1,6})\D{1,16}$/
const HTTP_STATUS = /\b(?:http(?:\/\d(?:\.\d)?)?|status(?:[ _-]?code)?)['": =]{0,4}([45]\d\d)(?![\d.])/g
/** A bare number can only be meant as a code where the lists have it and nothing else looks like it. */
const BARE_CODE = /(?<![\w.:-])(?:-\d{3,4}|\d{5})(?![\w.:])/g
const MAX_FOR_BARE = 4_000

/** Domains with their codes, words of Apple's service and codes of servers, in the order of the text. */
export function findCodes(text: string): readonly Hit[] {
  const hits: Hit[] = []
  for (const { 0: found, index } of text.matchAll(WORD)) {
    if (hits.length >= MAX_HITS) break
    if (found.length > MAX_WORD) continue
    const hit = hitOfWord(text, found.replace(/\.+$/, ''), index)
    if (hit) hits.push(hit)
  }
  return hits
}

/** Words that are codes by themselves. */
const CODE_WORDS: ReadonlyMap<string, string> = new Map(
  ['ade-service', 'enrollment-answer'].flatMap((id) => findDomain(id)!.codes.map(({ code }) => [code, id] as const)),
)

function hitOfWord(text: string, word: string, at: number): Hit | undefined {
  const place = { at, length: word.length, isWording: false }
  const service = CODE_WORDS.get(word)
  if (service !== undefined) return { ...place, domain: service, code: word, isWeak: isWeak(findDomain(service), word) }
  const domain = findDomain(word)
  if (!domain && !/^[a-z][\w.]{2,}errordomain$/i.test(word)) return undefined
  const code = codeAround(text, at, word.length)
  return { ...place, domain: domain?.id ?? word, code, isWeak: isWeak(domain, code) }
}

function isWeak(domain: ErrorDomain | undefined, code: string | null): boolean {
  if (!domain || code === null) return true
  return findCode(domain, code)?.weak ?? false
}

function codeAround(text: string, at: number, length: number): string | null {
  const after = CODE_AFTER.exec(text.slice(at + length, at + length + 32))
  if (after?.[1]) return String(Number(after[1]))
  const before = CODE_BEFORE.exec(text.slice(Math.max(0, at - 24), at))
  return before?.[1] ? String(Number(before[1])) : null
}

/** HTTP answers by their number, in a folded text. */
export function findStatuses(folded: string): readonly Hit[] {
  const domain = findDomain('http-status')!
  return [...folded.matchAll(HTTP_STATUS)].slice(0, MAX_HITS).flatMap(({ 0: found, 1: code, index }) => {
    if (code === undefined || !findCode(domain, code)) return []
    return { domain: domain.id, code, at: index, length: found.length, isWording: false, isWeak: true }
  })
}

/** Numbers typed alone: "34006". Short texts only, and only codes that no date or length looks like. */
export function findBareCodes(text: string): readonly Hit[] {
  if (text.length > MAX_FOR_BARE) return []
  return [...text.matchAll(BARE_CODE)].flatMap(({ 0: code, index }) => {
    const domain = ERROR_DOMAINS.findLast((one) => findCode(one, code) !== undefined)
    if (!domain || domain.id === 'http-status') return []
    return { domain: domain.id, code, at: index, length: code.length, isWording: true, isWeak: isWeak(domain, code) }
  })
}

const WORDINGS = ERROR_PHRASES.flatMap(({ domain, code, weak, texts }) =>
  texts.flatMap(foldWording).map((wording) => ({ domain, code, isWeak: weak ?? false, wording })),
)

/** Usual wordings in English and German, in a folded text. Plain searches, so no text can make them slow. */
export function findWordings(folded: string): readonly Hit[] {
  const hits: Hit[] = []
  for (const { domain, code, isWeak: isVague, wording } of WORDINGS) {
    let at = folded.indexOf(wording)
    for (let count = 0; at >= 0 && count < 100; count++) {
      hits.push({ domain, code, at, length: wording.length, isWording: true, isWeak: isVague })
      at = folded.indexOf(wording, at + wording.length)
    }
  }
  return hits
}
