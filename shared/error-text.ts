import type { ErrorCode } from './errors.ts'
import { errors as english } from './messages/en/errors.ts'
import type { Messages } from './messages/index.ts'

/** What a person is told: what happened to their thing, why, who can repair it, and the next step. */
export type ErrorText = {
  readonly title: string
  readonly detail: string
  readonly repairer: string
  readonly next: string
}

/** Here the core's own message adds nothing to the words. */
const SAID_BY_THE_CODE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'internal',
  'cancelled',
  'vault.locked',
  'vault.missing',
  'vault.wrong-passphrase',
  'vault.weak-passphrase',
  'vault.exists',
  'view.gone',
  'view.name-taken',
  'view.too-many',
])

/**
 * Words for a failure: English for the command line and the log, the page hands in those of its language. The core's
 * own message belongs to the detail where it names a file, a value or a host.
 */
export function errorText(
  error: { readonly code: ErrorCode; readonly message?: string | undefined },
  words: Messages['errors'] = english,
): ErrorText {
  const [title, why, repairer, next] = words.byCode[error.code]
  const specific = SAID_BY_THE_CODE.has(error.code) ? undefined : error.message
  return { title, detail: specific ? words.detail(why, capitalise(specific)) : why, repairer, next }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '')
}
