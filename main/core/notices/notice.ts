import type { Notice } from '../../../shared/model/notice.ts'

/** A notice before anybody looked whether it was dismissed. */
export type FoundNotice = Omit<Notice, 'isDismissed'>

type Told = Pick<FoundNotice, 'id' | 'kind' | 'level' | 'at'> & Partial<FoundNotice>

/** Members that say nothing are null. */
export function notice(told: Told): FoundNotice {
  return { subject: null, tokenId: null, credentialId: null, dueAt: null, code: null, count: null, ...told }
}
