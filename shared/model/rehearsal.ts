/** The device's part of an enrollment, played by this program: what was done, what came back, what is wrong with it. */

/** How the device asks: a POST to `url`, or a GET of `configuration_web_url` in a web view. */
export const REHEARSAL_MODES = ['post', 'web'] as const
export type RehearsalMode = (typeof REHEARSAL_MODES)[number]

/**
 * In the order they happen; `resolve`, `connect`, `tls`, `request` happen again for each redirect that is followed.
 * `answer` is about status and content type, `protection` about signature and encryption, `profile` about what it says,
 * `identity` about the server that issues the device's certificate, `check-in` about the server the device reports to.
 */
export const REHEARSAL_STEPS = [
  'target',
  'resolve',
  'connect',
  'tls',
  'request',
  'redirect',
  'answer',
  'protection',
  'profile',
  'identity',
  'check-in',
] as const
export type RehearsalStepName = (typeof REHEARSAL_STEPS)[number]

export const STEP_OUTCOMES = ['ok', 'warning', 'failed', 'skipped'] as const
export type StepOutcome = (typeof STEP_OUTCOMES)[number]

/** Facts without secrets: addresses lose their query, long parts of a path are cut out. Lists are texts. */
export type RehearsalEvidence = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export type RehearsalStep = {
  readonly name: RehearsalStepName
  /** Whole milliseconds. */
  readonly ms: number
  readonly outcome: StepOutcome
  readonly evidence: RehearsalEvidence
}

export const FINDING_SEVERITIES = ['error', 'warning', 'info'] as const
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number]

/** Words, message and remedy, are in the catalogue: `rehearsal.findings[code](facts)`. */
export const REHEARSAL_FINDINGS = [
  // what the profile at Apple says
  'url-invalid',
  'url-not-https',
  'web-url-invalid',
  'web-url-not-https',
  'anchor-unreadable',
  // the way there
  'host-not-found',
  'host-unreachable',
  'connect-timed-out',
  'connection-lost',
  'proxy-refused',
  // TLS
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-other-name',
  'certificate-expires-soon',
  'chain-incomplete',
  'authority-unknown',
  'anchors-do-not-fit',
  'tls-inspected',
  'tls-failed',
  'trusted-here-only',
  // the answer
  'answer-timed-out',
  'answer-slow',
  'answer-too-slow',
  'answer-too-large',
  'answer-cut-off',
  'answer-broken',
  'redirect-other-host',
  'redirect-to-http',
  'redirect-loop',
  'redirect-too-many',
  'redirect-nowhere',
  'authentication-required',
  'software-update-required',
  'platform-sso-required',
  'device-unrecognized',
  'well-known-failed',
  'pairing-token-missing',
  'request-refused',
  'not-found',
  'server-busy',
  'server-error',
  'answer-html',
  'answer-empty',
  'answer-not-a-profile',
  'content-type-wrong',
  'sign-in-page',
  'clock-differs',
  // its protection
  'profile-unsigned',
  'signature-invalid',
  'signer-expired',
  'profile-encrypted',
  // the enrollment profile
  'profile-type',
  'profile-key-missing',
  'profile-expired',
  'payload-incomplete',
  'payload-uuid-repeated',
  'payload-identifier-repeated',
  'scope-not-system',
  'no-mdm-payload',
  'several-mdm-payloads',
  'server-url-missing',
  'server-url-not-https',
  'check-in-url-not-https',
  'topic-missing',
  'topic-form',
  'topic-differs',
  'identity-reference-missing',
  'identity-reference-unresolved',
  'identity-wrong-type',
  'no-identity-payload',
  'access-rights-missing',
  'access-rights-invalid',
  'access-rights-incomplete',
  'access-rights-limited',
  'development-push',
  'messages-unsigned',
  'per-user-capability-missing',
  'pinning-unresolved',
  'account-driven-key',
  'scep-url-invalid',
  'scep-key-small',
  'acme-incomplete',
  'acme-not-https',
  'identity-file-invalid',
  'certificate-payload-invalid',
  'certificate-payload-expired',
  // what comes after
  'identity-server-unreachable',
  'identity-server-answer',
  'identity-server-weak',
  'check-in-unreachable',
  'not-visited',
] as const
export type RehearsalFindingCode = (typeof REHEARSAL_FINDINGS)[number]

export type RehearsalFinding = {
  readonly severity: FindingSeverity
  readonly code: RehearsalFindingCode
  /** What the words speak about: a host, a key, a date. Never a secret. */
  readonly facts: Readonly<Record<string, string | number>>
}

/**
 * `ok` nothing is in the way · `warnings` it works, with remarks · `incomplete` no fault as far as a program gets (a person
 * must sign in) · `faults` an answer came, and a device would fail with it · `refused` the server said no · `unreachable` no
 * answer came.
 */
export const REHEARSAL_VERDICTS = ['ok', 'warnings', 'incomplete', 'faults', 'refused', 'unreachable'] as const
export type RehearsalVerdict = (typeof REHEARSAL_VERDICTS)[number]

export const PROFILE_PROTECTIONS = ['unsigned', 'signed', 'encrypted'] as const
export type ProfileProtection = (typeof PROFILE_PROTECTIONS)[number]

export const IDENTITY_KINDS = ['acme', 'scep', 'pkcs12'] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]

/** What came back, without passwords, challenges and keys. */
export type EnrollmentProfile = {
  readonly displayName: string | null
  readonly identifier: string | null
  readonly uuid: string | null
  readonly organization: string | null
  readonly protection: ProfileProtection
  /** Who signed it, for people. */
  readonly signer: string | null
  readonly signerExpiresAt: number | null
  /** PayloadType of each payload, in their order. */
  readonly payloads: readonly string[]
  readonly serverUrl: string | null
  readonly checkInUrl: string | null
  readonly topic: string | null
  readonly accessRights: number | null
  readonly signMessage: boolean
  readonly serverCapabilities: readonly string[]
  readonly identity: IdentityKind | null
  readonly identityUrl: string | null
}

/** What a rehearsal would do, before anything is sent. */
export type RehearsalPlan = {
  readonly mode: RehearsalMode
  /** Without its query. */
  readonly url: string
  /** The only hosts it talks to, those that the answer names apart. */
  readonly hosts: readonly string[]
  /** How many certificates of the profile are trusted; 0 means that this computer's are. */
  readonly anchors: number
  readonly serial: string
  readonly product: string
  readonly osVersion: string
  /** False for a serial number that this program made up. */
  readonly isOwnSerial: boolean
}

export type RehearsalProgress = {
  readonly plan: RehearsalPlan
  readonly steps: readonly RehearsalStep[]
  /** What is being waited for. */
  readonly now: RehearsalStepName | null
}

export type Rehearsal = {
  readonly plan: RehearsalPlan
  readonly startedAt: number
  readonly finishedAt: number
  readonly steps: readonly RehearsalStep[]
  readonly profile: EnrollmentProfile | null
  /** Errors first. */
  readonly findings: readonly RehearsalFinding[]
  readonly verdict: RehearsalVerdict
}

/** What a device is known to bear. Apple publishes no numbers: field practice is an answer well below 30 seconds. */
export const DEVICE_PATIENCE = { slowMs: 10_000, tooSlowMs: 30_000, giveUpMs: 60_000 } as const
