import type { NoticeList } from '../../../shared/model/notice.ts'
import type { Failure } from '../../lib/api.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

export type NoticesState = {
  readonly list: NoticeList
  /** False until the first answer: an empty list then says nothing yet. */
  readonly isKnown: boolean
  /** Why the last reading failed; what was known stays. */
  readonly error: Failure | null
  readonly isOpen: boolean
}
export type NoticesStore = StoreApi<NoticesState>

export function createNoticesStore(): NoticesStore {
  return createStore<NoticesState>()(() => ({
    list: { notices: [], checkedAt: null },
    isKnown: false,
    error: null,
    isOpen: false,
  }))
}
