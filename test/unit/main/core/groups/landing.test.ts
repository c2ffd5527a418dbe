import { expect, test } from 'vitest'
import { resolveLanding, type LandingInput } from '../../../../../main/core/groups/index.ts'

const INPUT: LandingInput = {
  isAuthenticated: true,
  profileGroup: '/G/Profile',
  assignmentMode: 'automatic',
  mappings: [
    { userGroup: 'Sales', group: '/G/Sales' },
    { userGroup: 'All', group: '/G/All' },
  ],
  userGroups: ['all', 'sales '],
  userGroup: '/G/User',
  tokenGroup: '/G',
}

const CASES: readonly (readonly [rule: string, change: Partial<LandingInput>, group: string, trace: string])[] = [
  ['the first mapping in rank that matches wins', {}, '/G/Sales', 'user-group-mapping chosen'],
  [
    'without a matching mapping the profile decides',
    { userGroups: ['guests'] },
    '/G/Profile',
    'user-group-mapping no-match, profile chosen',
  ],
  [
    'the mapping is not asked in the default mode',
    { assignmentMode: 'default' },
    '/G/Profile',
    'user-group-mapping not-asked, profile chosen',
  ],
  [
    'the mapping is not asked when the user is prompted',
    { assignmentMode: 'prompt' },
    '/G/Profile',
    'user-group-mapping not-asked, profile chosen',
  ],
  [
    "without the profile's group the user's own",
    { userGroups: [], profileGroup: null },
    '/G/User',
    'user-group-mapping no-match, profile not-set, user chosen',
  ],
  [
    "the token's group comes last",
    { userGroups: [], profileGroup: null, userGroup: null },
    '/G',
    'user-group-mapping no-match, profile not-set, user not-set, token chosen',
  ],
  ["without a sign-in only the profile's group", { isAuthenticated: false }, '/G/Profile', 'profile chosen'],
  [
    "without a sign-in and without the profile's group the token's",
    { isAuthenticated: false, profileGroup: null },
    '/G',
    'profile not-set, token chosen',
  ],
]

test.each(CASES)('%s', (_rule, change, group, trace) => {
  const landing = resolveLanding({ ...INPUT, ...change })
  expect(landing.group).toBe(group)
  expect(landing.trace.map(({ source, outcome }) => `${source} ${outcome}`).join(', ')).toBe(trace)
})
