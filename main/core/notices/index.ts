import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { Notice, NoticeList } from '../../../shared/model/notice.ts'
import type { CorePorts } from '../ports.ts'

export type NoticeService = ReturnType<typeof createNoticeService>

/** Stand-in until the owner of this folder has filled it. */
export function createNoticeService(_ports: Pick<CorePorts, 'db' | 'clock'>) {
  const empty: NoticeList = { notices: [], checkedAt: null }
  const handlers: CoreHandlers['notices'] = {
    list: () => empty,
    dismiss: () => empty,
    test: () => {
      throw new Error('not built yet')
    },
  }
  return {
    handlers,
    onChanged: (_listener: (list: NoticeList) => void): void => {},
    onRaised: (_listener: (notice: Notice) => void): void => {},
  }
}
