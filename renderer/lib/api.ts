import { createClient } from '../../shared/contract/client.ts'
import type { CallError, Client } from '../../shared/contract/define.ts'
import { files } from '../../shared/contract/files.ts'
import { contract, desktop } from '../../shared/contract/index.ts'
import type { Port } from '../../shared/contract/wire.ts'

/** Everything the page may ask: of the core, and of the shell around it. One port carries both. */
export const pageContract = { ...contract, ...desktop, ...files } as const

export type PageApi = Client<typeof pageContract>
export type Failure = CallError

export function connectApi(port: Port): PageApi {
  return createClient(pageContract, port).api
}
