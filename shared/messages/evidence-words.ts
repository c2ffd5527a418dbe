import type { EvidenceFacts } from '../model/diagnosis.ts'

/** A sentence about facts, in one language. */
export type Say = (facts: EvidenceFacts) => string

type Fact = EvidenceFacts[string] | undefined

/** A value as it is, at most 200 characters; a dash where there is none. */
export function told(value: Fact): string {
  return value === null || value === undefined || value === '' ? '–' : String(value).slice(0, 200)
}

/** A moment to the minute. Always UTC: a report is read in another time zone than it was made in. */
export function day(value: Fact): string {
  if (typeof value !== 'string') return '–'
  return `${value.slice(0, 10)} ${value.slice(11, 16)} UTC`
}

export function count(value: Fact, one: string, many: string): string {
  const number = typeof value === 'number' ? Math.abs(value) : 0
  return `${number} ${number === 1 ? one : many}`
}
