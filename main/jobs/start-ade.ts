import type { CallError, CallOptions } from '../../shared/contract/define.ts'
import type { Result } from '../../shared/result.ts'
import type { Credentials, RequestOptions, RunClient, WaitNotice } from '../clients/ade/client-type.ts'
import type { Log } from '../ports/log.ts'
import type { NetworkSettings } from '../ports/network.ts'
import { adeContract, type AdeWorkerData, type Answered } from './ade-contract.ts'
import { startJob, valueOf } from './start.ts'

type OnWait = (notice: WaitNotice) => void

/**
 * Asks Apple in a thread that does nothing else: the next request leaves at once, whatever the thread that writes pages
 * is busy with (docs/decisions/0005-sync.md). One thread for all clients; the calls of `RunClient` are the contract's.
 */
export function startAde({ version, log }: Pick<AdeWorkerData, 'version'> & { readonly log: Log }) {
  const { keepsDebug = true } = log
  const { api, stop } = startJob('ade', adeContract, { version, keepsDebug } satisfies AdeWorkerData)
  const waiting = new Map<number, OnWait>()
  let lastClient = 0
  api.ade.logged(({ level, event, fields }) => log[level](event, fields))
  api.ade.waiting(({ client, notice }) => waiting.get(client)?.(notice))

  function open(credentials: Credentials, network: NetworkSettings, onWait: OnWait): RunClient {
    const client = ++lastClient
    waiting.set(client, onWait)
    const plain = { ...network, extraCertificates: [...network.extraCertificates] }
    const opened = api.ade.open({ client, credentials, network: plain })
    let requests = 0

    async function ask<T>(
      call: (options: CallOptions<never>) => Promise<Result<Answered<T>, CallError>>,
      { signal }: RequestOptions = {},
    ): Promise<T> {
      valueOf(await opened, 'ade', signal)
      const answer = valueOf(await call(signal ? { signal } : {}), 'ade', signal)
      requests = answer.requests
      return answer.value
    }

    return {
      account: (options) => ask((calling) => api.ade.account({ client }, calling), options),
      page: (request, options) => ask((calling) => api.ade.page({ client, request }, calling), options),
      replacementDetails: (serial, options) =>
        ask((calling) => api.ade.replacementDetails({ client, serial }, calling), options),
      deviceDetails: (serials, options) =>
        ask((calling) => api.ade.deviceDetails({ client, serials }, calling), options),
      assignProfile: ({ profileUuid, serials }, options) =>
        ask((calling) => api.ade.assignProfile({ client, profileUuid, serials }, calling), options),
      removeProfile: (serials, options) =>
        ask((calling) => api.ade.removeProfile({ client, serials }, calling), options),
      disownDevices: (serials, options) =>
        ask((calling) => api.ade.disownDevices({ client, serials }, calling), options),
      requestCount: () => requests,
      async close() {
        waiting.delete(client)
        const closed = await api.ade.close({ client })
        if (closed.ok) requests = closed.value.requests
      },
    }
  }

  return { ready: api.ade.ready({}), open, stop }
}
