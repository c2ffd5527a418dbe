import { expect, test } from 'vitest'
import { EVENT_KINDS, type EventDetail, type EventKind } from '../../../../../shared/model/device.ts'
import { eventText } from '../../../../../main/core/devices/event-text.ts'

const SENTENCES: readonly (readonly [kind: EventKind, detail: EventDetail, sentence: string])[] = [
  ['added', {}, 'Added to token HQ.'],
  ['returned', {}, 'Returned to token HQ.'],
  ['moved', { fromTokenNo: 2 }, 'Moved to token HQ from token Lab.'],
  ['moved', { reason: 'token-removed' }, 'Moved to another token: token HQ was removed from this program.'],
  ['removed', { reason: 'deleted' }, 'Left token HQ: unassigned or released at Apple.'],
  ['removed', { reason: 'not-listed' }, 'Left token HQ: no longer listed by Apple.'],
  ['removed', { reason: 'replaced' }, 'Left token HQ: replaced by another device.'],
  ['removed', { reason: 'token-removed' }, 'Left token HQ: the token was removed from this program.'],
  ['removed', { reason: 'not-accessible' }, 'Left token HQ: Apple no longer lets this token see it.'],
  ['modified', {}, 'Changed at Apple.'],
  ['modified', { assetTag: ['A', 'B'] }, 'Asset tag changed from “A” to “B”.'],
  ['modified', { color: [null, 'BLUE'], os: ['iOS', null] }, 'Color set to “BLUE”. Operating system “iOS” removed.'],
  ['modified', { assignedDate: [null, 0] }, 'Assigned date set to 1970-01-01T00:00:00.000Z.'],
  ['modified', { profileUuid: ['A', 'B'] }, 'Profile UUID changed from “A” to “B”.'],
  ['modified', { order_number: ['7', { a: 1 }] }, 'order_number changed from “7” to {"a":1}.'],
  [
    'profile-assigned',
    { profileUuid: [null, 'AB12'], profileStatus: ['empty', 'assigned'] },
    'Profile AB12 was assigned.',
  ],
  ['profile-assigned', { profileStatus: ['empty', 'assigned'] }, 'Profile was assigned.'],
  ['profile-pushed', { profileUuid: ['AB12', 'CD34'] }, 'The device fetched its profile CD34.'],
  ['profile-removed', { profileUuid: ['AB12', null] }, 'Profile AB12 was removed.'],
  ['moved-group', { fromGroup: '/Global', toGroup: '/Global/EMEA' }, 'Moved to group /Global/EMEA from /Global.'],
  ['moved-group', { fromGroup: null, toGroup: '/Global' }, 'Moved to group /Global.'],
  [
    'assignment-answered',
    { outcome: 'THROTTLED', profileUuid: 'ABC' },
    'Assigning profile ABC: Apple answered THROTTLED.',
  ],
  [
    'assignment-answered',
    { outcome: 'SUCCESS', profileUuid: null },
    'Taking its profile away: Apple answered SUCCESS.',
  ],
  ['release-answered', { outcome: 'SUCCESS' }, 'Releasing it from the organization: Apple answered SUCCESS.'],
  ['diagnosed', { tree: 'not-prompting', cause: 'no-profile' }, 'A diagnosis found a likely cause.'],
  ['diagnosed', { tree: 'not-prompting', cause: null }, 'A diagnosis was begun; questions are open.'],
  ['lock-answered', { outcome: 'SUCCESS' }, 'Turning Activation Lock on: Apple answered SUCCESS.'],
  [
    'console-told',
    { enrollmentStatus: ['registered', 'enrolled'], user: [null, 'anna'] },
    'According to the console: Enrollment status changed from “registered” to “enrolled”. User set to “anna”.',
  ],
  ['console-told', {}, 'Changed in the console.'],
  ['registration-token', { act: 'issue', factor: 'single' }, 'A registration token was issued.'],
  ['registration-token', { act: 'reset', factor: 'single' }, 'The registration token was reset: it has a new value.'],
  ['registration-token', { act: 'later-word', factor: 'single' }, 'The registration token was changed.'],
  ['replaced-by', { serial: 'C02B' }, 'Replaced by C02B.'],
  ['replaces', { serial: 'C02A' }, 'Replaces C02A.'],
]

test.each(SENTENCES)('%s with %j is told as: %s', (kind, detail, sentence) => {
  const fromToken = 'fromTokenNo' in detail ? 'Lab' : null
  expect(eventText({ kind, detail, token: 'HQ', fromToken })).toBe(sentence)
})

test('every kind of event has a sentence', () => {
  expect(new Set(SENTENCES.map(([kind]) => kind))).toEqual(new Set(EVENT_KINDS))
})

test('an event whose token is not known is a whole sentence too', () => {
  expect(eventText({ kind: 'added', detail: {}, token: null, fromToken: null })).toBe('Added to a token.')
})
