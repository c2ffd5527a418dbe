import type { AdeClient } from '../../clients/ade/client-type.ts'
import type { MdmServerClient } from '../../clients/mdm-server/client-type.ts'
import type { CorePorts } from '../ports.ts'
import type { TokenService } from '../tokens/index.ts'

export type ProfilePorts = Pick<CorePorts, 'db' | 'clock' | 'random' | 'log' | 'network' | 'version'> & {
  readonly tokens: Pick<TokenService, 'credentials' | 'recordAnswer' | 'find'>
  readonly openAdeClient: (
    ...parameters: Parameters<CorePorts['openAdeClient']>
  ) => Pick<AdeClient, 'defineProfile' | 'readProfile' | 'close'>
  /** A look at the management service, over the network as the settings have it now. */
  readonly openMdmServer: () => MdmServerClient
  /** How many devices Apple reports with each profile, by its identifier in capitals. */
  readonly countByProfile: () => Promise<ReadonlyMap<string, number>>
}
