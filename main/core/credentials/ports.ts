import type * as credentialFiles from '../../clients/credential-files/index.ts'
import type { VppClient } from '../../clients/vpp/client-type.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import type { Token } from '../../../shared/model/token.ts'
import type { Secret } from '../../../shared/secret.ts'
import type { CorePorts } from '../ports.ts'
import type { Vault } from '../vault/index.ts'

export type CredentialFiles = Pick<
  typeof credentialFiles,
  'readStoken' | 'readPushFile' | 'makePushRequest' | 'keyFingerprintOf' | 'isKeyOf'
>

export type CredentialPorts = Pick<CorePorts, 'db' | 'clock' | 'random' | 'log' | 'files'> & {
  readonly credentialFiles: CredentialFiles
  /** With the way out that the settings say at that moment. */
  readonly openVppClient: (stoken: Secret) => VppClient
  readonly vault: Pick<Vault, 'put' | 'open' | 'requireUnlocked' | 'isUnlocked'>
  readonly tokens: {
    readonly list: () => readonly Token[]
    readonly handlers: Pick<CoreHandlers['tokens'], 'verify' | 'setContacts'>
  }
  readonly settings: () => Pick<Settings, 'noticeDays'>
}
