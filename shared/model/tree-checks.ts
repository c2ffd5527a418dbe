/** Where facts come from. `apple-*` cost requests at Apple; `probe-*` and `rehearsal` send something over the network. */
export const FACT_SOURCES = [
  'records',
  'token-file',
  'portal-csv',
  'apple-account',
  'apple-details',
  'apple-profile',
  'probe-apple',
  'probe-enrollment',
  'rehearsal',
] as const
export type FactSource = (typeof FACT_SOURCES)[number]

/**
 * The questions a program can answer, each with its closed list of outcomes. Every list ends with `unknown`: offline, vault
 * locked, nothing stored, no answer in time. Each of them is told by some source: a test holds an example of every one.
 */
export const CHECK_OUTCOMES = {
  // Preconditions
  /** Is a token effective for the group of the device? */
  'token-effective': ['own', 'inherited', 'none', 'unknown'],
  'token-expiry': ['valid', 'expiring', 'expired', 'unknown'],
  /** Does Apple take the token? `refused` is any other refusal. */
  'token-accepted': ['accepted', 'unauthorized', 'terms', 'denied', 'bad-request', 'refused', 'unreachable', 'unknown'],
  /** This computer's clock against Apple's; more than five minutes are wrong. */
  clock: ['right', 'wrong', 'unknown'],
  /** Is the account Apple tells the one the token was imported for? */
  'account-matches': ['same', 'other-server', 'unknown'],
  /** When was the list of devices last read? `stale`: more than 24 hours or twice the interval ago. */
  'list-fresh': ['fresh', 'stale', 'never', 'unknown'],
  /** How the last run of the token ended. `cursor`: too old or refused; `network`: Apple was not reached. */
  'last-sync': ['fine', 'cursor', 'network', 'refused', 'failed', 'never', 'unknown'],
  /** Does a schedule of ours run? `rare`: less than once in seven days, so that the cursor becomes too old. */
  schedule: ['on', 'rare', 'off', 'unknown'],
  /** Age of the cursor: Apple forgets it after seven days. */
  'cursor-age': ['fresh', 'too-old', 'none', 'unknown'],

  // The device at Apple
  /** `other-token`: another token of ours has it. `not-accessible`: no token of ours may see it. */
  'device-listed': ['here', 'other-token', 'not-accessible', 'unknown'],
  /** Why the records say it left: unassigned or released (Apple does not tell which), released here, replaced by another. */
  'gone-reason': ['present', 'deleted', 'released', 'replaced', 'not-listed', 'token-removed', 'unknown'],
  'profile-status': ['empty', 'removed', 'assigned', 'pushed', 'other', 'unknown'],
  /** The profile Apple reports against the one the device should have here. `no-wish`: none was chosen here. */
  'profile-expected': ['same', 'other', 'none-at-apple', 'no-wish', 'unknown'],
  /**
   * Was it set up before the profile was assigned? Told by the console's status, or a push older than the assignment. That
   * it was never set up nobody records: a person is asked.
   */
  'set-up-before': ['before', 'unknown'],
  /** When the device fetched its profile: within the last two hours or earlier. */
  'pushed-when': ['recently', 'earlier', 'never', 'unknown'],
  /** Apple's deadline to move to this server. */
  migration: ['scheduled', 'passed', 'none', 'unknown'],
  /** Apple's 30 days in which a device added by Configurator may leave. */
  provisional: ['within', 'over', 'unknown'],
  /** What the console says: enrolled now, blocked by it, else. */
  'console-status': ['enrolled', 'blocked', 'not-enrolled', 'unknown'],
  /** By Apple's word for its family. */
  'device-kind': ['mac', 'apple-tv', 'other', 'unknown'],
  /** Whether a code that opens a locked device is kept here. */
  'lock-code': ['kept', 'none', 'unknown'],

  // Assigning
  /** What Apple answered to the last assignment of this device. */
  'last-answer': ['success', 'throttled', 'failed', 'not-accessible', 'no-answer', 'never-sent', 'unknown'],
  /** How many devices of the same profile wait: this one, several of one profile among others, all of the token's only profile. */
  'stuck-spread': ['one-device', 'one-profile', 'only-profile', 'unknown'],

  // The profile
  /** Does Apple know the profile the device has? `foreign`: it does, and it was not made here. */
  'profile-known': ['known', 'foreign', 'not-found', 'none', 'unknown'],
  'profile-same': ['same', 'differs', 'unknown'],
  /** Was it made before the present token was imported? */
  'profile-age': ['newer', 'older-than-token', 'unknown'],
  'await-configuration': ['on', 'off', 'unknown'],
  /** The console's custom prompt, or a web page of its own for signing in. */
  'custom-prompt': ['on', 'off', 'unknown'],
  'web-url': ['none', 'https', 'not-https', 'unknown'],
  /** `authentication` as kept with the profile for the console. */
  authentication: ['on', 'off', 'unknown'],
  /** Does the profile's device group have a Group ID? */
  'group-id': ['present', 'missing', 'unknown'],

  // The network, as seen from this computer
  /** Apple's hosts, the worst first. */
  'apple-hosts': ['reached', 'dns', 'blocked', 'tls', 'inspected', 'unknown'],
  'captive-portal': ['none', 'captive', 'unknown'],
  'push-hosts': ['reached', 'blocked', 'unknown'],
  /** The host of the profile's address. */
  'enrollment-host': ['reached', 'dns', 'blocked', 'tls', 'slow', 'unknown'],
  'enrollment-name': ['matches', 'differs', 'unknown'],
  'enrollment-chain': ['complete', 'incomplete', 'expired', 'weak', 'not-https', 'unknown'],
  /** Trust of the chain as a device sees it: by the profile's anchors, or publicly where it has none. */
  'enrollment-anchors': ['public', 'anchored', 'not-anchored', 'private', 'inspected', 'unknown'],
  /** The host of the page for signing in. */
  'web-host': ['reached', 'dns', 'blocked', 'tls', 'no-web-url', 'unknown'],

  // Playing the device's part
  'enrollment-answer': [
    'profile',
    'not-a-profile',
    'web-page',
    'unauthorized',
    'update-required',
    'platform-sso',
    'unrecognized-device',
    'forbidden',
    'redirected-away',
    'server-error',
    'timed-out',
    'unreachable',
    'tls',
    'unknown',
  ],
  /** How long the whole answer took: more than ten seconds is slow, more than 30 is what a device does not wait. */
  'enrollment-speed': ['fast', 'slow', 'too-slow', 'unknown'],
  /** What is wrong in the enrollment profile itself, the gravest first. */
  'enrollment-profile': [
    'good',
    'no-mdm-payload',
    'no-identity',
    'wrong-topic',
    'url-not-https',
    'unsigned',
    'signer-expired',
    'encrypted',
    'unreadable',
    'other-fault',
    'unknown',
  ],
  /** The certificate authority that the enrollment profile names. `none`: the identity comes in the profile. */
  'certificate-authority': ['reached', 'unreachable', 'refused', 'expired', 'none', 'unknown'],

  // A token file
  'file-kind': ['token', 'certificate', 'clear-token', 'apps-token', 'other', 'no-file', 'unknown'],
  'file-recipient': ['ours', 'not-ours', 'unknown'],
  'file-content': ['complete', 'damaged', 'expired', 'unknown'],
  /** Is a token of this server connected at another group? */
  'file-used': ['free', 'renewal', 'other-group', 'unknown'],

  // A portal export
  'portal-file': ['imported', 'none', 'unknown'],
  /** The serial number in the portal's export against the records. */
  'serial-in-portal': ['both', 'portal-only', 'console-only', 'neither', 'unknown'],
  /** The server the portal's export names for it. */
  'portal-server': ['this', 'other', 'unassigned', 'unknown'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Check = keyof typeof CHECK_OUTCOMES
export type CheckOutcome<C extends Check> = (typeof CHECK_OUTCOMES)[C][number]
export const CHECKS = Object.keys(CHECK_OUTCOMES) as unknown as readonly [Check, ...Check[]] // keys of the literal above
