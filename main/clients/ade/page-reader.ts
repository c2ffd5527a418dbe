import type { RunClient, SyncClient, UnreadPage } from './client-type.ts'
import { understood } from './conversation.ts'
import { readPage } from './devices.ts'
import { withRetries, type Patience } from './retry.ts'
import { answerOf } from './transport.ts'
import type { DevicePage } from './wire.ts'

/**
 * Reads the pages `client` answers with, in the thread that wants them. One that turns out to be cut off is asked for
 * again; what is no page fails with `ade.not-apple` or `ade.protocol`.
 */
export function withPageReader(client: RunClient, patience: Pick<Patience, 'clock' | 'random' | 'onWait'>): SyncClient {
  return {
    ...client,
    page(request, { signal } = {}) {
      const attempt = async () => read(await client.page(request, { signal }))
      return withRetries(attempt, { ...patience, signal, isRepeatable: true })
    },
  }
}

function read({ pieces, contentType, ...head }: UnreadPage): DevicePage {
  const header = (name: string) => (name === 'content-type' ? contentType : undefined)
  return understood(answerOf(pieces, { ...head, header }), readPage)
}
