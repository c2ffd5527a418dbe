import type { AdeClient } from '../../clients/ade/client-type.ts'
import type * as tokenFile from '../../clients/token-file/index.ts'
import type { CorePorts } from '../ports.ts'
import type { Vault } from '../vault/index.ts'
import type { RetireDevices } from './retire-devices.ts'

export type TokenVault = Pick<Vault, 'put' | 'open' | 'requireUnlocked'>

export type TokenFiles = Pick<
  typeof tokenFile,
  'readTokenFile' | 'openTokenFile' | 'otherKey' | 'makeKeyPair' | 'publicKeyFingerprint' | 'certificateKeyIdentifier'
>

export type TokenPorts = Pick<CorePorts, 'db' | 'clock' | 'random' | 'log' | 'network' | 'tokenFiles'> & {
  readonly vault: TokenVault
  /** Without it this thread does it. */
  readonly retireDevices?: RetireDevices | undefined
  readonly openAdeClient: (
    ...parameters: Parameters<CorePorts['openAdeClient']>
  ) => Pick<AdeClient, 'account' | 'clockSkewSeconds' | 'close'>
}
