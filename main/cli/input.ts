import type { z } from 'zod'
import { AppError } from '../../shared/errors.ts'

/** A value of the command line, held against the contract's own description of it. */
export function checked<T extends z.ZodType>(schema: T, value: unknown, option: string): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new AppError('bad-input', `${parsed.error.issues[0]?.message ?? 'not valid'}: ${String(value)}`, {
    path: option,
  })
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
