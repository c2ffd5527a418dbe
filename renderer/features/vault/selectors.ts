import { MIN_PASSPHRASE_LENGTH, type SlotKind, type VaultStatus } from '../../../shared/model/vault.ts'
import type { VaultPageState } from './store.ts'

export function isUnlocked({ status }: VaultPageState): boolean {
  return status.status === 'ready' && status.value.state === 'unlocked'
}

export function hasSlot(status: VaultStatus, kind: SlotKind): boolean {
  return status.slots.some((slot) => slot.kind === kind)
}

/** What keeps a new passphrase from being used, in words for its field; undefined when nothing does. */
export function passphraseProblem(passphrase: string, repeated: string): { passphrase?: string; repeated?: string } {
  if ([...passphrase].length < MIN_PASSPHRASE_LENGTH) {
    return { passphrase: `It needs at least ${MIN_PASSPHRASE_LENGTH} characters.` }
  }
  return passphrase === repeated ? {} : { repeated: 'The two are not the same.' }
}
