import type {
  CheckTarget,
  CaptiveCheck,
  HostFacts,
  NetworkCheck,
  NetworkCheckProgress,
  NtpCheck,
  Spoken,
} from '../../../shared/model/network-check.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { PlannedHost } from './plan.ts'

export type ProbeTarget = CheckTarget & {
  /** Undefined for a port of which nothing is known: TLS is tried, then plain HTTP. */
  readonly spoken: Spoken | undefined
  /** A person named this host, so its private addresses are meant. */
  readonly isGiven: boolean
}

export type ProbeOptions = {
  readonly network: NetworkSettings
  /** For each step. */
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/** What the core asks the network; real sockets in `main/clients/netcheck`. None of them fails but by the signal. */
export type NetworkProbes = {
  readonly probeHost: (target: ProbeTarget, options: ProbeOptions) => Promise<HostFacts>
  readonly probeCaptive: (options: ProbeOptions) => Promise<CaptiveCheck>
  readonly probeTime: (options: ProbeOptions) => Promise<NtpCheck>
  readonly dnsServers: () => readonly string[]
}

/** A check as it is asked of a thread: plain values, a signal, and reports. */
export type CheckRun = ProbeOptions & { readonly report: (progress: NetworkCheckProgress) => void }

/** All of a check but the proxy, about which this process knows more. */
export type SeenNetwork = Omit<NetworkCheck, 'proxy'>

/** Looks at everything planned. Rejects when cancelled. */
export type RunCheck = (plan: readonly PlannedHost[], run: CheckRun) => Promise<SeenNetwork>

/** The operating system's or its PAC file's answer for an address, such as "PROXY proxy.example.com:8080; DIRECT". */
export type SystemProxy = (url: string) => Promise<string | null>

export type CheckHostsOptions = {
  /** For each step of each host; five seconds without it. */
  readonly timeoutMs?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly report?: ((progress: NetworkCheckProgress) => void) | undefined
}

/** Rejects when cancelled and never otherwise: what cannot be reached is a verdict. */
export type CheckHosts = (targets: readonly CheckTarget[], options?: CheckHostsOptions) => Promise<NetworkCheck>
