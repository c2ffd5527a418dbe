import { createNetworkProbes } from '../clients/netcheck/index.ts'
import { runCheck, type RunCheck } from '../core/netcheck/index.ts'
import { systemClock as clock } from '../ports/clock.ts'
import { netcheckContract } from './netcheck-contract.ts'
import { startJob } from './start.ts'

/**
 * A check in a thread that lives as long as it: making the list of what is trusted takes longer than a window may
 * wait, and whatever a host holds open is gone with the thread.
 */
export function createNetworkCheck(): RunCheck {
  return async (plan, { network, timeoutMs, signal, report }) => {
    signal.throwIfAborted()
    const job = startJob('netcheck', netcheckContract, {})
    try {
      const result = await job.api.netcheck.run({ plan, network, timeoutMs }, { signal, onProgress: report })
      signal.throwIfAborted()
      if (!result.ok) throw new Error(`the network check broke: ${result.error.message}`)
      return result.value
    } finally {
      await job.stop()
    }
  }
}

/** The same in this thread, for a process that answers one command. */
export const checkNetworkHere: RunCheck = (plan, run) => runCheck(plan, { clock, probes: createNetworkProbes() }, run)
