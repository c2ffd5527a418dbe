import type { ProxyInUse } from '../../../shared/model/network-check.ts'
import type { Clock } from '../../ports/clock.ts'
import type { NetworkSettings } from '../../ports/network.ts'
import type { SystemProxy } from './ports.ts'

/** This program's way out beside the system's; `system` is a PAC answer such as "PROXY proxy.example.com:80; DIRECT". */
export function describeProxy({ proxy, noProxy }: NetworkSettings, system: string | null): ProxyInUse {
  const configured = proxy === null ? null : new URL(proxy)
  const [first] = system?.split(';').map((part) => part.trim()) ?? []
  const [, kind, place] = /^(\S+)(?:\s+(\S+))?$/.exec(first ?? '') ?? []
  const systemHost = kind === undefined || kind.toUpperCase() === 'DIRECT' ? null : (place ?? null)
  return {
    configured: configured?.origin ?? null,
    noProxy,
    system: system?.slice(0, 500) ?? null,
    differs: system !== null && systemHost !== hostAndPort(configured),
  }
}

/** With the port that goes without saying. */
function hostAndPort(url: URL | null): string | null {
  if (url === null) return null
  return url.port ? url.host : `${url.hostname}:${url.protocol === 'https:' ? 443 : 80}`
}

type Asking = { readonly url: string; readonly timeoutMs: number; readonly signal: AbortSignal }

/** The system's answer; null where it cannot be asked, fails, or takes longer: a PAC file may hang like any host. */
export async function askSystem(
  systemProxy: SystemProxy | undefined,
  clock: Clock,
  { url, timeoutMs, signal }: Asking,
): Promise<string | null> {
  if (!systemProxy) return null
  const answered = new AbortController()
  const late = clock.sleep(timeoutMs, AbortSignal.any([signal, answered.signal])).then(() => null)
  late.catch(() => {})
  try {
    return await Promise.race([systemProxy(url).catch(() => null), late])
  } finally {
    answered.abort()
  }
}
