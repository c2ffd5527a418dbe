import type { Check } from '../../../shared/model/tree-checks.ts'
import type { RecordedProfile, RecordFacts } from './facts.ts'
import { moment, type Found, type Judge, type Judges } from './judge.ts'

type ProfileChecks = Pick<
  Judges,
  | 'profile-known'
  | 'profile-same'
  | 'profile-age'
  | 'await-configuration'
  | 'custom-prompt'
  | 'web-url'
  | 'authentication'
  | 'group-id'
>

/** What the profile says, here and at Apple. */
export const judgeProfile: ProfileChecks = {
  'profile-known': {
    'apple-profile': ({ profileUuid, isFound, local }) => {
      const facts = { uuid: profileUuid, profile: local }
      if (profileUuid === null) return ['none', facts]
      if (!isFound) return ['not-found', facts]
      return [local === null ? 'foreign' : 'known', facts]
    },
    records: ({ device, profile }) => {
      if (!device) return 'no-device'
      const facts = { uuid: device.profileUuid, profile: profile?.name ?? null }
      if (device.profileUuid === null) return ['none', facts, device.lastSeenAt]
      if (!profile) return ['foreign', facts, device.lastSeenAt]
      return profile.state === 'gone' ? ['not-found', facts, device.lastSeenAt] : 'offline'
    },
  },
  'profile-same': {
    'apple-profile': ({ isFound, local, differences }) => {
      if (!isFound || local === null) return 'no-profile'
      const facts = { profile: local, differs: differences.slice(0, 10).join(', ') }
      return [differences.length === 0 ? 'same' : 'differs', facts]
    },
  },
  'profile-age': fromEither((profile, { token }) => {
    if (!token || token.importedAt === null) return 'no-token'
    const facts = {
      profile: profile.name,
      published: moment(profile.publishedAt),
      imported: moment(token.importedAt),
    }
    return [profile.publishedAt < token.importedAt ? 'older-than-token' : 'newer', facts]
  }),
  'await-configuration': {
    'apple-profile': ({ awaits }) => (awaits === null ? 'no-profile' : [awaits ? 'on' : 'off']),
    records: ({ profile }) => (profile ? [profile.awaits ? 'on' : 'off', { profile: profile.name }] : 'no-profile'),
  },
  'custom-prompt': {
    'apple-profile': ({ isFound, webUrl, recorded }) => {
      const isOn = webUrl !== null || Boolean(recorded?.customPrompt)
      return isFound ? [isOn ? 'on' : 'off', { web: webUrl }] : 'no-profile'
    },
    records: ({ profile }) => {
      if (!profile) return 'no-profile'
      const isOn = Boolean(profile.customPrompt) || profile.webUrl !== null
      return [isOn ? 'on' : 'off', { web: profile.webUrl }]
    },
  },
  'web-url': {
    'apple-profile': ({ isFound, webUrl }) => (isFound ? webUrlOf(webUrl) : 'no-profile'),
    records: ({ profile }) => (profile ? webUrlOf(profile.webUrl) : 'no-profile'),
  },
  authentication: fromEither(({ authentication, name }) =>
    authentication === null ? 'not-told' : [authentication ? 'on' : 'off', { profile: name }],
  ),
  'group-id': fromEither(({ deviceGroup, groupId, name }) =>
    deviceGroup === null
      ? 'not-told'
      : [groupId ? 'present' : 'missing', { group: deviceGroup, groupId, profile: name }],
  ),
}

type Read<C extends Check> = (profile: RecordedProfile, records: RecordFacts) => Found<C>

/** About the profile as kept here: the one Apple reports, else the one the records have. */
function fromEither<C extends Check>(read: Read<C>): Judge<C> {
  return {
    'apple-profile': ({ recorded }, { records }) => (recorded ? read(recorded, records) : 'no-profile'),
    records: (records) => (records.profile ? read(records.profile, records) : 'no-profile'),
  }
}

function webUrlOf(url: string | null) {
  if (url === null) return ['none'] as const
  return [url.toLowerCase().startsWith('https://') ? 'https' : 'not-https', { web: url }] as const
}
