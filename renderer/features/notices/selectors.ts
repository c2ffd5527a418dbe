import type { Notice, NoticeList } from '../../../shared/model/notice.ts'
import type { IconName } from '../../ui/Icon.tsx'

export type Level = Notice['level']

const LEVELS: readonly Level[] = ['urgent', 'soon', 'hint']

/** A shape for each level, so that colour is not needed to tell them apart. */
export const LEVEL_ICONS: Readonly<Record<Level, IconName>> = { urgent: 'alert', soon: 'clock', hint: 'info' }

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
