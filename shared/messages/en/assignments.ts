import { quantity } from './words.ts'

/** What became of assigning a profile, word by word. */
export const assignments = {
  outcomes: {
    SUCCESS: 'Apple has taken it.',
    NOT_ACCESSIBLE: 'The device is not on this server in the portal any more. Sync, then look where it went.',
    FAILED: 'Apple could not do it. It is tried again a day later; after three tries a person has to look.',
    THROTTLED: 'Apple was told about this device too often. It is left alone until the next attempt.',
    MISSING: 'Apple said nothing about this device. It is tried again.',
    PROFILE_GONE: 'Apple does not know this version of the profile any more. Publish it again.',
    UNCHANGED: 'Apple reports it already.',
    GONE: 'The device is on none of your tokens any more.',
    NOT_FOUND: 'No sync has ever reported this serial number.',
    NOT_PUBLISHED: 'The profile is not published on the token of this device.',
    UNKNOWN: 'Its answer did not arrive. It may have been done: sync, and look before you repeat it.',
    NOT_SENT: 'Not sent, because an earlier part failed.',
    WAITING: 'Not answered yet. The next run of its token goes on with it.',
  },
  lockOutcomes: {
    SUCCESS: 'The device is locked. The code that opens it is in the vault.',
    NOT_ACCESSIBLE: 'The device is not on this server in the portal any more. Sync, then look where it went.',
    ORG_NOT_SUPPORTED: 'Your organization cannot use this: it is not on the current programme of Apple.',
    DEVICE_NOT_SUPPORTED: 'This kind of device has no Activation Lock that a server can turn on.',
    DEVICE_ALREADY_LOCKED: 'The device is locked already, by its user or by an earlier request.',
    FAILED: 'Apple could not do it. Try it again later.',
    GONE: 'The device is on none of your tokens any more. Nothing was sent.',
    UNKNOWN: 'The answer of Apple did not arrive. The device may be locked; the code is kept in the vault.',
  },
  otherLockOutcome: 'Apple answered with a word that is new.',
  otherOutcome: 'Apple answered with a word that is new. It counts as failed and is tried again.',

  outcomeNames: {
    SUCCESS: 'Taken',
    NOT_ACCESSIBLE: 'Not accessible',
    FAILED: 'Failed',
    THROTTLED: 'Throttled',
    MISSING: 'No answer',
    PROFILE_GONE: 'Version gone',
    UNCHANGED: 'Already right',
    GONE: 'Gone',
    NOT_FOUND: 'Unknown here',
    NOT_PUBLISHED: 'Not published',
    UNKNOWN: 'Answer lost',
    NOT_SENT: 'Not sent',
    WAITING: 'Waiting',
  },
  releaseNames: { SUCCESS: 'Released' },
  releaseOutcomes: {
    SUCCESS: 'Apple has released it from your organization.',
    FAILED: 'Apple could not release it. Try it again later.',
    MISSING: 'Apple said nothing about this device. Sync, and look before you repeat it.',
    GONE: 'The device is on none of your tokens any more. Nothing was sent.',
  },

  actions: {
    menu: 'Assignment and release',
    assign: 'Assign profile…',
    unassign: 'Take the profile away…',
    retry: 'Retry failed assignments…',
    release: 'Release from the organization…',
    lock: 'Activation Lock…',
    bypassCode: 'Show the bypass code…',
    about: (count: number) => quantity(count, 'selected device', 'selected devices'),
  },

  assign: {
    title: 'Assign profile',
    explained:
      'From now on these devices should have this profile. Apple is told at once. A device that is already set up keeps what it has until it is erased.',
    profile: 'Profile',
    notPublished: 'Not published',
    onTokens: (tokens: string) => `Published on ${tokens}`,
    noMatch: 'No profile matches',
    noProfiles: 'There are no profiles yet. Make and publish one in Profiles.',
    checking: 'Comparing with what Apple reports',
    plan: (total: number, change: number, same: number, gone: number) =>
      `${quantity(total, 'device', 'devices')}: ${quantity(change, 'changes', 'change')}, ${quantity(same, 'already has it', 'already have it')}, ${quantity(gone, 'is', 'are')} gone or unknown.`,
    unpublished: (count: number) =>
      `${quantity(count, 'device is on a token where the profile is', 'devices are on tokens where the profile is')} not published. They get it after it is published there: with the next full fetch, or when you assign it again.`,
    confirm: (count: number) => `Assign to ${quantity(count, 'device', 'devices')}`,
    nothing: 'Nothing to assign',
  },

  unassign: {
    title: 'Take the profile away',
    explained:
      'From now on these devices should have no profile, and they get none by default either. Their next setup goes on without management.',
    keeps:
      'Not touched: a device that has fetched its profile keeps it, and stays enrolled, until it is erased. The devices stay on their tokens.',
    plan: (total: number, change: number, same: number, gone: number) =>
      `${quantity(total, 'device', 'devices')}: ${quantity(change, 'loses its profile', 'lose their profile')}, ${quantity(same, 'has none', 'have none')}, ${quantity(gone, 'is', 'are')} gone or unknown.`,
    confirm: (count: number) => `Take it away from ${quantity(count, 'device', 'devices')}`,
    nothing: 'Nothing to take away',
  },

  retry: {
    title: 'Retry failed assignments',
    explained:
      'Devices whose assignment waits or has failed are told to Apple once more, now. The others are left alone.',
    warning:
      'Apple slows down devices that it is told about too often: their attempts go on failing until they were left alone for a day.',
    plan: (total: number, change: number, same: number, gone: number) =>
      `${quantity(total, 'device', 'devices')}: ${quantity(change, 'is tried again', 'are tried again')}, ${quantity(same, 'neither waits nor has failed', 'neither wait nor have failed')}, ${quantity(gone, 'is', 'are')} unknown.`,
    confirm: (count: number) => `Retry ${quantity(count, 'device', 'devices')}`,
    nothing: 'Nothing to retry',
  },

  release: {
    title: 'Release from the organization',
    explained: (count: number) =>
      `${quantity(count, 'device leaves', 'devices leave')} your organization for good. This cannot be undone here: only the seller or Apple Configurator can bring a device back.`,
    keeps: 'Enrolled devices stay enrolled until they are erased. After that they belong to whoever sets them up.',
    saved: 'Before anything is sent, the list of these devices is saved in the data folder of ADE Desk.',
    plan: (total: number, change: number, _same: number, gone: number) =>
      `${quantity(total, 'device', 'devices')}: ${quantity(change, 'is released', 'are released')}, ${quantity(gone, 'is', 'are')} gone or unknown.`,
    reading: 'Reading the serial numbers',
    tooMany: (most: string) => `At most ${most} devices can be released at once. Narrow the list with filters.`,
    none: 'No device is selected any more.',
    type: (sentence: string) => `Type ${sentence}`,
    confirm: (count: number) => `Release ${quantity(count, 'device', 'devices')}`,
    list: 'Saved list',
    listPath: 'path of the saved list',
    showList: 'Show the list',
  },

  run: {
    comparing: 'Comparing devices',
    assign: 'Assigning a profile',
    unassign: 'Taking profiles away',
    retry: 'Retrying assignments',
    release: 'Releasing devices',
    progress: (done: string, total: string) => `${done} of ${total}`,
    inBackground: 'Go on in the background',
    cancel: 'Stop',
    cancelled:
      'Stopped. What Apple was told before stays. The rest is still wished for, and the next run of its token goes on with it.',
    releaseStopped:
      'Stopped. Portions that were sent before are released. Sync, and look at the devices before you repeat it.',
  },

  result: {
    titles: {
      assign: 'Assign profile: results',
      unassign: 'Take the profile away: results',
      retry: 'Retry: results',
      release: 'Release: results',
    },
    summary: (good: string, total: string) => `${good} of ${total} are as they should be.`,
    released: (good: string, total: string) => `${good} of ${total} were released.`,
    none: 'There was nothing to do.',
    outcomes: 'Outcomes',
    count: (count: number) => quantity(count, 'device', 'devices'),
    nextAttempt: (moment: string) => `Next attempt ${moment}`,
    attention: 'Devices that need a look',
    serial: 'Serial number',
    outcome: 'Outcome',
    next: 'Next attempt',
    noNext: 'None by itself',
    more: (count: number) => `And ${quantity(count, 'other', 'others')}: the export lists them.`,
    notListed: (count: string) => `The list holds ${count} devices, those that need a look first.`,
    export: 'Export as CSV',
    exportTitle: 'Export the results as CSV',
    exported: (path: string) => `Results saved as ${path}`,
    done: 'Done',
    meaning: 'Meaning',
  },

  announced: (total: number) => `Results for ${quantity(total, 'device', 'devices')}`,

  facts: {
    should: 'Should have',
    reported: 'Apple reports',
    version: (profile: string, version: number) => `${profile} · ${version}`,
    unpublished: (profile: string) => `${profile}, not published on its token`,
    noProfile: 'No profile',
    otherProfile: 'A profile made elsewhere',
    nobody: 'Nobody has chosen',
    why: 'Chosen',
    byPerson: (moment: string) => `By a person, ${moment}`,
    byDefault: (moment: string) => `By default, ${moment}`,
    since: 'In progress since',
    ago: (moment: string, age: string) => `${moment} (${age})`,
    cause: 'Cause',
    notAsked: 'Apple has not been told yet. The next run of its token does so.',
    notShown: 'Apple has taken it; its list does not show it yet.',
    answer: 'Last answer',
    answered: 'Answered',
    attempts: 'Failed tries in a row',
    nothingNext: 'None by itself: a person has to look',
  },

  lock: {
    title: 'Activation Lock',
    explained:
      'The device can be set up again only with a bypass code. ADE Desk makes the code and keeps it in the vault. Its user is not asked.',
    message: 'Message on the locked device',
    messageHint: 'Optional. A telephone number helps whoever finds it.',
    confirm: 'Turn the lock on',
  },

  code: {
    title: 'Bypass code',
    explained:
      'Whoever has this code can open the device. Type it in place of the password where the device asks for an Apple Account, and leave the account name empty.',
    reading: 'Opening the vault',
    made: (moment: string) => `Made ${moment}`,
    unsure: 'Apple did not answer then: this code may open the device.',
    name: 'bypass code',
    copy: 'Copy the code',
  },
} as const
