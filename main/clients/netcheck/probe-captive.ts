import type { CaptiveCheck } from '../../../shared/model/network-check.ts'
import { ask } from './http.ts'
import { findAddresses } from './names.ts'
import type { Probed, Probing } from './probe-host.ts'
import { proxyFor, reach } from './reach.ts'
import { proxyCredentials } from './through-proxy.ts'

const PATH = '/hotspot-detect.html'
const MAX_BODY_BYTES = 4096
const UNKNOWN: CaptiveCheck = { state: 'unknown', status: null, redirect: null }

/** What a device does when it joins a network: anything but the expected word means that a portal answers. */
export async function probeCaptive(target: Probed, probing: Probing): Promise<CaptiveCheck> {
  const dns = await findAddresses(target.host, { ...probing, asksSystem: target.isGiven })
  if (dns.outcome !== 'ok' && !proxyFor(target, probing.network)) return UNKNOWN
  const { socket, check, asks } = await reach({ ...target, ...probing, dns })
  if (!socket) {
    const { outcome } = await check
    // The name of a public service that leads into the local network: the network answers in its place.
    return outcome === 'private-address' ? { ...UNKNOWN, state: 'portal' } : UNKNOWN
  }
  void check.catch(() => {})
  const answer = await ask(socket, {
    host: target.host,
    port: target.port,
    isSecure: false,
    path: asks ? `http://${target.host}:${target.port}${PATH}` : PATH,
    proxyCredentials: asks && proxyCredentials(asks),
    maxBodyBytes: MAX_BODY_BYTES,
    timeoutMs: probing.timeoutMs,
    signal: probing.signal,
  })
  return judgeCaptive(answer, { isProxied: asks !== undefined })
}

type Seen = { readonly status: number | null; readonly redirect: string | null; readonly body: string }

export function judgeCaptive({ status, redirect, body }: Seen, { isProxied }: { isProxied: boolean }): CaptiveCheck {
  if (status === null) return UNKNOWN
  const text = body.replace(/<[^>]*>/g, ' ').trim()
  if (status === 200 && /^(Success\s*)+$/.test(text)) return { state: 'none', status, redirect: null }
  // RFC 6585 §6: 511 is what a portal should say. Other refusals are those of a proxy or of a server in trouble.
  const isRefusal = status >= 400 && status !== 511
  if (isRefusal || (isProxied && status === 407)) return { state: 'unknown', status, redirect: null }
  return { state: 'portal', status, redirect }
}
