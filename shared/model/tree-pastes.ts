/**
 * What a person may be asked to paste: the error a device shows or logs, what a Mac prints for
 * `profiles show -type enrollment` or `profiles status -type enrollment`.
 */
export const PASTE_KINDS = ['error-text', 'mac-enrollment', 'mac-status'] as const

/** How the reader of pasted text sorts what it found. A node needs not name all: others count as `unrecognised`. */
export const PASTE_OUTCOMES = [
  'timed-out',
  'cancelled',
  'host-not-found',
  'not-connected',
  'could-not-connect',
  'certificate',
  'unauthorized',
  'bad-response',
  'invalid-profile',
  'configuration-not-retrieved',
  'server-unavailable',
  'server-not-trusted',
  'not-in-portal',
  'no-profile-assigned',
  'configuration-invalid',
  'already-enrolled',
  'device-identity',
  'not-activated',
  'nonce-expired',
  'pending-restore',
  'other-mdm-profile',
  'push-certificate',
  'scep',
  'scep-network',
  'identity-missing',
  'installation-failed',
  'update-required',
  'platform-sso-required',
  'unrecognized-device',
  'well-known-failed',
  'terms',
  'access-denied',
  'cursor',
  'throttled',
  'not-accessible',
  'request-fault',
  /** `profiles show -type enrollment` printed a configuration. */
  'configuration-shown',
  /** It printed that there is none, or nothing. */
  'configuration-empty',
  /** `profiles status -type enrollment`: enrolled through ADE, enrolled otherwise, not enrolled. */
  'enrolled-by-ade',
  'enrolled-otherwise',
  'not-enrolled',
  /** The Mac may ask Apple only a few times a day. */
  'mac-too-soon',
  /** Apple's service asks to come later. */
  'busy',
  'awaiting-configuration',
  'activation-lock',
  'assignment-in-progress',
  'registered-to-other',
  /** The first half of the message alone, without the reason. */
  'not-downloaded',
  /** A text in which nothing known was found. */
  'unrecognised',
  /** The person says there is no such text. */
  'skipped',
] as const
export type PasteKind = (typeof PASTE_KINDS)[number]
export type PasteOutcome = (typeof PASTE_OUTCOMES)[number]
