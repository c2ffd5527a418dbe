import { expect, test } from 'vitest'
import { TOKEN_STATUS, type TokenStatus } from '../../../../shared/model/device.ts'
import { tokenStatusAfter } from '../../../../shared/model/lifecycle.ts'
import {
  effectiveRule,
  registrationOutcome,
  registrationState,
  USUAL_RULE,
  type RegistrationAct,
  type RegistrationOutcome,
  type RegistrationRule,
  type RegistrationState,
} from '../../../../shared/model/registration-token.ts'

const STATES: Readonly<Record<TokenStatus, RegistrationState>> = {
  none: 'active',
  'registration-active': 'active',
  allowed: 'active',
  'registration-expired': 'expired',
  compliant: 'used',
  'not-applicable': 'unused',
  blocked: 'blocked',
}

test.each(TOKEN_STATUS)(
  'an open one is what its device’s status %s makes of it, an ended one stays as it ended',
  (status) => {
    expect(registrationState(null, status)).toBe(STATES[status])
    expect(registrationState('revoked', status)).toBe('revoked')
    expect(registrationState('used', status)).toBe('used')
  },
)

type Line = readonly [RegistrationAct, boolean, TokenStatus, RegistrationState | null, RegistrationOutcome]
const OUTCOMES: readonly Line[] = [
  ['issue', true, 'none', null, 'change'],
  ['issue', true, 'registration-active', 'active', 'same'],
  // The console has one, this program does not: a new one is made here.
  ['issue', true, 'registration-active', null, 'change'],
  ['issue', true, 'registration-expired', 'revoked', 'change'],
  ['issue', true, 'compliant', 'used', 'change'],
  ['issue', true, 'not-applicable', 'unused', 'change'],
  ['issue', true, 'allowed', null, 'change'],
  ['issue', true, 'blocked', null, 'blocked'],
  ['issue', false, 'none', null, 'gone'],
  ['issue', false, 'blocked', null, 'gone'],
  ['reset', true, 'none', null, 'none'],
  ['reset', true, 'not-applicable', null, 'none'],
  ['reset', true, 'registration-active', null, 'change'],
  ['reset', true, 'registration-expired', null, 'change'],
  ['reset', true, 'registration-active', 'active', 'change'],
  ['reset', true, 'compliant', 'used', 'change'],
  ['reset', true, 'blocked', 'blocked', 'blocked'],
  ['reset', false, 'registration-active', 'active', 'gone'],
  ['revoke', true, 'none', null, 'none'],
  ['revoke', true, 'registration-active', 'active', 'change'],
  ['revoke', true, 'registration-active', null, 'change'],
  ['revoke', true, 'allowed', 'active', 'change'],
  ['revoke', true, 'compliant', 'used', 'none'],
  ['revoke', true, 'registration-expired', 'revoked', 'none'],
  ['revoke', true, 'blocked', 'blocked', 'none'],
  // What has left Apple can still be revoked: somebody may hold the value.
  ['revoke', false, 'registration-active', 'active', 'change'],
]

test.each(OUTCOMES)(
  '%s, at Apple %s, status %s, last one %s: %s',
  (act, isPresent, tokenStatus, lastState, outcome) => {
    expect(registrationOutcome(act, { isPresent, tokenStatus, lastState })).toBe(outcome)
  },
)

/** The state machine as a device goes through it, each line from the status the line before has left. */
test('a device goes its way through the whole machine', () => {
  const steps: readonly (readonly [Parameters<typeof tokenStatusAfter>[1], TokenStatus])[] = [
    [{ kind: 'issued' }, 'registration-active'],
    [{ kind: 'revoked' }, 'registration-expired'],
    [{ kind: 'reset' }, 'registration-active'],
    [{ kind: 'enrolled', withToken: false }, 'not-applicable'],
    [{ kind: 'issued' }, 'registration-active'],
    [{ kind: 'enrolled', withToken: true }, 'compliant'],
    [{ kind: 'denylisted' }, 'blocked'],
    [{ kind: 'issued' }, 'blocked'],
    [{ kind: 'allowlisted' }, 'allowed'],
    [{ kind: 'issued' }, 'registration-active'],
  ]
  let status: TokenStatus = 'none'
  for (const [event, after] of steps) {
    status = tokenStatusAfter(status, event)
    expect(status).toBe(after)
  }
})

test('the rule of the nearest group from the device’s own up counts', () => {
  const rules = new Map<string, RegistrationRule>([
    ['/Global', { factor: 'single', length: 10 }],
    ['/Global/EMEA', { factor: 'two', length: 12 }],
  ])
  expect(effectiveRule('/Global/EMEA/Berlin', rules)).toEqual({ factor: 'two', length: 12, from: '/Global/EMEA' })
  expect(effectiveRule('/Global/EMEA', rules)).toMatchObject({ from: '/Global/EMEA' })
  expect(effectiveRule('/Global/EMEA-2', rules)).toMatchObject({ length: 10, from: '/Global' })
  expect(effectiveRule('/Other', rules)).toEqual({ ...USUAL_RULE, from: null })
  expect(effectiveRule(null, rules)).toEqual({ ...USUAL_RULE, from: null })
})
