import { DEFAULT_STEP_SECONDS } from '../../../shared/contract/netcheck.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { NetworkCheck } from '../../../shared/model/network-check.ts'
import { NETWORK_HOSTS, NETWORK_HOSTS_SOURCE } from '../../../shared/model/network-hosts.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { CorePorts } from '../ports.ts'
import { planCheck, type Choice } from './plan.ts'
import type { CheckHosts, CheckHostsOptions } from './ports.ts'
import { runCheck } from './run-check.ts'

export type { CheckHosts, CheckHostsOptions, NetworkProbes, SystemProxy } from './ports.ts'

type NetcheckPorts = Pick<CorePorts, 'clock' | 'log' | 'networkProbes' | 'systemProxy'> & {
  /** As it is to be used now. */
  readonly network: () => NetworkSettings
}

export type NetcheckService = ReturnType<typeof createNetcheckService>

/** Looks at the hosts enrollment needs from this computer. Stores nothing. */
export function createNetcheckService({ clock, log, networkProbes, systemProxy, network }: NetcheckPorts) {
  async function check(choice: Choice, options: CheckHostsOptions): Promise<NetworkCheck> {
    const { timeoutMs = DEFAULT_STEP_SECONDS * 1000, report = () => {} } = options
    const stopped = new AbortController()
    const signal = options.signal ? AbortSignal.any([options.signal, stopped.signal]) : stopped.signal
    try {
      const world = { clock, probes: networkProbes, systemProxy }
      const result = await runCheck(planCheck(choice), world, { network: network(), timeoutMs, signal, report })
      const { verdict, hosts, startedAt, finishedAt } = result
      log.info('netcheck.done', { verdict, hosts: hosts.length, ms: finishedAt - startedAt })
      return result
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
