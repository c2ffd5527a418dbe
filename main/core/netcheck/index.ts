import { DEFAULT_STEP_SECONDS } from '../../../shared/contract/netcheck.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { NetworkCheck } from '../../../shared/model/network-check.ts'
import { NETWORK_HOSTS, NETWORK_HOSTS_SOURCE } from '../../../shared/model/network-hosts.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { CorePorts } from '../ports.ts'
import { planCheck, type Choice } from './plan.ts'
import type { CheckHosts, CheckHostsOptions, RunCheck } from './ports.ts'
import { askSystem, describeProxy } from './proxy-in-use.ts'

export type { CheckHosts, CheckHostsOptions, NetworkProbes, RunCheck, SystemProxy } from './ports.ts'
export { runCheck } from './run-check.ts'

type NetcheckPorts = Pick<CorePorts, 'clock' | 'log' | 'systemProxy'> & {
  readonly runNetworkCheck: RunCheck
  /** As it is to be used now. */
  readonly network: () => NetworkSettings
}

export type NetcheckService = ReturnType<typeof createNetcheckService>

/** Looks at the hosts enrollment needs from this computer. Stores nothing. */
export function createNetcheckService({ clock, log, runNetworkCheck, systemProxy, network }: NetcheckPorts) {
  async function check(choice: Choice, options: CheckHostsOptions): Promise<NetworkCheck> {
    const { timeoutMs = DEFAULT_STEP_SECONDS * 1000, report = () => {} } = options
    const stopped = new AbortController()
    const signal = options.signal ? AbortSignal.any([options.signal, stopped.signal]) : stopped.signal
    try {
      const way = network()
      const [seen, system] = await Promise.all([
        runNetworkCheck(planCheck(choice), { network: way, timeoutMs, signal, report }),
        askSystem(systemProxy, clock, { url: way.appleUrl, timeoutMs, signal }),
      ])
      const { verdict, hosts, startedAt, finishedAt } = seen
      log.info('netcheck.done', { verdict, hosts: hosts.length, ms: finishedAt - startedAt })
      return { ...seen, proxy: describeProxy(way, system) }
    } finally {
      // Whatever is still open when one part failed, or the caller went, is let go of.
      stopped.abort()
    }
  }

  const checkHosts: CheckHosts = (hosts, options = {}) => check({ hosts, categories: [] }, options)

  const handlers: CoreHandlers['netcheck'] = {
    hosts: () => ({ source: NETWORK_HOSTS_SOURCE, hosts: NETWORK_HOSTS }),
    run: ({ timeoutSeconds = DEFAULT_STEP_SECONDS, ...choice }, { signal, report }) =>
      check(choice, { timeoutMs: timeoutSeconds * 1000, signal, report }),
  }

  return { handlers, checkHosts }
}
