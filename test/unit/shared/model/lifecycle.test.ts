import { expect, test } from 'vitest'
import { TOKEN_STATUS, type EnrollmentStatus, type TokenStatus } from '../../../../shared/model/device.ts'
import {
  enrollmentStatusOf,
  tokenStatusAfter,
  type ConsoleWord,
  type TokenEvent,
} from '../../../../shared/model/lifecycle.ts'

const apple = (profileStatus: string | null, at: number | null, isPresent = true) => ({
  isPresent,
  profileStatus,
  profileUuid: profileStatus === null ? null : 'P',
  at,
})
const said = (status: EnrollmentStatus, at = 100): ConsoleWord => ({ status, at })

const ENROLLMENT: readonly (readonly [ReturnType<typeof apple>, ConsoleWord | null, EnrollmentStatus])[] = [
  // Nobody has asked the console: what Apple tells.
  [apple(null, null), null, 'discovered'],
  [apple('empty', 50), null, 'discovered'],
  [apple('removed', 50), null, 'discovered'],
  [apple('assigned', 50), null, 'registered'],
  [apple('Pushed', 50), null, 'in-progress'],
  [apple('something new', 50), null, 'unknown'],
  [apple('assigned', 50, false), null, 'unknown'],
  // What only the console knows, whatever is older or newer at Apple.
  [apple('assigned', 200), said('enrolled'), 'enrolled'],
  [apple('pushed', 200), said('enrolled'), 'enrolled'],
  [apple(null, null, false), said('enrolled'), 'enrolled'],
  [apple('pushed', 200), said('blocked'), 'blocked'],
  [apple('pushed', 50), said('unenrolled'), 'unenrolled'],
  [apple('assigned', 200), said('unenrolled'), 'unenrolled'],
  // It is enrolling again since.
  [apple('pushed', 200), said('unenrolled'), 'in-progress'],
  [apple('pushed', 200, false), said('unenrolled'), 'unenrolled'],
  // What both can tell: the newer.
  [apple('pushed', 200), said('registered'), 'in-progress'],
  [apple('pushed', 50), said('registered'), 'registered'],
  [apple('assigned', 200), said('discovered'), 'registered'],
  [apple('assigned', 50), said('discovered'), 'discovered'],
  [apple('empty', null), said('in-progress'), 'in-progress'],
  // Apple knows nothing that is worth more than any word of the console.
  [apple('something new', 200), said('registered'), 'registered'],
  [apple('assigned', 200, false), said('registered'), 'registered'],
  [apple('assigned', 50), said('unknown'), 'registered'],
]

test.each(ENROLLMENT)('Apple tells %j, the console %j: %s', (told, word, status) => {
  expect(enrollmentStatusOf(told, word)).toBe(status)
})

const TOKEN: readonly (readonly [TokenStatus, TokenEvent, TokenStatus])[] = [
  ['none', { kind: 'issued' }, 'registration-active'],
  ['registration-expired', { kind: 'reset' }, 'registration-active'],
  ['registration-active', { kind: 'reset' }, 'registration-active'],
  ['blocked', { kind: 'issued' }, 'blocked'],
  ['registration-active', { kind: 'revoked' }, 'registration-expired'],
  ['registration-active', { kind: 'hours-passed' }, 'registration-expired'],
  ['compliant', { kind: 'revoked' }, 'compliant'],
  ['none', { kind: 'hours-passed' }, 'none'],
  ['registration-active', { kind: 'enrolled', withToken: true }, 'compliant'],
  ['registration-active', { kind: 'enrolled', withToken: false }, 'not-applicable'],
  ['none', { kind: 'enrolled', withToken: false }, 'not-applicable'],
  ['allowed', { kind: 'enrolled', withToken: false }, 'allowed'],
  ['blocked', { kind: 'enrolled', withToken: true }, 'blocked'],
  ['compliant', { kind: 'denylisted' }, 'blocked'],
  ['blocked', { kind: 'allowlisted' }, 'allowed'],
  ['none', { kind: 'told', status: 'compliant' }, 'compliant'],
]

test.each(TOKEN)('token status %s after %j is %s', (before, event, after) => {
  expect(tokenStatusAfter(before, event)).toBe(after)
})

test.each(TOKEN_STATUS)('any status is blocked by a deny list and allowed by an allow list: %s', (status) => {
  expect(tokenStatusAfter(status, { kind: 'denylisted' })).toBe('blocked')
  expect(tokenStatusAfter(status, { kind: 'allowlisted' })).toBe('allowed')
})
