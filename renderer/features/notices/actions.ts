import type { Notice, NoticeList } from '../../../shared/model/notice.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { text } from '../../lib/text.ts'
import { noticeText } from './notice-text.ts'
import type { NoticesStore } from './store.ts'

export async function loadNotices(store: NoticesStore, { api }: Desk): Promise<void> {
  const result = await api.notices.list({})
  if (result.ok) receiveNotices(store, result.value)
  else store.setState({ error: result.error })
}

export function receiveNotices(store: NoticesStore, list: NoticeList): void {
  store.setState({ list, isKnown: true, error: null })
}

/** For those who do not look at the list; the list itself comes by its own push. */
export function announceNotice({ feedback }: Desk, notice: Notice): void {
  announce(feedback, text().notices.raised(noticeText(notice, Date.now()).title))
}

export async function dismissNotice(store: NoticesStore, { api }: Desk, id: string): Promise<void> {
  const result = await api.notices.dismiss({ id })
  if (result.ok) receiveNotices(store, result.value)
  else store.setState({ error: result.error })
}

export function openNotices(store: NoticesStore): void {
  store.setState({ isOpen: true })
}

export function closeNotices(store: NoticesStore): void {
  store.setState({ isOpen: false })
}

export function toggleNotices(store: NoticesStore): void {
  store.setState(({ isOpen }) => ({ isOpen: !isOpen }))
}
