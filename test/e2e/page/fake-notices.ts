import type { CoreHandlers } from '../../../shared/contract/index.ts'

export function fakeNoticeHandlers(): CoreHandlers['notices'] {
  const empty = { notices: [], checkedAt: null }
  return {
    list: () => empty,
    dismiss: () => empty,
    test: () => {
      throw new Error('not built yet')
    },
  }
}
