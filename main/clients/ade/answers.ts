import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import { isObject, parseJson } from './json.ts'
import { retryAfterMs, Transient } from './retry.ts'
import type { Answer } from './transport.ts'

/** Longer bodies hold no single word. */
const MAX_WORD_BODY = 4096
const MAX_SKEW_SECONDS = 300
const CURSOR_WORDS = new Set(['EXHAUSTED_CURSOR', 'INVALID_CURSOR', 'EXPIRED_CURSOR', 'CURSOR_REQUIRED'])
const CODE_OF_WORD: ReadonlyMap<string, ErrorCode> = new Map([
  ['T_C_NOT_SIGNED', 'terms.not-accepted'],
  ['ACCESS_DENIED', 'access.denied'],
])

/**
 * Apple's own word in an error body: bare, as a JSON string, or as a member of a JSON object. Only a whole word counts,
 * so that FORBIDDEN is not found inside another one.
 * Source: Apple developer documentation, "Interpreting Automated Device Enrollment error codes"; the forms are as met.
 */
export function wordOf(body: string): string | undefined {
  if (body.length > MAX_WORD_BODY) return undefined
  const text = unquoted(body.trim()).trim()
  return /^[A-Z0-9_]{1,64}$/.test(text) ? text : undefined
}

/** 401, 403 FORBIDDEN and EXPIRED_TOKEN are about the session; another word beside 403 never is. */
export function meansSession(answer: Answer): boolean {
  const { status } = answer
  if (status === 401) return true
  if (status !== 400 && status !== 403) return false
  const word = wordOf(answer.text)
  return word === 'EXPIRED_TOKEN' || (status === 403 && word === 'FORBIDDEN')
}

/**
 * The object of a successful answer. Fails with `ade.not-apple` for a page of somebody else, with `ade.protocol`, or
 * with `Transient` for JSON that ends too early.
 */
export function readObject(answer: Answer): Readonly<Record<string, unknown>> {
  const text = answer.text.trimStart()
  if (isPage(answer) || (text !== '' && !/^["[{\d-]|^(?:true|false|null)/.test(text))) {
    throw failure('ade.not-apple', 'the answer is no JSON', answer)
  }
  if (text === '') throw failure('ade.protocol', 'the answer is empty', answer)
  let value: unknown
  try {
    value = parseJson(text)
  } catch {
    throw new Transient('broken', failure('net.unreachable', 'the answer ends too early', answer))
  }
  if (!isObject(value)) throw failure('ade.protocol', 'the answer is no object', answer)
  return value
}

/** What an answer other than 2xx means, session questions apart. */
export function failureOf(answer: Answer): AppError | Transient {
  const { status, text } = answer
  if (isTrouble(status)) return busy(answer)
  if (isPage(answer)) return failure('ade.not-apple', 'a page in place of an answer', answer)
  const word = wordOf(text)
  const code = CODE_OF_WORD.get(word ?? '')
  if (code) return failure(code, 'calling Apple', answer)
  if (word && CURSOR_WORDS.has(word)) return failure('ade.cursor', 'reading on', answer)
  return failure('ade.refused', 'calling Apple', answer)
}

/**
 * What an answer of `/session` other than 2xx means: there it is about the token, or about the clock that signed.
 * The wording of OAuth problems is not documented; a bare 400 has been seen for both. Never worth another try, but for
 * a service in trouble.
 */
export function sessionFailureOf(answer: Answer, skewSeconds: number): AppError | Transient {
  const { status, text } = answer
  if (status === 429) return busy(answer).error
  if (isTrouble(status)) return busy(answer)
  const word = wordOf(text)
  const codeOfWord = CODE_OF_WORD.get(word ?? '')
  if (codeOfWord) return failure(codeOfWord, 'opening a session', answer)
  if (status !== 401 && isPage(answer)) return failure('ade.not-apple', 'a page in place of a session', answer)
  const isAboutToken = status === 401 || status === 403 || (status === 400 && word === undefined)
  if (!isAboutToken) return failure('ade.refused', 'opening a session', answer)
  const problem = /oauth_problem=([a-z_]{1,64})/.exec(text)?.[1]
  const isClock = Math.abs(skewSeconds) > MAX_SKEW_SECONDS || problem === 'timestamp_refused'
  const code = isClock ? 'auth.clock' : problem === 'token_expired' ? 'auth.expired' : 'auth.rejected'
  const facts = { ...(problem ? { appleCode: problem } : {}), clockSkewSeconds: skewSeconds }
  return failure(code, isClock ? clockDifference(skewSeconds) : 'opening a session', answer, facts)
}

/** Small differences are left out: they are no reason, or the answer's own `Date` is wrong. */
function clockDifference(skewSeconds: number): string {
  if (Math.abs(skewSeconds) <= MAX_SKEW_SECONDS) return 'opening a session'
  return `it is ${Math.abs(skewSeconds)} seconds ${skewSeconds < 0 ? 'behind' : 'ahead of'} Apple's`
}

type Facts = NonNullable<ConstructorParameters<typeof AppError>[2]>['facts']

/** An error that carries what is known about the answer. */
export function failure(code: ErrorCode, stage: string, answer: Answer, facts: Facts = {}): AppError {
  const appleCode = answer.status >= 400 ? (wordOf(answer.text) ?? null) : null
  const message = appleCode === null ? stage : `${stage}: ${appleCode}`
  return new AppError(code, message, { facts: { ...answer.facts, appleCode, ...facts } })
}

/** 511 is a network's sign-in page (RFC 6585 §6), 501 and 505 do not pass. */
function isTrouble(status: number): boolean {
  return status === 429 || status === 500 || (status >= 502 && status <= 504)
}

function busy(answer: Answer): Transient {
  const waitMs = retryAfterMs(answer.header('retry-after'), answer.answeredAt)
  const facts = waitMs === undefined ? {} : { retryAfterSeconds: Math.ceil(waitMs / 1000) }
  return new Transient('busy', failure('ade.busy', 'calling Apple', answer, facts), waitMs)
}

function isPage({ status, header, text }: Answer): boolean {
  return status === 511 || /\bx?html\b/i.test(header('content-type') ?? '') || text.trimStart().startsWith('<')
}

function unquoted(text: string): string {
  if (!text.startsWith('"') && !text.startsWith('{')) return text
  try {
    const value = parseJson(text)
    if (typeof value === 'string') return value
    const word = isObject(value) ? (value['code'] ?? value['error']) : undefined
    return typeof word === 'string' ? word : ''
  } catch {
    return ''
  }
}
