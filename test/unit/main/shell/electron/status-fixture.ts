import type { ShellStatus } from '../../../../../main/shell/electron/shell-status.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
import type { Notice } from '../../../../../shared/model/notice.ts'
import { DEFAULT_SETTINGS } from '../../../../../shared/model/settings.ts'

/** Everything in order: one token, nothing running. */
export const IN_ORDER: ShellStatus = {
  vault: 'unlocked',
  tokens: ['berlin' as TokenId],
  running: [],
  nextRunAt: null,
  attention: 0,
  settings: { ...DEFAULT_SETTINGS, language: 'en' },
}

export const EXPIRING: Notice = {
  id: 'token-expiring:berlin',
  kind: 'token-expiring',
  level: 'soon',
  at: 0,
  subject: 'Berlin',
  tokenId: 'berlin' as TokenId,
  credentialId: null,
  dueAt: Date.UTC(2027, 4, 3, 12),
  code: null,
  count: null,
  isDismissed: false,
}
