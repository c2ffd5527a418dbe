import type { RehearsalFinding, RehearsalMode } from '../../../shared/model/rehearsal.ts'
import { showUrl } from './show-url.ts'

const MAX_REDIRECTS = 10
/** The address that ends a sign-in of the system, which nothing but a device can open. */
const SIGN_IN_SCHEME = 'apple-remotemanagement-user-login:'

export type Asked = { readonly url: URL; readonly method: 'GET' | 'POST' }

export type NextHop =
  | { readonly kind: 'stay' }
  | { readonly kind: 'go'; readonly url: URL; readonly method: 'GET' | 'POST' }
  | { readonly kind: 'stop'; readonly finding: RehearsalFinding }

type Redirect = {
  readonly status: number
  readonly location: string | undefined
  /** What was asked so far, the last one is answered by this. */
  readonly asked: readonly Asked[]
  /** The hosts the profile names: nothing is sent to any other. */
  readonly hosts: ReadonlySet<string>
  readonly mode: RehearsalMode
}

/**
 * What a redirect leads to. A POST stays one after 307 and 308 and becomes a GET after the others, as in every HTTP
 * library. Only https, and only hosts that the profile names: where a device would go on elsewhere, this says so and ends.
 */
export function nextHop({ status, location, asked, hosts, mode }: Redirect): NextHop {
  const from = asked.at(-1)
  if (!from || ![301, 302, 303, 307, 308].includes(status)) return { kind: 'stay' }
  if (!location || !URL.canParse(location, from.url)) return stop('redirect-nowhere', { host: from.url.host, status })
  const url = new URL(location, from.url)
  url.hash = ''
  const facts = { host: from.url.host, to: showUrl(url), toHost: url.host }
  if (url.protocol === SIGN_IN_SCHEME)
    return { kind: 'stop', finding: { severity: 'info', code: 'sign-in-page', facts } }
  if (url.protocol !== 'https:') return stop('redirect-to-http', facts)
  const method = status === 307 || status === 308 ? from.method : 'GET'
  if (!hosts.has(url.hostname)) {
    if (mode === 'web')
      return { kind: 'stop', finding: { severity: 'info', code: 'sign-in-page', facts: { ...facts, host: url.host } } }
    return { kind: 'stop', finding: { severity: 'warning', code: 'redirect-other-host', facts } }
  }
  if (asked.some((one) => one.url.href === url.href && one.method === method)) return stop('redirect-loop', facts)
  if (asked.length > MAX_REDIRECTS) return stop('redirect-too-many', { ...facts, count: MAX_REDIRECTS })
  return { kind: 'go', url, method }
}

function stop(code: RehearsalFinding['code'], facts: RehearsalFinding['facts']): NextHop {
  return { kind: 'stop', finding: { severity: 'error', code, facts } }
}
