import { expect, test } from 'vitest'
import { explain, type RecordFacts, type RowFacts } from '../../../../../main/core/reconcile/explain.ts'
import { explainAnswer } from '../../../../../main/core/reconcile/explain-answer.ts'

const PRESENT: RecordFacts = {
  isPresent: true,
  isGone: false,
  goneReason: null,
  isTokenRemoved: false,
  replacedBy: null,
  replaces: null,
}
const GONE: RecordFacts = { ...PRESENT, isPresent: false, isGone: true, goneReason: 'deleted' }

const NOTHING: Omit<RowFacts, 'verdict'> = {
  isAgainstRecords: false,
  portalStatus: undefined,
  portalServer: undefined,
  consoleServer: undefined,
  differs: [],
  near: null,
  record: undefined,
  apple: undefined,
}

const CASES: readonly (readonly [RowFacts['verdict'], Partial<RowFacts>, cause: string, remedy: string])[] = [
  ['portal-only', {}, 'unknown-ask-apple', 'ask-apple'],
  ['portal-only', { portalStatus: 'unassigned' }, 'unassigned', 'assign-in-portal'],
  ['portal-only', { portalServer: 'none' }, 'unassigned', 'assign-in-portal'],
  ['portal-only', { portalStatus: 'released' }, 'released', 'clean-up-record'],
  ['portal-only', { portalServer: 'other' }, 'other-server', 'move-in-portal'],
  ['portal-only', { portalServer: 'unsure' }, 'unknown-ask-apple', 'ask-apple'],
  ['portal-only', { portalServer: 'ours' }, 'not-synced-yet', 'sync'],
  ['portal-only', { record: PRESENT }, 'not-synced-yet', 'sync-console'],
  ['portal-only', { record: GONE }, 'other-server', 'move-in-portal'],
  ['portal-only', { near: 'X' }, 'typing-damage', 'correct-serial'],
  ['portal-only', { near: 'X', record: { ...PRESENT, replaces: 'OLD' } }, 'replaced-device', 'follow-replacement'],
  ['portal-only', { apple: 'ours' }, 'not-synced-yet', 'sync'],
  ['portal-only', { apple: 'not-accessible' }, 'other-server', 'move-in-portal'],
  ['console-only', {}, 'unknown-ask-apple', 'ask-apple'],
  ['console-only', { record: GONE }, 'released', 'clean-up-record'],
  ['console-only', { record: { ...GONE, isTokenRemoved: true } }, 'other-server', 'move-in-portal'],
  ['console-only', { record: { ...GONE, replacedBy: 'NEW' } }, 'replaced-device', 'follow-replacement'],
  ['console-only', { record: PRESENT }, 'unknown-ask-apple', 'ask-apple'],
  ['console-only', { near: 'X' }, 'typing-damage', 'correct-serial'],
  ['console-only', { consoleServer: 'other' }, 'other-server', 'move-in-portal'],
  ['console-only', { apple: 'ours', record: PRESENT }, 'file-incomplete', 'export-again'],
  ['console-only', { apple: 'not-accessible', record: PRESENT, isAgainstRecords: true }, 'released', 'sync'],
  ['console-only', { apple: 'not-accessible' }, 'released', 'clean-up-record'],
  ['mismatched', { differs: ['server'], portalServer: 'other' }, 'other-server', 'move-in-portal'],
  ['mismatched', { differs: ['server'], portalServer: 'none' }, 'unassigned', 'assign-in-portal'],
  ['mismatched', { differs: ['server'], portalServer: 'ours' }, 'not-synced-yet', 'sync-console'],
  ['mismatched', { differs: ['status', 'group'], portalStatus: 'unassigned' }, 'unassigned', 'assign-in-portal'],
  ['mismatched', { differs: ['status'], portalStatus: 'released' }, 'released', 'clean-up-record'],
  ['mismatched', { differs: ['status'], record: GONE, isAgainstRecords: true }, 'other-server', 'move-in-portal'],
  [
    'mismatched',
    { differs: ['status'], record: GONE, isAgainstRecords: true, portalServer: 'ours' },
    'not-synced-yet',
    'sync',
  ],
  ['mismatched', { differs: ['status'] }, 'status-differs', 'check-status'],
  ['mismatched', { differs: ['profile', 'group'] }, 'profile-differs', 'assign-profile'],
  ['mismatched', { differs: ['group'] }, 'group-differs', 'check-group'],
]

test.each(CASES)('%s with %j: %s, %s', (verdict, facts, cause, remedy) => {
  expect(explain({ ...NOTHING, ...facts, verdict })).toMatchObject({ cause, remedy })
})

test('the other device is named', () => {
  expect(explain({ ...NOTHING, verdict: 'portal-only', near: 'X' }).other).toBe('X')
  expect(explain({ ...NOTHING, verdict: 'console-only', record: { ...GONE, replacedBy: 'NEW' } }).other).toBe('NEW')
})

test('an answer of Apple comes to the same later as it would have at once', () => {
  for (const verdict of ['portal-only', 'console-only'] as const) {
    for (const apple of ['ours', 'not-accessible'] as const) {
      for (const isAgainstRecords of [false, true]) {
        // Without an answer such a row is unknown; a console-only row of the records is always present here.
        const record = isAgainstRecords && verdict === 'console-only' ? PRESENT : undefined
        const facts = { ...NOTHING, verdict, isAgainstRecords, record }
        expect(explain(facts).cause).toBe('unknown-ask-apple')
        expect(explainAnswer({ verdict }, { answer: apple, isAgainstRecords })).toEqual(explain({ ...facts, apple }))
      }
    }
  }
})
