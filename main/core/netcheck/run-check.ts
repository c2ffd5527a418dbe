import { type CaptiveCheck, type HostCheck, type HostFacts } from '../../../shared/model/network-check.ts'
import type { Clock } from '../../ports/clock.ts'
import { judgeHost } from './judge-host.ts'
import { compareHosts, judgeClock, judgeNetwork } from './judge-network.ts'
import type { PlannedHost } from './plan.ts'
import type { CheckRun, NetworkProbes, SeenNetwork } from './ports.ts'

export type CheckWorld = { readonly clock: Clock; readonly probes: NetworkProbes }

/** Enough to be quick, few enough for a home router; a host that hangs holds one of these places and nothing else. */
const AT_A_TIME = 24
const NO_CAPTIVE: CaptiveCheck = { state: 'unknown', status: null, redirect: null }
const NOTHING: HostFacts = { dns: null, connect: null, tls: null, http: null, ntp: null }

/** Everything planned side by side, then what it means. */
export async function runCheck(plan: readonly PlannedHost[], world: CheckWorld, run: CheckRun): Promise<SeenNetwork> {
  const { clock, probes } = world
  run.signal.throwIfAborted()
  const startedAt = clock.now()
  // Of Apple's network nothing is asked when only other hosts are checked.
  const asksApple = plan.some(({ isOnList, isCheckable }) => isOnList && isCheckable)
  const [seen, captive, time] = await Promise.all([
    checkAll(plan, world, run),
    asksApple ? probes.probeCaptive(run) : NO_CAPTIVE,
    asksApple && !plan.some(({ spoken }) => spoken === 'ntp') ? probes.probeTime(run) : null,
  ])
  const hosts = compareHosts(seen, captive)
  const facts = { hosts, captive, clock: judgeClock(hosts, time) }
  return {
    ...facts,
    ...judgeNetwork(facts),
    dnsServers: probes.dnsServers(),
    startedAt,
    finishedAt: clock.now(),
  }
}

async function checkAll(plan: readonly PlannedHost[], world: CheckWorld, run: CheckRun): Promise<readonly HostCheck[]> {
  const done: HostCheck[] = []
  const results: HostCheck[] = []
  const left = plan.entries()
  const work = async () => {
    for (const [at, host] of left) {
      const result = await checkHost(host, world, run)
      results[at] = result
      done.push(result)
      const { port, verdict } = result
      run.report({ done: done.length, total: plan.length, latest: { host: result.host, port, verdict } })
    }
  }
  run.report({ done: 0, total: plan.length, latest: null })
  await Promise.all(Array.from({ length: Math.min(AT_A_TIME, plan.length) }, work))
  return results
}

async function checkHost(host: PlannedHost, { clock, probes }: CheckWorld, run: CheckRun): Promise<HostCheck> {
  const started = clock.monotonic()
  const facts = host.isCheckable ? await probes.probeHost(host, run) : NOTHING
  const {
    spoken: _spoken,
    worksThroughProxy: _works,
    isOnList: _listed,
    isGiven: _given,
    isCheckable: _can,
    ...about
  } = host
  return {
    ...about,
    ...facts,
    ...judgeHost(host, facts, clock.now()),
    ms: Math.round(clock.monotonic() - started),
  }
}
