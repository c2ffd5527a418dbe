import type { NoticeList } from '../../../shared/model/notice.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

export type NoticesState = { readonly list: NoticeList; readonly isOpen: boolean }
export type NoticesStore = StoreApi<NoticesState>

export function createNoticesStore(): NoticesStore {
  return createStore<NoticesState>()(() => ({ list: { notices: [], checkedAt: null }, isOpen: false }))
}
