import type { Notice, NoticeKind } from '../../../shared/model/notice.ts'
import { aboutCredential } from './about-credential.ts'
import { aboutReport } from './about-report.ts'
import { aboutToken } from './about-token.ts'
import { aboutVault } from './about-vault.ts'
import type { NoticeFacts } from './facts.ts'
import { notice, type FoundNotice } from './notice.ts'

const TEST_LASTS_MS = 60 * 60_000

const LEVELS: readonly Notice['level'][] = ['urgent', 'soon', 'hint']

/** What stops work comes before what will stop it. */
const KINDS: readonly NoticeKind[] = [
  'token-expired',
  'token-rejected',
  'terms-not-accepted',
  'access-denied',
  'credential-expired',
  'stoken-rejected',
  'stoken-elsewhere',
  'token-expiring',
  'credential-expiring',
  'sync-failed',
  'unreachable',
  'sync-overdue',
  'report-failed',
  'vault-locked',
  'no-recovery-code',
  'test',
]

/**
 * Everything that may need a person, most urgent first. Pure: the same facts give the same notices. An id changes with
 * the thing itself (another expiry, the next level of days, another failure), and only then.
 */
export function findNotices(facts: NoticeFacts): readonly FoundNotice[] {
  const found = [
    ...facts.tokens.flatMap((token) => aboutToken(token, facts)),
    ...facts.credentials.flatMap((credential) => aboutCredential(credential, facts)),
    ...facts.failingReports.map(aboutReport),
    ...aboutVault(facts),
    ...aboutTest(facts),
  ]
  return found.toSorted(byUrgency)
}

function aboutTest({ testedAt, now }: NoticeFacts): readonly FoundNotice[] {
  if (testedAt === null || Math.abs(now - testedAt) >= TEST_LASTS_MS) return []
  return [notice({ id: `test:${testedAt}`, kind: 'test', level: 'hint', at: testedAt })]
}

function byUrgency(a: FoundNotice, b: FoundNotice): number {
  return (
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    (a.dueAt ?? a.at) - (b.dueAt ?? b.at) ||
    (a.subject ?? '').localeCompare(b.subject ?? '') ||
    (a.id < b.id ? -1 : 1)
  )
}
