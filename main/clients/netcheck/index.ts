import type { CaptiveCheck, HostFacts, NtpCheck } from '../../../shared/model/network-check.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import { trustContext } from '../connect/trust.ts'
import { publicRoots, trustedOrganisations, withAppleRoots, type PublicRoots } from './authorities.ts'
import { findAddresses, nodeNames, type NameServer } from './names.ts'
import { probeCaptive } from './probe-captive.ts'
import { probeHost, timeAt, type Probed, type Probing } from './probe-host.ts'

export type { Probed } from './probe-host.ts'
export type { NameServer } from './names.ts'
export { rootsByName } from './authorities.ts'

/** Stand-ins for the outside world in tests; the real one without them. */
export type ProbeWorld = {
  readonly names?: NameServer
  readonly roots?: PublicRoots
  readonly captive?: Probed
  readonly time?: Probed
}

type Options = { readonly network: NetworkSettings; readonly timeoutMs: number; readonly signal: AbortSignal }

const CAPTIVE: Probed = { host: 'captive.apple.com', port: 80, spoken: 'http', isGiven: false }
const TIME: Probed = { host: 'time.apple.com', port: 123, spoken: 'ntp', isGiven: false }

/** Looks at hosts with real sockets. Sends no credentials but those of the proxy to the proxy, and stores nothing. */
export function createNetworkProbes(world: ProbeWorld = {}) {
  const names = world.names ?? nodeNames

  function probing({ network, timeoutMs, signal }: Options): Probing {
    let organisations: ReadonlySet<string> | undefined
    return {
      names,
      roots: world.roots ?? publicRoots(),
      trust: () => trustContext(withAppleRoots(network.extraCertificates)),
      trustedOrganisations: () => (organisations ??= trustedOrganisations(network.extraCertificates)),
      network,
      timeoutMs,
      signal,
    }
  }

  return {
    probeHost: (target: Probed, options: Options): Promise<HostFacts> => probeHost(target, probing(options)),

    probeCaptive: (options: Options): Promise<CaptiveCheck> => probeCaptive(world.captive ?? CAPTIVE, probing(options)),

    async probeTime(options: Options): Promise<NtpCheck> {
      const target = world.time ?? TIME
      const dns = await findAddresses(target.host, { names, asksSystem: target.isGiven, ...options })
      const answer = await timeAt(target, dns, options)
      return answer ?? { outcome: dns.outcome, ms: dns.ms, reason: dns.reason, clockSeconds: null, stratum: null }
    },

    dnsServers: (): readonly string[] => names.servers(),
  }
}
