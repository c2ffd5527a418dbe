/**
 * What the operating system offers for sealing the vault's data key without a passphrase (Electron `safeStorage`).
 * `backend` names what did it (keychain, dpapi, gnome_libsecret, kwallet6, …); `basic_text` does not count as sealing.
 */
export type OsSealing = {
  readonly isAvailable: () => boolean
  readonly backend: () => string
  readonly seal: (plain: Uint8Array) => Uint8Array
  readonly open: (sealed: Uint8Array) => Uint8Array
}

export const noSealing: OsSealing = {
  isAvailable: () => false,
  backend: () => 'none',
  seal: () => {
    throw new Error('the operating system offers no sealing here')
  },
  open: () => {
    throw new Error('the operating system offers no sealing here')
  },
}
