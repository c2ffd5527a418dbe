import type { Language } from '../messages/languages.ts'

/** What a person chooses for this computer. Kept in the store; the page may show all of it. */
export type Settings = {
  /** Null follows the system. */
  readonly language: Language | null
  /** Minutes without a touch after which the vault locks itself; null never. */
  readonly autoLockMinutes: number | null
  /** Null uses the proxy of the environment. Never with a password in it. */
  readonly proxy: string | null
  readonly noProxy: string | null
  /** PEM, trusted beside the system's. */
  readonly extraCertificates: readonly string[]
  /** Days before an expiry at which a notice is raised, descending. */
  readonly noticeDays: readonly number[]
  /** Notices of the desktop, outside of the window. */
  readonly desktopNotices: boolean
  readonly startAtLogin: boolean
  readonly isCompact: boolean
}

export const DEFAULT_SETTINGS: Settings = {
  language: null,
  autoLockMinutes: null,
  proxy: null,
  noProxy: null,
  extraCertificates: [],
  noticeDays: [60, 30, 14, 7, 1],
  desktopNotices: true,
  startAtLogin: false,
  isCompact: false,
}
