import { z } from 'zod'
import type { Notice, NoticeList } from '../model/notice.ts'
import { call, push, type } from './define.ts'

const noticeId = z.string().min(1).max(200)

export const notices = {
  list: call({ input: z.strictObject({}), output: type<NoticeList>() }),

  /** Puts it out of sight until the thing itself changes (a new failure, the next level). */
  dismiss: call({ input: z.strictObject({ id: noticeId }), output: type<NoticeList>() }),

  /** Raises a notice of kind `test`, to see whether notices arrive. */
  test: call({ input: z.strictObject({}), output: type<Notice>() }),

  changed: push<NoticeList>(),
  /** Something new: what the shell shows outside of the window. Each once, also over restarts. */
  raised: push<Notice>(),
} as const
