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
  otherOutcome: 'Apple answered with a word that is new. It counts as failed and is tried again.',
} as const
