import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { OsSealing } from '../../main/ports/sealing.ts'

export type FakeSealing = OsSealing & {
  /** As after a change of desktop session: another keyring under another name answers. */
  readonly switchTo: (backend: string) => void
  /** As on another computer, or after the keyring was made anew: same name, other key. */
  readonly loseKey: () => void
  readonly setAvailable: (available: boolean) => void
}

/** A keyring in memory, honest about tampering as the real ones are. */
export function createFakeSealing(firstBackend = 'keychain'): FakeSealing {
  let backend = firstBackend
  let available = true
  const keys = new Map<string, Buffer>()

  function key(): Buffer {
    if (!available) throw new Error('the keyring is closed')
    let found = keys.get(backend)
    if (!found) keys.set(backend, (found = randomBytes(32)))
    return found
  }

  return {
    isAvailable: () => available,
    backend: () => backend,
    seal(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key(), nonce)
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, 12), { authTagLength: 16 })
      decipher.setAuthTag(sealed.subarray(-16))
      return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
    },
    switchTo: (name) => void (backend = name),
    loseKey: () => void keys.delete(backend),
    setAvailable: (value) => void (available = value),
  }
}
