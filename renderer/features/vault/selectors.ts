import { MIN_PASSPHRASE_LENGTH, type SlotKind, type VaultStatus } from '../../../shared/model/vault.ts'
import type { Failure } from '../../lib/api.ts'
import type { Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import type { VaultPageState } from './store.ts'

export function isUnlocked({ status }: VaultPageState): boolean {
  return status.status === 'ready' && status.value.state === 'unlocked'
}

export function hasSlot(status: VaultStatus, kind: SlotKind): boolean {
  return status.slots.some((slot) => slot.kind === kind)
}

/** Whether the operating system can open a vault here. */
export function canUseSystem({ sealing }: Pick<VaultPageState, 'sealing'>): boolean {
  return sealing.status === 'ready' && sealing.value.isAvailable
}

/** What keeps a new passphrase from being used, in words for its field; undefined when nothing does. */
export function passphraseProblem(passphrase: string, repeated: string): { passphrase?: string; repeated?: string } {
  const words = text().vault.fields
  if ([...passphrase.trim()].length < MIN_PASSPHRASE_LENGTH)
    return { passphrase: words.tooShort(MIN_PASSPHRASE_LENGTH) }
  return passphrase === repeated ? {} : { repeated: words.notSame }
}

export type Strength = 'weak' | 'fair' | 'strong'

const FAIR_BITS = 45
const STRONG_BITS = 65

/**
 * A rough guess, from length and variety: how many bits somebody has to try who knows how people choose. Signs that
 * repeat an earlier one count little.
 */
export function passphraseStrength(passphrase: string): Strength {
  const signs = [...passphrase]
  const pool = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(passphrase)).length * 16 + 10
  const fresh = new Set(signs).size
  const counted = fresh + (signs.length - fresh) / 2
  const bits = counted * Math.log2(pool) * 0.7
  if (bits >= STRONG_BITS) return 'strong'
  return bits >= FAIR_BITS ? 'fair' : 'weak'
}

/** The name people know a keyring by. Electron's own names stand on the left. */
export function backendName(backend: string): string {
  const names = text().vault.backends
  if (backend === 'keychain') return names.keychain
  if (backend === 'dpapi') return names.dpapi
  if (backend.startsWith('gnome')) return names.gnome
  if (backend.startsWith('kwallet')) return names.kwallet
  if (backend === 'basic_text') return names.basicText
  return backend === 'none' || backend === 'unknown' || backend === '' ? names.none : backend
}

/** Compared as the core reads a code: small letters and misread signs do not matter. */
export function isPartOfCode(code: string, place: number, typed: string): boolean {
  const read = (part: string) => part.trim().toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return read(typed) === read(code.split('-')[place - 1] ?? '') && typed.trim() !== ''
}

/** A slip of the pen is told at the field, not as a failure. */
export function isMistypedCode(failure: Failure | null): boolean {
  return failure?.code === 'bad-input' && failure.path === 'recoveryCode'
}

/** The failure of a call or a task, if there is one. */
export function failureOf(remote: Remote<unknown>): Failure | null {
  return remote.status === 'failed' ? remote.error : null
}
