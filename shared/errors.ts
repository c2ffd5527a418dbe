/**
 * Every failure a call may declare. Codes are dotted, closed and stable: they travel to the page, to the command
 * line's JSON and into the log. Words for people live in `error-text.ts`; a new code does not compile without them.
 */
export const ERROR_CODES = [
  'bad-input',
  'cancelled',
  'internal',
  // vault
  'vault.locked',
  'vault.missing',
  'vault.wrong-passphrase',
  'vault.weak-passphrase',
  'vault.damaged',
  'vault.sealing-unavailable',
  'vault.backend-changed',
  'vault.exists',
  // files and store
  'file.unreadable',
  'file.unwritable',
  'file.exists',
  'pdf.failed',
  'db.from-future',
  'db.damaged',
  'db.busy',
  'db.unwritable',
  'backup.damaged',
  'backup.from-future',
  'backup.too-large',
  // token files
  'token-file.too-large',
  'token-file.not-a-token',
  'token-file.damaged',
  'token-file.other-key',
  'token-file.unsupported-cipher',
  'token-file.incomplete',
  'token.other-server',
  'token.not-found',
  'token.name-taken',
  'token.already-connected',
  'token.changed-meanwhile',
  'key.unusable',
  // credentials
  'stoken-file.not-a-stoken',
  'stoken-file.damaged',
  'stoken-file.incomplete',
  'push-file.not-a-certificate',
  'push-file.damaged',
  'push-file.other-purpose',
  'push-file.passphrase',
  'push-file.key-mismatch',
  'push-file.key-unusable',
  'push-file.not-yet-valid',
  'credential.not-found',
  'credential.unsuitable',
  'credential.name-taken',
  'credential.rejected',
  'credential.expired',
  'credential.older',
  'credential.other-library',
  'credential.other-topic',
  'credential.changed-meanwhile',
  // Apple's answers
  'auth.expired',
  'auth.rejected',
  'auth.clock',
  'auth.session',
  'terms.not-accepted',
  'access.denied',
  'ade.cursor',
  'ade.refused',
  'ade.not-apple',
  'ade.busy',
  'ade.protocol',
  'ade.outcome-unknown',
  // the way there
  'net.unreachable',
  'net.timeout',
  'net.tls',
  'net.proxy',
  'net.redirected',
  'net.too-large',
  // nouns
  'group.not-found',
  'group.refused',
  'group.name-taken',
  'group.nothing-to-undo',
  'device.not-found',
  'device.release-unconfirmed',
  'device.no-bypass-code',
  'registration.none',
  'registration.blocked',
  'registration.too-many',
  'profile.not-found',
  'profile.version-not-found',
  'profile.name-taken',
  'profile.changed-meanwhile',
  'profile.not-json',
  'profile.invalid',
  'profile.unsure',
  'profile.in-use',
  'import.not-a-table',
  'import.line-too-long',
  'import.too-many-columns',
  'import.workbook-unreadable',
  'import.workbook-too-large',
  'import.no-serial-column',
  'import.nothing-told',
  'import.changed-meanwhile',
  'import.already-running',
  'import.not-found',
  'reconcile.not-found',
  'reconcile.rows-gone',
  'reconcile.nothing-to-compare',
  'report.not-found',
  'report.name-taken',
  'report.too-many',
  'report.too-large',
  'report.schedule-not-found',
  'view.gone',
  'view.name-taken',
  'view.too-many',
  'diagnosis.not-found',
  'diagnosis.unknown-tree',
  'diagnosis.too-many',
  'sync.already-running',
  'sync.empty-list',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** What may happen to the store under any call. */
export const STORE_CODES = ['db.busy', 'db.damaged', 'db.unwritable'] as const satisfies readonly ErrorCode[]

export type StoreCode = (typeof STORE_CODES)[number]

/** Codes every call may answer with, whatever it declares. */
export type EdgeCode = 'bad-input' | 'cancelled' | 'internal' | StoreCode

export type ErrorDetails = {
  /** Where bad input sits: a JSON path, a file name with row and column, an option of the command line. */
  readonly path?: string
  /** Facts worth showing beside the words: HTTP status, Apple's own code, a request id. Never a secret. */
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>
  readonly cause?: unknown
}

/** Expected trouble: thrown inside the core, translated once at the edge into a value with this code. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly path: string | undefined
  readonly facts: Readonly<Record<string, string | number | boolean | null>>

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'AppError'
    this.code = code
    this.path = details.path
    this.facts = details.facts ?? {}
  }
}

/** Ends every `switch` over a union: a new member does not compile until it is handled. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${String(value)}`)
}

/** True for the rejection an `AbortSignal` causes, whoever made it. */
export function isCancelled(error: unknown, signal?: AbortSignal): boolean {
  if (error instanceof AppError) return error.code === 'cancelled'
  if (error instanceof Error && error.name === 'AbortError') return true
  return signal !== undefined && signal.aborted && error === signal.reason
}
