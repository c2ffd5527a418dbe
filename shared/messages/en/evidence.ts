import type { EvidenceFacts, StepSource, UnknownReason } from '../../model/diagnosis.ts'
import type { Check, CheckOutcome } from '../../model/tree-checks.ts'
import { count, day, told, type Say } from '../evidence-words.ts'

/** What the program found, as a sentence, by check and outcome. */
const checks = {
  'token-effective': {
    own: (f) => `The token ${told(f['token'])} is connected at ${told(f['group'])}.`,
    inherited: (f) => `The group ${told(f['group'])} inherits the token ${told(f['token'])} from ${told(f['from'])}.`,
    none: (f) => (f['group'] ? `No token counts at the group ${told(f['group'])}.` : 'No token is connected here.'),
  },
  'token-expiry': {
    valid: (f) => `The token ${told(f['token'])} is valid until ${day(f['expiresAt'])}.`,
    expiring: (f) =>
      `The token ${told(f['token'])} expires on ${day(f['expiresAt'])}, in ${count(f['days'], 'day', 'days')}.`,
    expired: (f) => `The token ${told(f['token'])} expired on ${day(f['expiresAt'])}.`,
  },
  'token-accepted': {
    accepted: () => 'Apple accepts the token.',
    unauthorized: () => 'Apple refuses the token: it is expired, revoked or was replaced by a newer one.',
    terms: () => 'Apple answers that its terms and conditions wait to be accepted.',
    denied: () => 'Apple answers that this token has no access: its server may have been deleted.',
    'bad-request': () => 'Apple does not take the signature of the request, as happens with a wrong clock.',
    refused: (f) => `Apple refuses the request (${told(f['code'])}).`,
    unreachable: (f) => `Apple’s service was not reached (${told(f['code'])}).`,
  },
  clock: {
    right: (f) => `This computer’s clock differs from Apple’s by ${count(f['seconds'], 'second', 'seconds')}.`,
    wrong: (f) => `This computer’s clock is wrong by ${count(f['seconds'], 'second', 'seconds')}.`,
  },
  'account-matches': {
    same: (f) => `Apple tells the server the token was imported for: ${told(f['server'])}.`,
    'other-server': (f) =>
      `Apple tells the server ${told(f['server'])}; the token was imported for ${told(f['known'])}.`,
  },
  'list-fresh': {
    fresh: (f) => `The list of devices was last read on ${day(f['lastSync'])}.`,
    stale: (f) =>
      `The list of devices was last read on ${day(f['lastSync'])}, ${count(f['hours'], 'hour', 'hours')} ago.`,
    never: (f) => `The devices of the token ${told(f['token'])} were never read.`,
  },
  'last-sync': {
    fine: (f) => `The last sync ended well on ${day(f['at'])}.`,
    cursor: (f) => `The last sync failed on ${day(f['at'])}: Apple no longer takes its cursor.`,
    network: (f) => `The last sync failed on ${day(f['at'])}: Apple was not reached (${told(f['code'])}).`,
    refused: (f) => `The last sync failed on ${day(f['at'])}: Apple refused it (${told(f['code'])}).`,
    failed: (f) => `The last sync failed on ${day(f['at'])} (${told(f['code'])}).`,
    never: () => 'This token was never synced.',
  },
  schedule: {
    on: (f) => `The next sync is planned; one runs every ${count(f['minutes'], 'minute', 'minutes')}.`,
    rare: (f) => `A sync runs only every ${count(f['hours'], 'hour', 'hours')}, too rarely for Apple’s cursor.`,
    off: () => 'No sync is planned.',
  },
  'cursor-age': {
    fresh: (f) => `The cursor of the last sync is ${count(f['days'], 'day', 'days')} old.`,
    'too-old': (f) =>
      `The cursor of the last sync is ${count(f['days'], 'day', 'days')} old; Apple forgets it after seven.`,
    none: () => 'There is no cursor: the complete list was never read.',
  },
  'device-listed': {
    here: (f) => `Apple lists the device on the token ${told(f['token'])}.`,
    'other-token': (f) => `Apple lists the device on another token: ${told(f['token'])}.`,
    'not-accessible': (f) =>
      f['tokens']
        ? `Apple shows the device to no token of ours (${count(f['tokens'], 'token', 'tokens')} asked).`
        : `The device has left Apple’s list since ${day(f['since'])}.`,
  },
  'gone-reason': {
    present: (f) => `The records have the device on the token ${told(f['token'])}.`,
    deleted: (f) => `It left the token on ${day(f['since'])}: unassigned or released at Apple.`,
    released: (f) => `It was released from the organization here on ${day(f['since'])}.`,
    replaced: (f) => `Apple replaced it by another device on ${day(f['since'])}.`,
    'not-listed': (f) => `Apple has not listed it since ${day(f['since'])}.`,
    'token-removed': (f) => `Its token was removed from this program on ${day(f['since'])}.`,
  },
  'profile-status': {
    empty: () => 'Apple reports no profile for the device.',
    removed: () => 'Apple reports that the profile was removed.',
    assigned: (f) => `Apple reports a profile as assigned since ${day(f['assigned'])}; the device has not fetched it.`,
    pushed: (f) => `The device fetched its profile on ${day(f['pushed'])}.`,
    other: (f) => `Apple reports the status ${told(f['status'])}.`,
  },
  'profile-expected': {
    same: (f) => `Apple reports the profile that was chosen here: ${told(f['wanted'])}.`,
    other: (f) =>
      `Apple reports the profile ${told(f['profile'] ?? f['reported'])}; ${told(f['wanted'])} was chosen here.`,
    'none-at-apple': (f) => `${told(f['wanted'])} was chosen here; Apple reports no profile.`,
    'no-wish': () => 'No profile was chosen for the device here.',
  },
  'set-up-before': {
    before: (f) =>
      f['status'] === 'enrolled' || f['status'] === 'unenrolled'
        ? `The console knows the device as ${told(f['status'])}: it was set up before.`
        : `The device fetched a profile on ${day(f['pushed'])}, before this one was assigned on ${day(f['assigned'])}.`,
  },
  'pushed-when': {
    recently: (f) => `The device fetched its profile on ${day(f['pushed'])}, within the last two hours.`,
    earlier: (f) => `The device fetched its profile on ${day(f['pushed'])}.`,
    never: () => 'The device has not fetched a profile.',
  },
  migration: {
    scheduled: (f) => `Apple moves the device to this server by ${day(f['deadline'])}.`,
    passed: (f) => `Apple’s deadline for the move to this server passed on ${day(f['deadline'])}.`,
    none: () => 'Apple has set no deadline for a move.',
  },
  provisional: {
    within: (f) =>
      `Assigned on ${day(f['assigned'])}: a device added by Apple Configurator may leave until ${day(f['until'])}.`,
    over: (f) => `Assigned on ${day(f['assigned'])}: the 30 days ended on ${day(f['until'])}.`,
  },
  'console-status': {
    enrolled: () => 'The console has the device as enrolled.',
    blocked: () => 'The console has the device on its deny list.',
    'not-enrolled': (f) => `The device is not enrolled: ${told(f['status'])}.`,
  },
  'device-kind': {
    mac: (f) => `Apple names it ${told(f['family'])}: a Mac.`,
    'apple-tv': (f) => `Apple names it ${told(f['family'])}.`,
    other: (f) => `Apple names it ${told(f['family'])}.`,
  },
  'lock-code': {
    kept: (f) => `${count(f['codes'], 'bypass code is', 'bypass codes are')} kept here for the device.`,
    none: () => 'No bypass code is kept here for the device.',
  },
  'last-answer': {
    success: (f) =>
      f['at'] ? `Apple confirmed the assignment on ${day(f['at'])}.` : 'Apple reports the assignment as done.',
    throttled: (f) => `Apple asked to wait with the assignment; the next try is on ${day(f['next'])}.`,
    failed: (f) => `Apple answered the assignment with ${told(f['word'])} (${count(f['attempts'], 'try', 'tries')}).`,
    'not-accessible': () => 'Apple answered that this token may not see the device.',
    'no-answer': (f) => `Apple’s answer to the assignment did not arrive (${count(f['attempts'], 'try', 'tries')}).`,
    'never-sent': () => 'No assignment was sent for the device from here.',
  },
  'stuck-spread': {
    'one-device': () => 'No other device waits for an assignment of this profile.',
    'one-profile': (f) =>
      `${count(f['waiting'], 'device waits', 'devices wait')} for this profile, one of ${told(f['profiles'])}.`,
    'only-profile': (f) => `${count(f['waiting'], 'device waits', 'devices wait')} for the only profile of the token.`,
  },
  'profile-known': {
    known: (f) => `Apple knows the profile ${told(f['profile'])}.`,
    foreign: (f) => `Apple knows the profile ${told(f['uuid'])}; it was not made here.`,
    'not-found': (f) => `Apple does not know the profile ${told(f['profile'] ?? f['uuid'])} any more.`,
    none: () => 'The device has no profile.',
  },
  'profile-same': {
    same: (f) => `Apple has the profile ${told(f['profile'])} as it was sent.`,
    differs: (f) => `Apple has the profile ${told(f['profile'])} otherwise than it was sent: ${told(f['differs'])}.`,
  },
  'profile-age': {
    newer: (f) => `The profile was published on ${day(f['published'])}, after the token was imported.`,
    'older-than-token': (f) =>
      `The profile was published on ${day(f['published'])}, before the token was imported on ${day(f['imported'])}.`,
  },
  'await-configuration': {
    on: () => 'The profile lets the device wait until it is told that it is configured.',
    off: () => 'The profile does not let the device wait.',
  },
  'custom-prompt': {
    on: (f) =>
      f['web']
        ? `The profile has a page of its own for signing in: ${told(f['web'])}.`
        : 'The profile has a custom prompt.',
    off: () => 'The profile has neither a custom prompt nor a page of its own for signing in.',
  },
  'web-url': {
    none: () => 'The profile has no page of its own for signing in.',
    https: (f) => `The page for signing in is ${told(f['web'])}.`,
    'not-https': (f) => `The page for signing in is not https: ${told(f['web'])}.`,
  },
  authentication: {
    on: (f) => `The profile ${told(f['profile'])} asks the user to sign in.`,
    off: (f) => `The profile ${told(f['profile'])} does not ask the user to sign in.`,
  },
  'group-id': {
    present: (f) => `The group ${told(f['group'])} has the Group ID ${told(f['groupId'])}.`,
    missing: (f) => `The group ${told(f['group'])} has no Group ID.`,
  },
  'apple-hosts': {
    reached: (f) => `All ${told(f['hosts'])} hosts of Apple that an enrollment needs were reached.`,
    dns: (f) => `The name ${told(f['host'])} cannot be resolved.`,
    blocked: (f) => `${told(f['host'])} cannot be reached (${told(f['verdict'])}).`,
    tls: (f) => `The TLS connection to ${told(f['host'])} fails (${told(f['verdict'])}).`,
    inspected: (f) => `${told(f['host'])} shows a certificate of ${told(f['issuer'])} instead of Apple’s.`,
  },
  'captive-portal': {
    none: () => 'No captive portal stands between this computer and the internet.',
    captive: () => 'A captive portal answers in place of Apple.',
  },
  'push-hosts': {
    reached: (f) => `Apple’s push service was reached: ${told(f['host'])}.`,
    blocked: (f) => `Apple’s push service cannot be reached: ${told(f['host'])} (${told(f['verdict'])}).`,
  },
  'enrollment-host': {
    reached: (f) => `${told(f['host'])} answers after ${told(f['ms'])} ms.`,
    dns: (f) => `The name ${told(f['host'])} cannot be resolved.`,
    blocked: (f) => `${told(f['host'])} cannot be reached (${told(f['verdict'])}).`,
    tls: (f) => `The TLS connection to ${told(f['host'])} fails (${told(f['verdict'])}).`,
    slow: (f) => `${told(f['host'])} answers slowly: ${told(f['ms'])} ms.`,
  },
  'enrollment-name': {
    matches: (f) => `The certificate of ${told(f['host'])} is made for this name.`,
    differs: (f) => `The certificate of ${told(f['host'])} is made for another name.`,
  },
  'enrollment-chain': {
    complete: (f) => `${told(f['host'])} sends its chain of certificates completely.`,
    incomplete: (f) => `${told(f['host'])} leaves certificates of its chain out.`,
    expired: (f) => `A certificate of ${told(f['host'])} is not valid at this time.`,
    weak: (f) => `${told(f['host'])} offers an old version of TLS only.`,
    'not-https': (f) => `The profile’s address does not begin with https: ${told(f['host'])}.`,
  },
  'enrollment-anchors': {
    public: (f) => `The certificate of ${told(f['host'])} comes from a public authority: ${told(f['issuer'])}.`,
    anchored: (f) =>
      `The profile brings ${count(f['anchors'], 'certificate', 'certificates')} to trust ${told(f['host'])} by.`,
    'not-anchored': (f) => `The certificates in the profile do not fit what ${told(f['host'])} shows.`,
    private: (f) =>
      `The certificate of ${told(f['host'])} comes from a private authority, and the profile brings none to trust it by.`,
    inspected: (f) => `Somebody between here and ${told(f['host'])} puts a certificate of their own in place.`,
  },
  'web-host': {
    reached: (f) => `The page for signing in answers: ${told(f['host'])}.`,
    dns: (f) => `The name of the page for signing in cannot be resolved: ${told(f['host'])}.`,
    blocked: (f) => `The page for signing in cannot be reached: ${told(f['host'])} (${told(f['verdict'])}).`,
    tls: (f) => `The TLS connection to the page for signing in fails: ${told(f['host'])} (${told(f['verdict'])}).`,
    'no-web-url': () => 'The profile has no page of its own for signing in.',
  },
  'enrollment-answer': {
    profile: (f) => `${told(f['host'])} answers with an enrollment profile after ${told(f['ms'])} ms.`,
    'not-a-profile': (f) => `${told(f['host'])} answers with something that is no profile.`,
    'web-page': (f) => `${told(f['host'])} answers with a web page instead of a profile.`,
    unauthorized: (f) => `${told(f['host'])} asks for credentials (HTTP 401).`,
    'update-required': (f) => `${told(f['host'])} answers that the device has to update its system first.`,
    'platform-sso': (f) => `${told(f['host'])} answers that Platform SSO is required.`,
    'unrecognized-device': (f) => `${told(f['host'])} answers that it does not recognize the device.`,
    forbidden: (f) => `${told(f['host'])} refuses the request (${told(f['finding'])}).`,
    'redirected-away': (f) => `${told(f['host'])} sends the device somewhere it cannot follow (${told(f['finding'])}).`,
    'server-error': (f) => `${told(f['host'])} answers with an error of the server.`,
    'timed-out': (f) => `${told(f['host'])} did not answer in time.`,
    unreachable: (f) => `${told(f['host'])} was not reached (${told(f['finding'])}).`,
    tls: (f) => `The TLS connection to ${told(f['host'])} fails (${told(f['finding'])}).`,
  },
  'enrollment-speed': {
    fast: (f) => `${told(f['host'])} answered completely after ${told(f['ms'])} ms.`,
    slow: (f) => `${told(f['host'])} took ${told(f['ms'])} ms to answer; devices give up after about 30 seconds.`,
    'too-slow': (f) => `${told(f['host'])} took longer to answer than a device waits.`,
  },
  'enrollment-profile': {
    good: () => 'Nothing is wrong in the enrollment profile.',
    'no-mdm-payload': () => 'The enrollment profile has not exactly one MDM payload.',
    'no-identity': () => 'The enrollment profile gives the device no identity.',
    'wrong-topic': () => 'The push topic in the enrollment profile is not that of the push certificate.',
    'url-not-https': () => 'An address in the enrollment profile does not begin with https.',
    unsigned: () => 'The enrollment profile is not signed.',
    'signer-expired': () => 'The certificate that signed the enrollment profile is not valid.',
    encrypted: () => 'The enrollment profile is encrypted for somebody else.',
    unreadable: () => 'The enrollment profile cannot be read.',
    'other-fault': (f) => `The enrollment profile has a fault (${told(f['finding'])}).`,
  },
  'certificate-authority': {
    reached: () => 'The certificate authority of the enrollment profile answers.',
    unreachable: (f) => `The certificate authority of the enrollment profile cannot be reached: ${told(f['host'])}.`,
    refused: () => 'The certificate authority of the enrollment profile does not answer as it should.',
    expired: () => 'A certificate of the authority in the enrollment profile has expired.',
    none: () => 'The device’s identity comes with the enrollment profile.',
  },
  'file-kind': {
    token: () => 'The file is an encrypted server token.',
    certificate: () => 'The file is a certificate or a key, not a server token.',
    'clear-token': () => 'The file is a token that was decrypted already.',
    'apps-token': () => 'The file is a token of Apps and Books.',
    other: () => 'The file is something else than a server token.',
    'no-file': () => 'No file was given.',
  },
  'file-recipient': {
    ours: () => 'The file was made for a key pair of this program.',
    'not-ours': (f) => `The file was made for another key: ${told(f['madeFor'])}.`,
  },
  'file-content': {
    complete: (f) => `The file opens and is valid until ${day(f['expiresAt'])}.`,
    damaged: () => 'The file is cut short or altered.',
    expired: (f) => `The token in the file expired on ${day(f['expiresAt'])}.`,
  },
  'file-used': {
    free: () => 'The token in the file is not connected here yet.',
    renewal: (f) => `The token in the file is connected already: ${told(f['token'])}.`,
    'other-group': (f) => `The server of this token is connected at another group: ${told(f['token'])}.`,
  },
  'portal-file': {
    imported: (f) =>
      `An export of the portal with ${count(f['rows'], 'row', 'rows')} was imported on ${day(f['imported'])}.`,
    none: () => 'No export of the portal was imported.',
  },
  'serial-in-portal': {
    both: (f) => `The serial number is in the portal’s export of ${day(f['imported'])} and in the records.`,
    'portal-only': (f) =>
      `The serial number is in the portal’s export of ${day(f['imported'])} and not in the records.`,
    'console-only': (f) =>
      `The serial number is in the records and not in the portal’s export of ${day(f['imported'])}.`,
    neither: () => 'The serial number is neither in the portal’s export nor in the records.',
  },
  'portal-server': {
    this: (f) => `The portal’s export names this server: ${told(f['server'])}.`,
    other: (f) => `The portal’s export names another server: ${told(f['server'])}.`,
    unassigned: () => 'The portal’s export names no server for it.',
  },
} as const satisfies { readonly [C in Check]: { readonly [O in Exclude<CheckOutcome<C>, 'unknown'>]: Say } }

