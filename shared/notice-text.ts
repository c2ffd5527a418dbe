import { errorText } from './error-text.ts'
import type { Messages } from './messages/index.ts'
import type { Notice } from './model/notice.ts'

/** A language, and how it spells points in time. */
export type NoticeWords = {
  readonly messages: Pick<Messages, 'notices' | 'errors'>
  readonly moment: (at: number) => string
  /** "in 3 days", "2 hours ago". */
  readonly distance: (at: number) => string
}

/** What happened and what it means: the same words in the window and in the notices of the system. `now`: milliseconds UTC. */
export function noticeTold(
  notice: Notice,
  now: number,
  told: NoticeWords,
): { readonly title: string; readonly detail: string } {
  return { title: titleOf(notice, told), detail: detailOf(notice, now, told) }
}

function titleOf({ kind, subject, count, dueAt, at }: Notice, { messages, distance }: NoticeWords): string {
  const { kinds } = messages.notices
  const name = subject ?? ''
  switch (kind) {
    case 'token-expiring':
    case 'credential-expiring':
      return kinds[kind].title(name, distance(dueAt ?? at))
    case 'sync-failed':
    case 'report-failed':
      return kinds[kind].title(name, count ?? 0)
    case 'vault-locked':
      return kinds[kind].title(count ?? 0)
    case 'no-recovery-code':
    case 'test':
      return kinds[kind].title
    default:
      return kinds[kind].title(name)
  }
}

function detailOf({ kind, code, dueAt, at }: Notice, now: number, { messages, moment, distance }: NoticeWords): string {
  const { kinds, nextTry } = messages.notices
  if (kind === 'token-expiring' || kind === 'credential-expiring') return kinds[kind].detail(moment(dueAt ?? at))
  if (code === null) return kinds[kind].detail
  const { title, next } = errorText({ code }, messages.errors)
  const soon = dueAt === null || dueAt <= now ? '' : ` ${nextTry(distance(dueAt))}`
  return `${title}. ${next}${soon}`
}
