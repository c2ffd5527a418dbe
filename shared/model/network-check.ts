/** Checking from this computer whether the hosts that enrollment needs can be reached as they should. */

/** Groups of hosts, as Apple's list has them. In the order they are shown. */
export const HOST_CATEGORIES = [
  'device-setup',
  'device-management',
  'push',
  'certificate-validation',
  'abm-asm',
  'apple-business-built-in-device-management',
  'software-updates',
  'apple-account',
  'apps-and-content',
  'icloud',
  'siri-and-apple-intelligence',
  'other',
] as const
export type HostCategory = (typeof HOST_CATEGORIES)[number]

/** What a check without a choice looks at: everything an enrollment passes through. */
export const DEFAULT_CATEGORIES: readonly HostCategory[] = [
  'device-setup',
  'device-management',
  'push',
  'certificate-validation',
]

export const HOST_PARTIES = ['ios', 'ipados', 'tvos', 'macos', 'visionos', 'server', 'browser'] as const
/** Who talks to a host: systems of devices, the management server, an administrator's browser. */
export type HostParty = (typeof HOST_PARTIES)[number]

export const SPOKEN = ['https', 'http', 'tls', 'ntp', 'quic'] as const
/** What is said on a port once it is open; `tls` is any other protocol inside TLS. */
export type Spoken = (typeof SPOKEN)[number]

/** A line of Apple's list. */
export type NetworkHost = {
  /** As a firewall rule needs it; `*.` stands for every name below. */
  readonly name: string
  /** The name that is checked: for a wildcard a concrete one below it, null where none is known. */
  readonly checked: string | null
  readonly ports: readonly { readonly port: number; readonly spoken: Spoken }[]
  readonly category: HostCategory
  readonly purpose: string
  readonly neededBy: readonly HostParty[]
  /** Whether it works through a proxy; null where Apple does not say. */
  readonly worksThroughProxy: boolean | null
  /** Without it no device enrolls. */
  readonly isCritical: boolean
  readonly note: string | null
}

/** Something to check. Hosts of Apple's list bring their category along, others stand for themselves. */
export type CheckTarget = {
  readonly host: string
  readonly port: number
}

export type IpFamily = 4 | 6

export const STEP_OUTCOMES = [
  'ok',
  'not-found',
  'failed',
  'refused',
  'no-route',
  'timed-out',
  'cut-off',
  'proxy-unreachable',
  'proxy-auth-needed',
  'proxy-refused',
  'private-address',
  'no-tls',
  'untrusted',
  'chain-incomplete',
  'expired',
  'not-yet-valid',
  'wrong-host',
  'no-answer',
] as const
/** How one step ended. */
export type StepOutcome = (typeof STEP_OUTCOMES)[number]

/** `reason` is the system's own word, such as ECONNREFUSED, for whoever has to search for it. */
type Step = { readonly outcome: StepOutcome; readonly ms: number; readonly reason: string | null }

export type DnsCheck = Step & {
  /** Every address, IPv4 first; empty for a host that was given as an address. */
  readonly ipv4: readonly string[]
  readonly ipv6: readonly string[]
}

export type Attempt = Step & { readonly address: string; readonly family: IpFamily }

export type ConnectCheck = Step & {
  /** The address that answered first; null through a proxy, which does not tell. */
  readonly address: string | null
  /** How it went over each family; null where the host has no address of it, or a proxy stands between. */
  readonly ipv4: StepOutcome | null
  readonly ipv6: StepOutcome | null
  readonly attempts: readonly Attempt[]
  /** Host and port of the proxy, null for a direct connection. */
  readonly proxy: string | null
  /** The proxy's HTTP status where it refused. */
  readonly proxyStatus: number | null
}

/** A certificate as it was shown. Times in milliseconds UTC. */
export type ShownCertificate = {
  readonly subject: string
  readonly issuer: string
  readonly notBefore: number
  readonly expiresAt: number
  readonly fingerprintSha256: string
}

export type TlsCheck = Step & {
  readonly protocol: string | null
  readonly alpn: string | null
  /** As the server sent it, its own first. */
  readonly chain: readonly ShownCertificate[]
  /** Names the first certificate is for, at most 20. */
  readonly names: readonly string[]
  /** Leads to an authority that the public or Apple itself trusts; null where no certificate was seen. */
  readonly isPublic: boolean | null
  /** The authority at the end of the chain, where it is known. */
  readonly root: string | null
}

export type HttpCheck = Step & {
  readonly status: number | null
  readonly server: string | null
  /** Origin a redirect points to; redirects are told and never followed. */
  readonly redirect: string | null
  /** Server's clock minus this computer's, whole seconds. */
  readonly clockSeconds: number | null
}

