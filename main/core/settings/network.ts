import type { NetworkInUse, Settings } from '../../../shared/model/settings.ts'
import type { NetworkSettings } from '../../ports/network.ts'

/**
 * What the command line and the environment say comes first, member by member; the settings fill in what they leave
 * open. Certificates add up: trust that was given in either place was given.
 */
export function networkWith(
  outside: NetworkSettings,
  settings: Settings,
  password: () => string | undefined,
): NetworkSettings {
  const usesOwn = outside.proxy === null && settings.proxy !== null
  return {
    ...outside,
    proxy: usesOwn ? withPassword(settings.proxy, password()) : outside.proxy,
    noProxy: outside.noProxy ?? settings.noProxy,
    proxiesLoopback: usesOwn || outside.proxiesLoopback,
    extraCertificates: [...new Set([...outside.extraCertificates, ...settings.extraCertificates])],
  }
}

/** The same for people to read: no user, no password. */
export function networkInUse(outside: NetworkSettings, settings: Settings): NetworkInUse {
  const proxy = outside.proxy ?? settings.proxy
  const noProxy = outside.noProxy ?? settings.noProxy
  return {
    proxy:
      proxy === null ? null : { address: new URL(proxy).origin, from: outside.proxy === null ? 'settings' : 'outside' },
    noProxy: noProxy === null ? null : { text: noProxy, from: outside.noProxy === null ? 'settings' : 'outside' },
    outsideCertificates: outside.extraCertificates.length,
  }
}

function withPassword(proxy: string, password: string | undefined): string {
  const url = new URL(proxy)
  if (password !== undefined) url.password = password.replaceAll('%', '%25')
  return url.href
}
