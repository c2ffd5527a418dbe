import type { RecordedProfile } from './facts.ts'
import { moment, type Judges } from './judge.ts'

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
  'profile-age': {
    records: ({ profile, token }) => {
      if (!profile) return 'no-profile'
      if (!token || token.importedAt === null) return 'no-token'
      const facts = {
        profile: profile.name,
        published: moment(profile.publishedAt),
        imported: moment(token.importedAt),
      }
      return [profile.publishedAt < token.importedAt ? 'older-than-token' : 'newer', facts]
    },
  },
  'await-configuration': {
    'apple-profile': ({ awaits }) => (awaits === null ? 'no-profile' : [awaits ? 'on' : 'off']),
    records: ofProfile(({ awaits, name }) => [awaits ? 'on' : 'off', { profile: name }] as const),
  },
  'custom-prompt': {
    records: ofProfile(({ customPrompt, webUrl, name }) => {
      const isOn = Boolean(customPrompt) || webUrl !== null
      return [isOn ? 'on' : 'off', { profile: name, web: webUrl }] as const
    }),
    'apple-profile': ({ isFound, webUrl }) =>
      isFound ? [webUrl === null ? 'off' : 'on', { web: webUrl }] : 'no-profile',
  },
  'web-url': {
    'apple-profile': ({ isFound, webUrl }) => (isFound ? webUrlOf(webUrl) : 'no-profile'),
    records: ofProfile(({ webUrl }) => webUrlOf(webUrl)),
  },
  authentication: {
    records: ofProfile(({ authentication, name }) =>
      authentication === null ? ('not-told' as const) : ([authentication ? 'on' : 'off', { profile: name }] as const),
    ),
  },
  'group-id': {
    records: ({ profile, device }) => {
      const group = profile?.deviceGroup ?? device?.group ?? null
      if (!profile || group === null) return 'no-profile'
      return [profile.groupId ? 'present' : 'missing', { group, groupId: profile.groupId, profile: profile.name }]
    },
  },
}

function ofProfile<F>(read: (profile: RecordedProfile) => F) {
  return ({ profile }: { readonly profile: RecordedProfile | null }): F | 'no-profile' =>
    profile ? read(profile) : 'no-profile'
}

function webUrlOf(url: string | null) {
  if (url === null) return ['none'] as const
  return [url.toLowerCase().startsWith('https://') ? 'https' : 'not-https', { web: url }] as const
}
