import { AppError } from '../../../shared/errors.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { Credentials } from '../../clients/ade/client-type.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { TokenService } from './index.ts'

type Tokens = Pick<TokenService, 'credentials' | 'recordAnswer'>

/** Does something with the values of a token; what Apple answers moves its state. Throws `vault.locked`, `token.not-found`. */
export async function withCredentials<T>(
  tokens: Tokens,
  id: TokenId,
  work: (values: Credentials) => Promise<T>,
): Promise<T> {
  const { values, version } = tokens.credentials(id)
  try {
    const answer = await work(values)
    tokens.recordAnswer(id, { outcome: 'success', version })
    return answer
  } catch (error) {
    if (error instanceof AppError) tokens.recordAnswer(id, { outcome: error.code, version })
    throw error
  }
}

/** As `withCredentials`, with a client that is closed afterwards. */
export function askAs<Client extends { readonly close: () => Promise<void> }, T>(
  ports: {
    readonly tokens: Tokens
    readonly network: NetworkSettings
    readonly openAdeClient: (values: Credentials, network: NetworkSettings) => Client
  },
  id: TokenId,
  ask: (client: Client) => Promise<T>,
): Promise<T> {
  return withCredentials(ports.tokens, id, async (values) => {
    const client = ports.openAdeClient(values, ports.network)
    try {
      return await ask(client)
    } finally {
      await client.close()
    }
  })
}
