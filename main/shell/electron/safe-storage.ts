import type { SafeStorage } from 'electron'
import type { OsSealing } from '../../ports/sealing.ts'

/** With these Electron only obscures: no keyring was found, or it was asked before the app was ready. */
const NO_SEALING = new Set(['basic_text', 'unknown'])

/** The platform's keyring as the vault sees it. Electron seals text, the vault bytes: they travel as base64. */
export function createSafeStorageSealing(
  safeStorage: Pick<
    SafeStorage,
    'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
  >,
  platform: NodeJS.Platform,
): OsSealing {
  const backend = () => {
    if (platform === 'darwin') return 'keychain'
    if (platform === 'win32') return 'dpapi'
    return safeStorage.getSelectedStorageBackend()
  }
  const isAvailable = () => safeStorage.isEncryptionAvailable() && !NO_SEALING.has(backend())
  const insist = () => {
    if (!isAvailable()) throw new Error(`sealing is not available (${backend()})`)
  }
  return {
    isAvailable,
    backend,
    seal: (plain) => {
      insist()
      return new Uint8Array(safeStorage.encryptString(Buffer.from(plain).toString('base64')))
    },
    open: (sealed) => {
      insist()
      return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(sealed)), 'base64'))
    },
  }
}
