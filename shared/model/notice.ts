import type { ErrorCode } from '../errors.ts'
import type { CredentialId, TokenId } from './ids.ts'

/** What may need a person, without anybody having asked. Words for each are in the catalogue, area `notices`. */
export const NOTICE_KINDS = [
  'token-expiring',
  'token-expired',
  'token-rejected',
  'terms-not-accepted',
  'access-denied',
  'credential-expiring',
  'credential-expired',
  'stoken-rejected',
  'stoken-elsewhere',
  'unreachable',
  'sync-failed',
  'sync-overdue',
  'report-failed',
  'vault-locked',
  'no-recovery-code',
  'test',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export type Notice = {
  /** The same thing has the same id as long as it lasts, so that it is told once. */
  readonly id: string
  readonly kind: NoticeKind
  readonly level: 'urgent' | 'soon' | 'hint'
  /** Since when it is so. */
  readonly at: number
  /** The token's name or whatever it is about; null where it is about the program. */
  readonly subject: string | null
  readonly tokenId: TokenId | null
  /** A content token, push certificate, certificate in profiles or own entry. */
  readonly credentialId: CredentialId | null
  /** When it becomes serious: the expiry, the time of the next try. */
  readonly dueAt: number | null
  /** A failure's code, where there was one. */
  readonly code: ErrorCode | null
  /** How often it has failed in a row, or how many tokens wait; null where there is nothing to count. */
  readonly count: number | null
  readonly isDismissed: boolean
}

export type NoticeList = {
  /** Most urgent first. */
  readonly notices: readonly Notice[]
  /** When everything was last looked through: a heartbeat. */
  readonly checkedAt: number | null
}
