import type { SecureContext } from 'node:tls'
import type { DnsCheck, HostFacts, HttpCheck, NtpCheck, Spoken } from '../../../shared/model/network-check.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { PublicRoots } from './authorities.ts'
import { ask } from './http.ts'
import { addressesOf, findAddresses, type NameServer } from './names.ts'
import { askTime } from './ntp.ts'
import { isPrivateAddress } from './private-address.ts'
import { proxyFor, reach, type Reached } from './reach.ts'
import { proxyCredentials } from './through-proxy.ts'
import { secure, type Secured } from './tls.ts'

/** A host and what is said there; undefined where nothing is known of the port. */
export type Probed = {
  readonly host: string
  readonly port: number
  readonly spoken: Spoken | undefined
  /** A person named it: private addresses are meant. */
  readonly isGiven: boolean
}

export type Probing = {
  readonly names: NameServer
  readonly roots: PublicRoots
  readonly trust: () => SecureContext
  readonly trustedOrganisations: () => ReadonlySet<string>
  readonly network: NetworkSettings
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

const NOTHING: HostFacts = { dns: null, connect: null, tls: null, http: null, ntp: null }

/** Step by step as far as it goes; each step has its own end. Rejects by the signal and never otherwise. */
export async function probeHost(target: Probed, probing: Probing): Promise<HostFacts> {
  const dns = await findAddresses(target.host, { ...probing, asksSystem: target.isGiven })
  if (target.spoken === 'ntp') return { ...NOTHING, dns, ntp: await timeAt(target, dns, probing) }
  // A proxy resolves names itself: that this computer cannot is then no obstacle.
  if (dns.outcome !== 'ok' && !proxyFor(target, probing.network)) return { ...NOTHING, dns }
  const reached = await reach({ ...target, ...probing, dns })
  const steps = await talk(target, reached, probing)
  if (steps.tls?.outcome === 'no-tls' && mayBePlain(target)) {
    const again = await reach({ ...target, ...probing, spoken: 'http', dns })
    const http = again.socket ? await askHost(target, again, false, probing) : null
    void again.check.catch(() => {})
    return { ...NOTHING, dns, connect: await reached.check, tls: steps.tls, http }
  }
  return { ...NOTHING, dns, connect: await reached.check, ...steps }
}

/** Nothing is known of such a port, so plain http may be meant. On 443 it never is. */
function mayBePlain({ spoken, port }: Probed): boolean {
  return spoken === undefined && port !== 443
}

async function talk(target: Probed, reached: Reached, probing: Probing): Promise<Pick<HostFacts, 'tls' | 'http'>> {
  if (!reached.socket) return { tls: null, http: null }
  if (target.spoken === 'http') return { tls: null, http: await askHost(target, reached, false, probing) }
  const secured: Secured = await secure(reached.socket, {
    ...probing,
    trust: probing.trust(),
    host: target.host,
    alpn: target.spoken === 'tls' ? ['h2', 'http/1.1'] : ['http/1.1'],
  })
  const speaksHttp = target.spoken !== 'tls' && secured.socket !== undefined
  const http = speaksHttp ? await askHost(target, { ...reached, socket: secured.socket }, true, probing) : null
  secured.socket?.destroy()
  reached.socket.destroy()
  return { tls: secured.check, http }
}

async function askHost(
  { host, port }: Probed,
  { socket, asks }: Reached,
  isSecure: boolean,
  { timeoutMs, signal }: Probing,
): Promise<HttpCheck> {
  const { body: _body, ...answer } = await ask(socket!, {
    host,
    port,
    isSecure,
    path: asks ? `http://${host.includes(':') ? `[${host}]` : host}:${port}/` : '/',
    proxyCredentials: asks && proxyCredentials(asks),
    maxBodyBytes: 0,
    timeoutMs,
    signal,
  })
  return answer
}

export async function timeAt(
  { host, port, isGiven }: Probed,
  dns: DnsCheck,
  { timeoutMs, signal }: Pick<Probing, 'timeoutMs' | 'signal'>,
): Promise<NtpCheck | null> {
  const { ipv4, ipv6 } = addressesOf(host, dns)
  const address = [...ipv4, ...ipv6].find((one) => isGiven || !isPrivateAddress(one))
  return address === undefined ? null : askTime({ address, port, timeoutMs, signal })
}
