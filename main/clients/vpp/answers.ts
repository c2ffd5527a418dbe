import { parseInstant } from '../../../shared/model/instant.ts'
import type { ManagementService, StokenProblem } from '../../../shared/model/credential.ts'
import { isObject, parseJson } from '../ade/json.ts'
import type { ClientConfig } from './client-type.ts'

const MAX_TEXT = 200

/**
 * Numbers that are about the token itself. Others are about the request, the service or the moment, or new: they prove
 * nothing against a token. Source: Apple developer documentation, "Handling error responses" (App and Book Management).
 */
const PROBLEMS: ReadonlyMap<number, StokenProblem> = new Map([
  [9601, 'invalid'],
  [9621, 'expired'],
  [9622, 'invalid'],
  [9625, 'revoked'],
  [9634, 'service-removed'],
  [9637, 'not-a-unit-token'],
  [9647, 'not-a-unit-token'],
  [9722, 'invalid'],
])

/** Numbers with which Apple asks for another attempt later. */
const BUSY: ReadonlySet<number> = new Set([9603, 9646, 9729])

export function problemOf(errorNumber: number): StokenProblem | undefined {
  return PROBLEMS.get(errorNumber)
}

export function isBusy({
  status,
  errorNumber,
}: {
  readonly status: number
  readonly errorNumber: number | null
}): boolean {
  return status === 429 || status >= 500 || (errorNumber !== null && BUSY.has(errorNumber))
}

/** The object of an answer; undefined for what is no JSON object, as a page of somebody else is not. */
export function readAnswer(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = parseJson(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Apple's error number, which has also come with status 200; null where there is none. */
export function errorNumberOf(answer: Readonly<Record<string, unknown>>): number | null {
  const { errorNumber } = answer
  const number = typeof errorNumber === 'string' ? Number(errorNumber) : errorNumber
  return typeof number === 'number' && Number.isSafeInteger(number) && number !== 0 ? number : null
}

/** Undefined where nothing in it says that a content token was looked up. */
export function readClientConfig(answer: Readonly<Record<string, unknown>>): ClientConfig | undefined {
  const libraryId = readText(answer['uId'])
  const locationName = readText(answer['locationName'])
  if (libraryId === null && locationName === null) return undefined
  const expiry = answer['tokenExpirationDate']
  return {
    libraryId,
    locationName,
    country: readText(answer['countryISO2ACode']),
    platform: readText(answer['defaultPlatform']),
    website: readText(answer['websiteURL']),
    expiresAt: typeof expiry === 'string' ? (parseInstant(expiry) ?? null) : null,
    usedBy: readService(answer['mdmInfo']),
  }
}

function readService(value: unknown): ManagementService | null {
  if (!isObject(value)) return null
  const service = { id: readText(value['id']), name: readText(value['name']) }
  return service.id === null && service.name === null ? null : service
}

/** Ids have been numbers and texts. */
function readText(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  return (
    value
      .replace(/\p{C}+/gu, ' ')
      .trim()
      .slice(0, MAX_TEXT) || null
  )
}
