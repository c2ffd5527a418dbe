import { expect, test } from 'vitest'
import { createSafeStorageSealing } from '../../../../../main/shell/electron/safe-storage.ts'

type Backend = 'basic_text' | 'gnome_libsecret' | 'kwallet6' | 'unknown'

/** Turns text around instead of encrypting it; like Electron, it takes and gives text. */
function keyring(backend: Backend, isAvailable = true) {
  const turned = (text: string) => [...text].toReversed().join('')
  return {
    isEncryptionAvailable: () => isAvailable,
    getSelectedStorageBackend: () => backend,
    encryptString: (text: string) => Buffer.from(turned(text)),
    decryptString: (sealed: Buffer) => turned(sealed.toString()),
  }
}

test('bytes of every value come back from the keyring', () => {
  const sealing = createSafeStorageSealing(keyring('gnome_libsecret'), 'linux')
  const key = Uint8Array.from({ length: 256 }, (_, at) => at)
  const sealed = sealing.seal(key)
  expect(sealing.isAvailable()).toBe(true)
  expect(sealing.open(sealed)).toEqual(key)
  expect(Buffer.from(sealed).includes(Buffer.from(key))).toBe(false)
})

test('obscuring does not count as sealing', () => {
  for (const backend of ['basic_text', 'unknown'] as const) {
    const sealing = createSafeStorageSealing(keyring(backend), 'linux')
    expect(sealing.isAvailable()).toBe(false)
    expect(() => sealing.seal(new Uint8Array(1))).toThrow(backend)
    expect(() => sealing.open(new Uint8Array(1))).toThrow(backend)
  }
})

test('without a keyring nothing is sealed', () => {
  const sealing = createSafeStorageSealing(keyring('gnome_libsecret', false), 'linux')
  expect(sealing.isAvailable()).toBe(false)
  expect(() => sealing.seal(new Uint8Array(1))).toThrow('not available')
})

test('each platform names what sealed', () => {
  const backends = (['darwin', 'win32', 'linux'] as const).map((platform) =>
    createSafeStorageSealing(keyring('kwallet6'), platform).backend(),
  )
  expect(backends).toEqual(['keychain', 'dpapi', 'kwallet6'])
})