export type NtpCheck = Step & { readonly clockSeconds: number | null; readonly stratum: number | null }

/** What was seen, without a judgement. A step that was not reached, or does not apply, is null. */
export type HostFacts = {
  readonly dns: DnsCheck | null
  readonly connect: ConnectCheck | null
  readonly tls: TlsCheck | null
  readonly http: HttpCheck | null
  readonly ntp: NtpCheck | null
}

export const HOST_VERDICTS = [
  'ok',
  'not-checkable',
  'name-unknown',
  'dns-failed',
  'dns-altered',
  'refused',
  'unreachable',
  'timed-out',
  'cut-off',
  'proxy-unreachable',
  'proxy-auth-needed',
  'proxy-refused',
  'captive-portal',
  'inspected',
  'no-tls',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-wrong-host',
  'chain-incomplete',
  'certificate-untrusted',
  'tls-failed',
  'no-answer',
] as const
export type HostVerdict = (typeof HOST_VERDICTS)[number]

export const CHECK_STAGES = ['dns', 'connect', 'proxy', 'tls', 'http', 'ntp'] as const
export type CheckStage = (typeof CHECK_STAGES)[number]

export const HOST_REMARKS = [
  'ipv6-broken',
  'ipv4-broken',
  'private-authority',
  'unusual-authority',
  'expires-soon',
  'redirected',
  'clock-off',
  'plain-http',
  'slow',
  'proxy-unsupported',
  'old-tls',
] as const
/** Worth knowing beside the verdict; none of them makes a host unusable. */
export type HostRemark = (typeof HOST_REMARKS)[number]

export const REPAIRERS = ['nobody', 'network-team', 'server-owner', 'this-computer'] as const
/** Who can repair it. */
export type Repairer = (typeof REPAIRERS)[number]

/** One host and port: what was seen and what it means. */
export type HostCheck = HostFacts & {
  readonly host: string
  readonly port: number
  readonly protocol: 'tcp' | 'udp'
  /** As Apple's list names it, such as `*.push.apple.com`; the host itself where it is not on the list. */
  readonly listed: string
  /** Null for a host that is not on Apple's list. */
  readonly category: HostCategory | null
  readonly purpose: string | null
  readonly isCritical: boolean
  /** Of the certificate the host showed, as people name it. */
  readonly issuer: string | null
  /** Null where it cannot be told: no certificate was seen, or the host is not one of Apple's. */
  readonly inspected: boolean | null
  readonly verdict: HostVerdict
  /** Where it stopped; null for `ok` and `not-checkable`. */
  readonly stage: CheckStage | null
  readonly repairer: Repairer
  readonly remarks: readonly HostRemark[]
  readonly ms: number
}

export const NETWORK_VERDICTS = [
  'ok',
  'captive-portal',
  'clock-wrong',
  'proxy-failing',
  'offline',
  'dns-failing',
  'inspected',
  'blocked',
  'partly-blocked',
  'certificates-wrong',
  'nothing-checked',
] as const
/** The most telling first. */
export type NetworkVerdict = (typeof NETWORK_VERDICTS)[number]

export const CAPTIVE_STATES = ['none', 'portal', 'unknown'] as const

export type CaptiveCheck = {
  /** `unknown`: the host that tells did not answer. */
  readonly state: (typeof CAPTIVE_STATES)[number]
  readonly status: number | null
  /** Origin the network sends people to. */
  readonly redirect: string | null
}

export type ClockCheck = {
  /** True time minus this computer's, whole seconds; null where nobody told. */
  readonly offsetSeconds: number | null
  readonly source: 'ntp' | 'http-date' | null
  readonly isWrong: boolean
}

/** How this computer goes out. Addresses without user and password. */
export type ProxyInUse = {
  readonly configured: string | null
  readonly noProxy: string | null
  /** What the operating system (or its PAC file) answers for Apple's service; null where it cannot be asked. */
  readonly system: string | null
  /** The system would go another way than this program does. */
  readonly differs: boolean
}

/** Times in milliseconds UTC. */
export type NetworkCheck = {
  readonly hosts: readonly HostCheck[]
  readonly verdict: NetworkVerdict
  /** Everything that was found, the verdict first; empty where all is well. */
  readonly causes: readonly NetworkVerdict[]
  readonly repairer: Repairer
  readonly captive: CaptiveCheck
  readonly clock: ClockCheck
  readonly proxy: ProxyInUse
  /** The name servers this computer asks. */
  readonly dnsServers: readonly string[]
  readonly startedAt: number
  readonly finishedAt: number
}

export type NetworkCheckProgress = {
  readonly done: number
  readonly total: number
  /** The host that was finished last. */
  readonly latest: { readonly host: string; readonly port: number; readonly verdict: HostVerdict } | null
}
