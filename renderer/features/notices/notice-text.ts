import { errorText } from '../../../shared/error-text.ts'
import type { Notice, NoticeKind } from '../../../shared/model/notice.ts'
import { noticeTold } from '../../../shared/notice-text.ts'
import { formatAgo, formatDistance, formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'

export type NoticeAction =
  'renew' | 'show-runs' | 'sync' | 'unlock' | 'open-portal' | 'make-recovery-code' | 'show-credential' | 'show-reports'

/** The one thing to do about each. */
const ACTIONS: Readonly<Record<NoticeKind, NoticeAction | null>> = {
  'token-expiring': 'renew',
  'token-expired': 'renew',
  'token-rejected': 'renew',
  'terms-not-accepted': 'open-portal',
  'access-denied': 'open-portal',
  'credential-expiring': 'show-credential',
  'credential-expired': 'show-credential',
  'stoken-rejected': 'show-credential',
  'stoken-elsewhere': 'show-credential',
  unreachable: 'show-runs',
  'sync-failed': 'show-runs',
  'sync-overdue': 'sync',
  'report-failed': 'show-reports',
  'vault-locked': 'unlock',
  'no-recovery-code': 'make-recovery-code',
  test: null,
}

export function noticeAction({ kind }: Pick<Notice, 'kind'>): NoticeAction | null {
  return ACTIONS[kind]
}

export type NoticeText = {
  readonly title: string
  readonly detail: string
  readonly since: string
  /** Who can repair it, as a sentence. */
  readonly who: string
}

/** What happened, what it means, since when, and who can repair it. */
export function noticeText(notice: Notice, now: number): NoticeText {
  const messages = text()
  const distance = (at: number) => formatDistance(at, now)
  return {
    ...noticeTold(notice, now, { messages, moment: formatMoment, distance }),
    since: messages.notices.since(formatMoment(notice.at), formatAgo(notice.at, now)),
    who: whoRepairs(notice),
  }
}

/** A failure knows better than its notice who is to be asked. */
function whoRepairs({ kind, code }: Notice): string {
  return code === null ? text().notices.kinds[kind].who : errorText({ code }, text().errors).repairer
}