export const evidence = {
  checks,
  /** Why nothing could be told. */
  unknown: {
    offline: 'Not asked: this diagnosis works offline.',
    'vault-locked': 'Not asked: the vault is locked.',
    'no-device': 'Nothing is known of this serial number here.',
    'no-token': 'No token is connected that could be asked.',
    'no-profile': 'No profile is known that could be looked at.',
    'no-address': 'The profile has no address that could be asked.',
    'no-file': 'No file was given.',
    'not-told': 'What is known does not tell.',
    'not-asked': 'Not asked.',
    failed: 'It could not be read.',
    'timed-out': 'No answer came in time.',
  } satisfies Record<UnknownReason, string>,
  failed: (f: EvidenceFacts) => `It could not be read (${told(f['code'])}).`,
  person: (option: string) => `Answered: ${option}.`,
  pasted: (excerpt: string) => `Found in the pasted text: ${excerpt}`,
  pastedNothing: 'Nothing known was found in the pasted text.',
  pastedSkipped: 'No text was pasted.',
  sources: {
    records: 'records of this program',
    'token-file': 'token file',
    'portal-csv': 'export of the portal',
    'apple-account': 'account at Apple',
    'apple-details': 'device at Apple',
    'apple-profile': 'profile at Apple',
    'probe-apple': 'network check of Apple’s hosts',
    'probe-enrollment': 'network check of the enrollment server',
    rehearsal: 'rehearsed enrollment',
    person: 'a person',
    'pasted-text': 'pasted text',
  } satisfies Record<StepSource, string>,
} as const
