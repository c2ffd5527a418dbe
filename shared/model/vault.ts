export type VaultState = 'missing' | 'locked' | 'unlocked'
export type SlotKind = 'os' | 'passphrase' | 'recovery'

export type VaultStatus = {
  readonly state: VaultState
  readonly slots: readonly { readonly kind: SlotKind; readonly createdAt: number; readonly backend: string | null }[]
  /** How many secrets are sealed. */
  readonly secrets: number
}

export const MIN_PASSPHRASE_LENGTH = 8
