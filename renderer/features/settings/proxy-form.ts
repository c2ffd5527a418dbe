import type { SettingsChange } from '../../../shared/contract/settings.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import type { Failure } from '../../lib/api.ts'
import { text } from '../../lib/text.ts'

/** The proxy as people think of it: the address, who signs in there, and what goes past it. */
export type ProxyForm = {
  readonly address: string
  readonly user: string
  /** Typed here, never read back. */
  readonly password: string
  readonly noProxy: string
}

export function toProxyForm({ proxy, noProxy }: Pick<Settings, 'proxy' | 'noProxy'>): ProxyForm {
  const url = proxy === null ? null : new URL(proxy)
  return {
    address: url?.origin ?? '',
    user: url ? decodeURIComponent(url.username) : '',
    password: '',
    noProxy: noProxy ?? '',
  }
}

export type ProxyProblem = { readonly address?: string; readonly password?: string }

/** What keeps the form from being sent, in words for its fields. */
export function proxyProblem({ address, user, password }: ProxyForm): ProxyProblem {
  const words = text().settings.network
  const url = readAddress(address)
  if (address.trim() !== '' && (!url || !isProxy(url))) return { address: words.addressWrong }
  if (url && (url.username || url.password)) return { address: words.passwordInAddress }
  return password !== '' && (!url || user.trim() === '') ? { password: words.passwordNeedsUser } : {}
}

/** The core's own refusal, should it be stricter than the page. */
export function refusalProblem(failure: Failure | null): ProxyProblem {
  const words = text().settings.network
  if (failure?.code !== 'bad-input') return {}
  if (failure.path === 'proxy') return { address: words.addressWrong }
  return failure.path === 'proxyPassword' ? { password: words.passwordNeedsUser } : {}
}

export function toChange({ address, user, password, noProxy }: ProxyForm): SettingsChange {
  const url = readAddress(address)
  if (url) url.username = user.trim()
  return {
    proxy: url?.href ?? null,
    noProxy: noProxy.trim() === '' ? null : noProxy.trim(),
    ...(password === '' ? {} : { proxyPassword: password }),
  }
}

function isProxy(url: URL): boolean {
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/' && url.hostname !== ''
}

/** `host:port` alone means http, as most programs read it. */
function readAddress(text: string): URL | null {
  const given = text.trim()
  if (given === '') return null
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`
  return URL.canParse(address) ? new URL(address) : null
}
