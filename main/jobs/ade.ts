import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import type { Outgoing, Port } from '../../shared/contract/wire.ts'
import {
  createAdeClient,
  loadTransport,
  type AdeClient,
  type UnreadPage,
  type WaitNotice,
} from '../clients/ade/index.ts'
import { withReadAhead } from '../clients/ade/read-ahead.ts'
import { serve } from '../ipc/server.ts'
import { systemClock } from '../ports/clock.ts'
import { systemRandom } from '../ports/random.ts'
import { adeContract, type AdeWorkerData, type Answered } from './ade-contract.ts'
import { createPushedLog } from './pushed-log.ts'
import { workerPort } from './start.ts'

const { version, keepsDebug } = workerData as AdeWorkerData // given by start-ade.ts
const log = createPushedLog((line) => served.push('ade', 'logged', line), keepsDebug)
const clients = new Map<number, AdeClient>()

await loadTransport()

/** Pages are handed over and not copied: nobody reads them here, and what is gone need not be cleared away. */
const port: Port = {
  ...workerPort(parentPort!),
  post: (message) => parentPort!.postMessage(message, handedOver(message as Outgoing)),
}

function handedOver(message: Outgoing): ArrayBuffer[] {
  if (message.type !== 'done' || !message.result.ok) return []
  const { pieces = [] } = ((message.result.value as Answered<unknown> | null)?.value ?? {}) as Partial<UnreadPage>
  const buffers = new Set<ArrayBuffer>()
  for (const { buffer, length } of pieces) {
    const isShared = length <= Buffer.poolSize / 2
    if (buffer instanceof ArrayBuffer && !isShared) buffers.add(buffer)
  }
  return [...buffers]
}

async function answered<T>(no: number, ask: (client: AdeClient) => Promise<T>): Promise<Answered<T>> {
  const client = clients.get(no)
  if (!client) throw new Error(`there is no client ${no}`)
  const value = await ask(client)
  return { value, requests: client.requestCount() }
}

const served = serve(
  adeContract,
  {
    ade: {
      ready: () => null,

      open({ client: no, credentials, network }) {
        const onWait = (notice: WaitNotice) => served.push('ade', 'waiting', { client: no, notice })
        const world = { clock: systemClock, random: systemRandom, log, version, onWait }
        clients.set(no, withReadAhead(createAdeClient(credentials, network, world)))
        return null
      },

      account: ({ client }, options) => answered(client, (ade) => ade.account(options)),
      page: ({ client, request }, options) => answered(client, (ade) => ade.page(request, options)),
      replacementDetails: ({ client, serial }, options) =>
        answered(client, (ade) => ade.replacementDetails(serial, options)),
      deviceDetails: ({ client, serials }, options) => answered(client, (ade) => ade.deviceDetails(serials, options)),
      assignProfile: ({ client, ...assignment }, options) =>
        answered(client, (ade) => ade.assignProfile(assignment, options)),
      removeProfile: ({ client, serials }, options) => answered(client, (ade) => ade.removeProfile(serials, options)),
      disownDevices: ({ client, serials }, options) => answered(client, (ade) => ade.disownDevices(serials, options)),

      // Nobody waits for connections to be gone.
      close: ({ client }) =>
        answered(client, async (ade) => {
          clients.delete(client)
          ade.close().catch((error: unknown) => log.warn('ade.close-failed', { error }))
          return null
        }),
    },
  },
  port,
  { log, ref: () => randomUUID().slice(0, 8) },
)
