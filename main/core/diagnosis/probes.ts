import type { NetworkSettings } from '../../ports/network.ts'
import type { NetcheckService } from '../netcheck/index.ts'
import type { RehearsalService } from '../rehearsal/index.ts'
import type { GatherPorts } from './gather.ts'

/** The hosts a device needs while it is set up. */
const SETUP = ['device-setup', 'device-management', 'push'] as const

/** For each step of each host, so that one that hangs is over soon; longer than what counts as slow. */
const STEP_SECONDS = 5

/** A device has given up by then. */
const ANSWER_SECONDS = 31

type ProbePorts = {
  readonly netcheck: Pick<NetcheckService, 'handlers' | 'checkHosts'>
  readonly rehearsal: Pick<RehearsalService, 'handlers'>
  readonly network: () => Pick<NetworkSettings, 'appleUrl'>
}

/** Checks of the network for a diagnosis. Where a simulator stands in for Apple, Apple's hosts are of no interest. */
export function createProbes({
  netcheck,
  rehearsal,
  network,
}: ProbePorts): Pick<GatherPorts, 'checkApple' | 'checkHosts' | 'rehearse'> {
  const checkApple: GatherPorts['checkApple'] = async ({ signal = new AbortController().signal }) =>
    netcheck.handlers.run({ categories: [...SETUP], timeoutSeconds: STEP_SECONDS }, { signal, report: () => {} })
  return {
    get checkApple() {
      return isLoopback(network().appleUrl) ? undefined : checkApple
    },
    rehearse: async ({ body, serial }, { signal }) =>
      rehearsal.handlers.run(
        { target: { body }, timeoutSeconds: ANSWER_SECONDS, ...(serial !== null && { serial }) },
        { signal, report: () => {} },
      ),
    checkHosts: (targets, options) => netcheck.checkHosts(targets, { timeoutMs: STEP_SECONDS * 1000, ...options }),
  }
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
}
