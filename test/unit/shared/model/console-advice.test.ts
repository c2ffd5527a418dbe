import { describe, expect, it } from 'vitest'
import { CONSOLE_ADVICE, findConsoleAdvice, type ConsoleAdvice } from '../../../../shared/model/console-advice.ts'
import { NO_CONSOLE_SETTINGS, type ConsoleSettings, type ProfileBody } from '../../../../shared/model/profile.ts'

const GROUPS = [
  { path: '/Global/Berlin', groupId: 'BER' },
  { path: '/Global/Paris', groupId: null },
]
const WEB = { configuration_web_url: 'https://mdm.example.com/web' }
const WAITS = { await_device_configured: true }
const OFF = { authentication: false, deviceGroup: '/Global/Berlin', stagingUser: 'staging' } as const

type Case = readonly [advice: readonly ConsoleAdvice[], settings: Partial<ConsoleSettings>, body: ProfileBody]

const CASES: readonly Case[] = [
  [[], {}, {}],
  [[], { authentication: true, deviceGroup: '/global/berlin' }, {}],
  [['generic-only'], OFF, {}],
  [['staging-user', 'generic-only'], { ...OFF, stagingUser: null }, {}],
  [['generic-only', 'unused-prompt'], { ...OFF, customPrompt: 'Welcome' }, {}],
  [[], { customPrompt: 'Welcome' }, {}],
  [['generic-only', 'unused-registration'], { ...OFF, registration: 'single' }, {}],
  [['generic-only'], { ...OFF, registration: 'none' }, {}],
  [['no-group'], { authentication: true }, {}],
  [['group-without-id'], { deviceGroup: '/Global/Paris' }, {}],
  [['group-without-id'], { deviceGroup: '/global/paris' }, {}],
  [[], { deviceGroup: '/Global/Elsewhere' }, {}],
  [['two-factor-needs-page'], { registration: 'two' }, {}],
  [[], { registration: 'two' }, WEB],
  [['admin-needed', 'directory-needed'], { primaryAccount: 'skipped' }, {}],
  [['directory-needed'], { primaryAccount: 'skipped', adminAccount: true, adminUser: 'it' }, WAITS],
  [['admin-needed'], { primaryAccount: 'standard' }, WAITS],
  [[], { primaryAccount: 'administrator' }, WAITS],
  [['accounts-need-await'], { primaryAccount: 'administrator' }, {}],
  [['admin-needs-name', 'accounts-need-await'], { adminAccount: true }, {}],
  [['same-password'], { adminAccount: true, adminUser: 'it', adminPassword: 'same' }, WAITS],
  [[], { adminAccount: true, adminUser: 'it', adminPassword: 'random' }, WAITS],
]

describe('advice about what the console is told', () => {
  it.each(CASES)('%j: %j', (advice, settings, body) =>
    expect(findConsoleAdvice({ ...NO_CONSOLE_SETTINGS, ...settings }, { body, groups: GROUPS })).toEqual(advice),
  )

  it('every one of them comes up above', () => {
    expect(new Set(CASES.flatMap(([advice]) => advice))).toEqual(new Set(Object.keys(CONSOLE_ADVICE)))
  })
})
