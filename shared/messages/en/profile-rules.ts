import type { ProfileFinding, ProfileRule } from '../../model/profile.ts'

type Facts = ProfileFinding['facts']

const KINDS: Readonly<Record<string, string>> = {
  text: 'a text',
  flag: 'true or false',
  texts: 'a list of texts',
  certificates: 'a list of certificates',
}

/** What each rule of a profile says, and what to do. */
export const profileRules = {
  'not-an-object': () => 'A profile is one JSON object in braces.',
  'wrong-type': ({ kind }: Facts) => `This has to be ${KINDS[String(kind)] ?? kind}.`,
  'name-required': () => 'A profile needs a name.',
  'url-required': () => 'A profile needs the address at which devices enroll.',
  'empty-text': () => 'An empty text is refused. Leave the key out instead.',
  'too-long': ({ length, maximum }: Facts) => `${length} characters; at most ${maximum} are allowed.`,
  'url-not-https': () => 'The address has to be a complete one that begins with https://.',
  'language-form': ({ value }: Facts) => `"${value}" is no language code. Two or three small letters, such as en.`,
  'region-form': ({ value }: Facts) => `"${value}" is no region code. Two capital letters, such as US.`,
  'removable-needs-supervision': () =>
    'A profile that cannot be removed needs supervision: set is_supervised to true, or let the profile be removable.',
  'certificate-form': () =>
    'This is no certificate in base64 of DER. Leave out the BEGIN and END lines and all line breaks.',
  'unknown-key': ({ key }: Facts) =>
    `Apple does not document "${key}". It is kept and sent as it is; Apple may refuse it.`,
  'own-uuid': () => 'The identifier belongs to an earlier definition. It is left out when the profile is published.',
  'too-many-devices': ({ count, maximum }: Facts) =>
    `${count} serial numbers; Apple takes ${maximum} at once. The others are assigned afterwards.`,
  'devices-left-out': () =>
    'These devices are not sent along. Assign the profile to them after publishing, so that each has its outcome.',
  'unknown-skip-key': ({ key }: Facts) => `Apple does not list the pane "${key}". Devices ignore it.`,
  'legacy-skip-key': ({ key }: Facts) => `"${key}" is a pane of old systems only.`,
  'repeated-skip-key': ({ key }: Facts) => `"${key}" stands in the list more than once.`,
  'web-url-not-https': () => 'The sign-in page has to be a complete address that begins with https://.',
  'web-url-other-host': ({ host, other }: Facts) =>
    `The sign-in page is on ${host}, the enrollment address on ${other}. Devices expect the profile from the host of the sign-in page.`,
  'url-is-an-address': () => 'The host is a number. A certificate for it is rare; use a name.',
  'multi-user-needs-supervision': () => 'Shared iPad needs a supervised device.',
  'auto-advance-needs-locale': () => 'Setup advances by itself only with a language and a region.',
  'certificate-expired': ({ subject, date }: Facts) =>
    `The certificate of ${subject} expired on ${date}. Enrollment fails with it.`,
  'hosts-unused': () => 'Host certificates have an effect on supervised devices only.',
  'location-skipped': () =>
    'Location Services stay off and cannot be switched on from afar, and the time zone may be wrong. Show this pane.',
  'not-supervised': () => 'Supervise company devices: since iOS 13 Apple does it anyway, and many settings need it.',
  'not-mandatory': () => 'Make enrollment mandatory: since iOS 13 it is so whatever is set here.',
  removable: () => 'Users can remove the management. Lock the profile on company devices.',
  'await-needs-release': () =>
    'The device waits in Setup Assistant until the server releases it. Be sure that yours sends "device configured".',
  'auto-advance-skips-all': () =>
    'Setup that advances by itself shows no panes, so the list of skipped panes has no effect.',
  'restore-hides-android': () => 'Without the restore pane, moving from Android is not offered either.',
  'terms-still-shown': () =>
    'Without the Apple Account pane the terms are still shown. Skip TOS as well if that is meant.',
  'no-automatic-esim': () => 'Skipping this pane also prevents that an eSIM is installed by itself.',
  'no-passcode': () => 'The device is left without a passcode until a policy asks for one.',
  'pairing-deprecated': () => 'Apple has deprecated this key; use a restriction of the management instead.',
  'no-migration': () => 'Devices with this profile cannot be migrated with a deadline.',
} satisfies Readonly<Record<ProfileRule, (facts: Facts) => string>>
