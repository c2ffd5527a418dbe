import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'

/** A value of the command line, held against the contract's own description of it. */
export function checked<T extends z.ZodType>(schema: T, value: unknown, option: string): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('bad-input', `${issueText(parsed.error.issues[0])}${shown(value)}`, { path: option })
}

/** What is wrong with a value, in a person's words. A message of the contract's own stays. */
export function issueText(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) return 'it is empty'
  if (issue?.code === 'too_big' && issue.origin === 'string') return `it has more than ${issue.maximum} characters`
  if (issue?.code === 'invalid_format' && issue.format === 'starts_with' && 'prefix' in issue)
    return `it must begin with ${String(issue.prefix)}`
  return issue?.message ?? 'not valid'
}

const MOST_SHOWN = 60

function shown(value: unknown): string {
  const text = String(value)
  if (text === '') return ''
  return `: ${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text}`
}

/** An option that is given says something: an empty text is a variable that was never set, not "no filter". */
export function notEmpty(value: string | undefined, option: string): string | undefined {
  if (value?.trim() !== '') return value
  throw new AppError('bad-input', 'it is empty; leave the option out or give it a value', { path: option })
}

/** One of a closed list, with the list in the message. */
export function oneOf<T extends string>(values: readonly T[], value: string, option: string): T {
  const found = values.find((candidate) => candidate === value)
  if (found !== undefined) return found
  throw new AppError('bad-input', `"${value}" is not one of ${values.join(', ')}`, { path: option })
}

export function wholeNumber(value: string, option: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value)
  throw new AppError('bad-input', `"${value}" is not a whole number`, { path: option })
}

/** A version of a profile: 0 is the draft. */
export function versionNumber(text: string, option: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new AppError('bad-input', `"${text}" is no version; 0 is the draft`, { path: option })
}
