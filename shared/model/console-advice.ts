import type { ConsoleSettings, ProfileBody } from './profile.ts'

/** What is advised about settings of the console, each with the part of them that it is about. */
export const CONSOLE_ADVICE = {
  'staging-user': 'sign-in',
  'generic-only': 'sign-in',
  'no-group': 'sign-in',
  'group-without-id': 'sign-in',
  'unused-prompt': 'sign-in',
  'unused-registration': 'sign-in',
  'two-factor-needs-page': 'sign-in',
  'admin-needed': 'accounts',
  'directory-needed': 'accounts',
  'admin-needs-name': 'accounts',
  'same-password': 'accounts',
  'accounts-need-await': 'accounts',
} as const satisfies Readonly<Record<string, 'sign-in' | 'accounts'>>

export type ConsoleAdvice = keyof typeof CONSOLE_ADVICE

/** What the settings depend on: the profile itself, and the groups of this product. */
export type ConsoleContext = {
  readonly body: ProfileBody
  readonly groups: readonly { readonly path: string; readonly groupId: string | null }[]
}

/**
 * Recommendations for what Apple does not see. What is not noted is not judged.
 * Source: the FAQ of the product's console and its pages about enrollment profiles, staging and registration tokens.
 */
export function findConsoleAdvice(settings: ConsoleSettings, context: ConsoleContext): readonly ConsoleAdvice[] {
  const isWrong: Readonly<Record<ConsoleAdvice, boolean>> = {
    ...judgeSignIn(settings, context),
    ...judgeAccounts(settings, context),
  }
  return (Object.keys(CONSOLE_ADVICE) as ConsoleAdvice[]).filter((advice) => isWrong[advice])
}

function judgeSignIn(settings: ConsoleSettings, { body, groups }: ConsoleContext) {
  const { authentication, deviceGroup, stagingUser, customPrompt, registration } = settings
  const isOff = authentication === false
  const needsToken = registration === 'single' || registration === 'two'
  const group = groups.find(({ path }) => path.toLowerCase() === deviceGroup?.toLowerCase())
  return {
    'staging-user': isOff && stagingUser === null,
    'generic-only': isOff,
    'no-group': authentication !== null && deviceGroup === null,
    'group-without-id': group !== undefined && group.groupId === null,
    'unused-prompt': isOff && customPrompt !== null,
    'unused-registration': isOff && needsToken,
    'two-factor-needs-page': registration === 'two' && body['configuration_web_url'] === undefined,
  }
}

function judgeAccounts(settings: ConsoleSettings, { body }: ConsoleContext) {
  const { primaryAccount, adminAccount, adminUser, adminPassword } = settings
  const isNoAdministrator = primaryAccount === 'skipped' || primaryAccount === 'standard'
  const isMade = adminAccount === true || (primaryAccount !== null && primaryAccount !== 'skipped')
  return {
    'admin-needed': isNoAdministrator && adminAccount !== true,
    'directory-needed': primaryAccount === 'skipped',
    'admin-needs-name': adminAccount === true && adminUser === null,
    'same-password': adminAccount === true && adminPassword === 'same',
    'accounts-need-await': isMade && body['await_device_configured'] !== true,
  }
}
