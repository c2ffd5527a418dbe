import type { Notice, NoticeList } from '../../../shared/model/notice.ts'

export type Level = Notice['level']

export const LEVELS: readonly Level[] = ['urgent', 'soon', 'hint']

/** What still asks for somebody, most urgent first. */
export function activeNotices({ notices }: NoticeList): readonly Notice[] {
  return notices.filter(({ isDismissed }) => !isDismissed)
}

export function dismissedNotices({ notices }: NoticeList): readonly Notice[] {
  return notices.filter(({ isDismissed }) => isDismissed)
}

/** What still asks for somebody by level; levels without a notice are left out. */
export function noticesByLevel(
  list: NoticeList,
): readonly { readonly level: Level; readonly notices: readonly Notice[] }[] {
  const open = activeNotices(list)
  return LEVELS.map((level) => ({ level, notices: open.filter((notice) => notice.level === level) })).filter(
    ({ notices }) => notices.length > 0,
  )
}
