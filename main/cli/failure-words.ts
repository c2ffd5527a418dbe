import type { ErrorCode } from '../../shared/errors.ts'
import { errorText } from '../../shared/error-text.ts'
import { HINTS } from './hints.ts'

/** Here the message is the reason itself; the general words would only guess at others. */
const MESSAGE_IS_WHY: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'bad-input',
  'file.unreadable',
  'file.unwritable',
  'db.unwritable',
])

/** What the command line says of a failure: what happened, why, and what to do next. */
export function failureWords(error: { readonly code: ErrorCode; readonly message?: string | undefined }) {
  const { title, detail, next } = errorText(error)
  const why = MESSAGE_IS_WHY.has(error.code) && error.message ? sentence(error.message) : detail
  return { title, detail: why, next: HINTS[error.code] ?? next }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`
}
