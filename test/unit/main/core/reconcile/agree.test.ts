import { expect, test } from 'vitest'
import { agree, statusMeaning } from '../../../../../main/core/reconcile/agree.ts'
import type { ComparedField } from '../../../../../shared/model/reconcile.ts'

const CASES: readonly (readonly [ComparedField, portal: string, console: string, same: boolean])[] = [
  ['server', 'HQ', ' hq ', true],
  ['server', 'HQ', 'Field', false],
  ['server', '', 'Field', false],
  ['status', 'ASSIGNED', 'Enrolled', true],
  ['status', 'Assigned', 'Unenrolled', true],
  ['status', 'ASSIGNED', 'Unassigned', false],
  ['status', 'UNASSIGNED', 'Enrolled', false],
  ['status', 'UNASSIGNED', 'Discovered', false],
  ['status', 'UNASSIGNED', 'Unenrolled', true],
  ['status', 'Released', 'Registered', false],
  ['status', 'Released', 'Gone', true],
  ['status', 'Assigned', 'Gone', false],
  ['status', '', 'Enrolled', true],
  ['status', 'ASSIGNED', '', true],
  ['status', 'on loan', 'Enrolled', true],
  ['status', 'on loan', 'in repair', false],
  ['status', 'Enrolled', 'Unenrolled', false],
  ['group', 'Berlin', '/Global/EMEA/Berlin', true],
  ['group', 'Global / EMEA / Berlin', '/global/emea/berlin', true],
  ['group', 'Berlin', '/Global/Berlin/Labs', false],
  ['group', '', '/Global', false],
  ['profile', 'Berlin', 'Berlin · 3', true],
  ['profile', 'Berlin', 'Paris', false],
]

test.each(CASES)('%s: %j beside %j', (field, portal, console, same) => {
  expect(agree(field, portal, console)).toBe(same)
})

test('a word is known whatever its case, blanks and signs', () => {
  expect(['UN_ASSIGNED', 'Not assigned', ' Device Wiped', 'toString', ''].map(statusMeaning)).toEqual([
    'unassigned',
    'unassigned',
    'ended',
    'other',
    'unsaid',
  ])
})
