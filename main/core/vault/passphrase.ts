import { AppError } from '../../../shared/errors.ts'
import { MIN_PASSPHRASE_LENGTH } from '../../../shared/model/vault.ts'
import type { Secret } from '../../../shared/secret.ts'

/**
 * For a passphrase that will seal something. Counts what a person types (code points in normal form), and refuses the
 * empty look-alikes made of blanks.
 */
export function requireStrongPassphrase(passphrase: Secret): void {
  const length = [...passphrase.reveal().normalize('NFC').trim()].length
  if (length >= MIN_PASSPHRASE_LENGTH) return
  throw new AppError('vault.weak-passphrase', `a passphrase has at least ${MIN_PASSPHRASE_LENGTH} characters`, {
    facts: { minimum: MIN_PASSPHRASE_LENGTH },
  })
}
