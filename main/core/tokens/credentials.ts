import type { Credentials } from '../../clients/ade/client-type.ts'
import type { TokenValues } from '../../clients/token-file/index.ts'
import type { SecretId } from '../../../shared/model/ids.ts'
import type { TokenVault } from './ports.ts'

const KIND = 'token-credentials'

/** Reveals: for the life of one client or one comparison. */
export function revealCredentials(values: TokenValues): Credentials {
  return {
    consumerKey: values.consumerKey.reveal(),
    consumerSecret: values.consumerSecret.reveal(),
    accessToken: values.accessToken.reveal(),
    accessSecret: values.accessSecret.reveal(),
  }
}

export function sealCredentials(vault: TokenVault, values: TokenValues): SecretId {
  return vault.put(KIND, JSON.stringify(revealCredentials(values)))
}

export function openCredentials(vault: TokenVault, id: SecretId): Credentials {
  return JSON.parse(Buffer.from(vault.open(id, KIND).reveal()).toString()) as Credentials // sealed by this file
}

/** Enough to compare with the portal, useless to anybody else. */
export function consumerKeyHint(values: TokenValues): string {
  const key = values.consumerKey.reveal()
  return key.slice(0, Math.min(11, Math.floor(key.length / 2)))
}
