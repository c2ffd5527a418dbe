import type { ErrorCode } from '../../shared/errors.ts'

/** What a script may rely on; the table of `docs/cli.md`. */
export const EXIT = {
  done: 0,
  fault: 1,
  usage: 2,
  refused: 3,
  partly: 4,
  vault: 5,
  unreachable: 6,
  cancelled: 130,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

const BY_FAMILY: Readonly<Record<string, ExitCode>> = {
  auth: EXIT.refused,
  terms: EXIT.refused,
  access: EXIT.refused,
  ade: EXIT.refused,
  net: EXIT.unreachable,
  vault: EXIT.vault,
}

const BY_CODE: Partial<Readonly<Record<ErrorCode, ExitCode>>> = {
  internal: EXIT.fault,
  cancelled: EXIT.cancelled,
  'db.damaged': EXIT.fault,
  // Somebody else answered in Apple's place, or Apple wants a pause: the service was not reached.
  'ade.not-apple': EXIT.unreachable,
  'ade.busy': EXIT.unreachable,
  'sync.empty-list': EXIT.refused,
  'credential.rejected': EXIT.refused,
  'credential.expired': EXIT.refused,
  'vault.weak-passphrase': EXIT.usage,
  'vault.exists': EXIT.usage,
}

/** Everything not named by code or family is about what was given: a file, a name, an option. */
export function exitCodeOf(code: ErrorCode): ExitCode {
  return BY_CODE[code] ?? BY_FAMILY[code.split('.')[0]!] ?? EXIT.usage
}

/** Parts that fail alike answer with that failure's code; where some succeed, or they differ, with "partly done". */
export function exitCodeOfParts(parts: readonly (ErrorCode | null)[]): ExitCode {
  const codes = new Set(parts.map((code) => (code === null ? EXIT.done : exitCodeOf(code))))
  if (codes.size === 0) return EXIT.done
  const [only] = codes
  return codes.size === 1 ? only! : EXIT.partly
}
