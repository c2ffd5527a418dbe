import {
  DEFAULT_CATEGORIES,
  type CheckTarget,
  type HostCategory,
  type HostCheck,
  type NetworkHost,
  type Spoken,
} from '../../../shared/model/network-check.ts'
import { findNetworkHost, isWildcard, NETWORK_HOSTS } from '../../../shared/model/network-hosts.ts'

/** What is going to be checked. */
export type PlannedHost = Pick<
  HostCheck,
  'host' | 'port' | 'protocol' | 'listed' | 'category' | 'purpose' | 'isCritical'
> & {
  /** Undefined where nothing is known of the port. */
  readonly spoken: Spoken | undefined
  readonly worksThroughProxy: boolean | null
  readonly isOnList: boolean
  readonly isGiven: boolean
  readonly isCheckable: boolean
}

export type Choice = {
  readonly categories?: readonly HostCategory[] | undefined
  readonly hosts?: readonly CheckTarget[] | undefined
}

/** Given hosts first, then the list in its order; each host and port once. */
export function planCheck({ categories, hosts = [] }: Choice): readonly PlannedHost[] {
  const wanted = categories ?? (hosts.length === 0 ? DEFAULT_CATEGORIES : [])
  const listed = NETWORK_HOSTS.filter(({ category }) => wanted.includes(category)).flatMap(planLine)
  const all = [...hosts.map(planGiven), ...listed]
  return [
    ...new Map(all.toReversed().map((host) => [`${host.host} ${host.port} ${host.protocol}`, host])).values(),
  ].reverse()
}

function planLine(line: NetworkHost): readonly PlannedHost[] {
  return line.ports.map(({ port, spoken }) => ({
    ...aboutLine(line),
    host: line.checked ?? line.name,
    port,
    spoken,
    protocol: protocolOf(spoken),
    isGiven: false,
    // Of QUIC nothing answers a stranger, so its silence says nothing.
    isCheckable: line.checked !== null && spoken !== 'quic',
  }))
}

function planGiven({ host, port }: CheckTarget): PlannedHost {
  const line = findNetworkHost(host)
  const usual: Spoken | undefined = line ? 'https' : port === 80 ? 'http' : undefined
  const spoken = line?.ports.find((one) => one.port === port)?.spoken ?? usual
  return {
    ...(line ? aboutLine(line) : ABOUT_NOTHING),
    // A name below a wildcard that a person gives is that name, not our choice.
    listed: line && !isWildcard(line.name) ? line.name : host,
    host,
    port,
    spoken,
    protocol: protocolOf(spoken),
    isGiven: true,
    isCheckable: spoken !== 'quic',
  }
}

const ABOUT_NOTHING = { category: null, purpose: null, isCritical: false, worksThroughProxy: null, isOnList: false }

function aboutLine({ name, category, purpose, isCritical, worksThroughProxy }: NetworkHost) {
  return { listed: name, category, purpose, isCritical, worksThroughProxy, isOnList: true }
}

function protocolOf(spoken: Spoken | undefined): 'tcp' | 'udp' {
  return spoken === 'ntp' || spoken === 'quic' ? 'udp' : 'tcp'
}
