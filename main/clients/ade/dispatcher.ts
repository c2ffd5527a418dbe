import type { Pool } from 'undici'
import type { NetworkSettings } from '../../ports/network.ts'
import { createConnector } from '../connect/connector.ts'

export type Timeouts = {
  /** TCP, proxy and TLS together. */
  readonly connectMs: number
  /** From the request sent to the head of its answer. */
  readonly headersMs: number
  /** From the call to the last byte, waiting for a free connection included. */
  readonly wholeMs: number
}

export const TIMEOUTS: Timeouts = { connectMs: 15_000, headersMs: 60_000, wholeMs: 120_000 }

/** Calls one after the other share one connection; more are opened only for calls at the same time. */
const MAX_CONNECTIONS = 16
/** Longer than a page takes to be stored, shorter than Apple's servers keep an idle connection. */
const KEEP_ALIVE_MS = 20_000

export type Dispatcher = { readonly pool: () => Promise<Pool>; readonly close: () => Promise<void> }

/** Loads undici ahead of the first request, for a thread that is there to make some. */
export async function loadTransport(): Promise<void> {
  await import('undici')
}

/** Connections to one service. undici takes a tenth of a second to load: only who really calls Apple pays for it. */
export function createDispatcher(origin: string, network: NetworkSettings, timeouts: Timeouts): Dispatcher {
  const connector = createConnector(network, { timeoutMs: timeouts.connectMs })
  let opening: Promise<Pool> | undefined

  async function open(): Promise<Pool> {
    const { Pool } = await import('undici')
    return new Pool(origin, {
      connect: connector.connect,
      connections: MAX_CONNECTIONS,
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: timeouts.headersMs,
      bodyTimeout: timeouts.wholeMs,
    })
  }

  return {
    pool: () => (opening ??= open()),
    async close() {
      connector.close()
      const pool = await opening
      await pool?.destroy()
    },
  }
}
