import type { Language } from '../messages/languages.ts'

/** What a person chooses for this computer. Kept in the store; the page may show all of it. */
export type Settings = {
  /** Null follows the system. */
  readonly language: Language | null
  /** Minutes without a touch after which the vault locks itself; null never. */
  readonly autoLockMinutes: number | null
  /** Null uses the proxy of the environment. May name a user, never a password. */
  readonly proxy: string | null
  /** A password for that user at that proxy is sealed in the vault. */
  readonly hasProxyPassword: boolean
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
  hasProxyPassword: false,
  noProxy: null,
  extraCertificates: [],
  noticeDays: [60, 30, 14, 7, 1],
  desktopNotices: true,
  startAtLogin: false,
  isCompact: false,
}

/** A certificate of an authority, as people tell one from another. Times in milliseconds UTC. */
export type TrustedCertificate = {
  readonly pem: string
  readonly subject: string
  readonly issuer: string
  readonly expiresAt: number
  readonly fingerprintSha256: string
}

/** `outside` is the command line or the environment, which come before the settings. */
export type NetworkOrigin = 'outside' | 'settings'

/** How the next request reaches Apple. */
export type NetworkInUse = {
  /** Without user and password; null goes there directly. */
  readonly proxy: { readonly address: string; readonly from: NetworkOrigin } | null
  readonly noProxy: { readonly text: string; readonly from: NetworkOrigin } | null
  /** How many certificates the command line or the environment adds to those of the settings. */
  readonly outsideCertificates: number
}
