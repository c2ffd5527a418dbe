export {
  announceNotice,
  closeNotices,
  dismissNotice,
  loadNotices,
  openNotices,
  receiveNotices,
  toggleNotices,
} from './actions.ts'
export { noticeAction, noticeText, type NoticeAction } from './notice-text.ts'
export { NoticeList } from './NoticeList.tsx'
export { NoticesPanel, type NoticesPanelProps } from './NoticesPanel.tsx'
export { noticesByLevel, activeNotices } from './selectors.ts'
export { createNoticesStore, type NoticesState, type NoticesStore } from './store.ts'
