export type VaultState = 'missing' | 'locked' | 'unlocked'
export type SlotKind = 'os' | 'passphrase' | 'recovery'

/** What a sealed value is: part of what its seal proves, so that one kind never passes for another. */
export type SecretKind =
  'token-key' | 'token-credentials' | 'proxy-credentials' | 'bypass-code' | 'stoken' | 'push-key' | 'registration-token'

export type VaultStatus = {
  readonly state: VaultState
  readonly slots: readonly { readonly kind: SlotKind; readonly createdAt: number; readonly backend: string | null }[]
  /** How many secrets are sealed. */
  readonly secrets: number
}

/** Whether the operating system can open the vault here, and by what: a name of its own, such as `keychain` or `dpapi`. */
export type SystemSealing = { readonly isAvailable: boolean; readonly backend: string }

/** Rows of a backup by noun. `devices`: those that were moved to a group of their own. */
export type BackupCounts = {
  readonly secrets: number
  readonly groups: number
  readonly keyPairs: number
  readonly tokens: number
  readonly settings: number
  readonly credentials: number
  readonly profiles: number
  /** Own ones. */
  readonly reports: number
  readonly registrationTokens: number
  readonly devices: number
}

/** What a restore did: `restored` was missing here, `kept` was here already and stayed as it was. */
export type RestoreSummary = VaultStatus & { readonly restored: BackupCounts; readonly kept: BackupCounts }

export const MIN_PASSPHRASE_LENGTH = 8
