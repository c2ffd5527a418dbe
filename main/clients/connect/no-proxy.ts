import { isLoopback } from '../../../shared/model/address.ts'
import type { NetworkSettings } from '../../ports/network.ts'

type Target = { readonly protocol: string; readonly hostname: string; readonly port: string }

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/**
 * Whether a request goes through the proxy, given the text of `NO_PROXY`: entries separated by commas or blanks;
 * `example.com` and `.example.com` mean the host and everything below it, `*.example.com` only what is below, `*` all;
 * `:port` narrows an entry; IPv6 addresses with a port stand in brackets. This computer itself is
 * proxied only where the settings say so.
 */
export function isProxied(
  target: Target,
  { noProxy, proxiesLoopback = false }: Pick<NetworkSettings, 'noProxy' | 'proxiesLoopback'>,
): boolean {
  const hostname = spelling(target.hostname)
  if (isLoopback(hostname) && !proxiesLoopback) return false
  const port = target.port || DEFAULT_PORTS[target.protocol]
  const entries = (noProxy ?? '').split(/[\s,]+/).filter(Boolean)
  return !entries.map(readEntry).some((entry) => (!entry.port || entry.port === port) && covers(entry.host, hostname))
}

function readEntry(entry: string): { readonly host: string; readonly port: string | undefined } {
  const isBareIpv6 = /^[^[\]]*:[^[\]]*:/.test(entry)
  const port = isBareIpv6 ? undefined : /:(\d+)$/.exec(entry)?.[1]
  const host = port ? entry.slice(0, -port.length - 1) : entry
  return { host: spelling(isBareIpv6 ? `[${host}]` : host), port }
}

function covers(entry: string, hostname: string): boolean {
  if (entry === '*') return true
  if (entry.startsWith('*.')) return hostname.endsWith(entry.slice(1))
  const name = entry.replace(/^\./, '')
  return hostname === name || hostname.endsWith(`.${name}`)
}

/** As `URL` spells host names (IPv6 shortened), without the dot that only says that a name is complete. */
function spelling(host: string): string {
  const lower = host.toLowerCase().replace(/(?<=.)\.$/, '')
  return lower.startsWith('[') && URL.canParse(`http://${lower}`) ? new URL(`http://${lower}`).hostname : lower
}
