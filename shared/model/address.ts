import { AppError } from '../errors.ts'

/** Is this host, as `URL.hostname` spells it, this very computer? Names other than `localhost` are not looked up. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}

/**
 * The base address of Apple's service: without a slash at the end, a path prefix kept. Plain http is for a simulator on
 * this computer only, because credentials travel with every request. `path` names where the text was given.
 * Fails with `bad-input`; the message never repeats the text, which may hold a password.
 */
export function readBaseAddress(text: string, path: string): string {
  const url = parse(text.trim())
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new AppError('bad-input', 'an address that begins with https:// is needed', { path })
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new AppError('bad-input', 'plain http is accepted for this computer only, use https', { path })
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new AppError('bad-input', 'the address must have no user, password, query or fragment', { path })
  }
  return url.origin + url.pathname.replace(/\/+$/, '')
}

/**
 * The address of a proxy; `host:port` alone means http, as most programs read it. The answer may hold user and
 * password: it is for connecting, never for showing. Fails with `bad-input`.
 */
export function readProxyAddress(text: string, path: string): string {
  const given = text.trim()
  const url = parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `http://${given}`)
  if (!url?.hostname) throw new AppError('bad-input', 'the address of the proxy cannot be read', { path })
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AppError('bad-input', 'only http and https proxies are supported', { path })
  }
  if (url.pathname !== '/' || url.search || url.hash) {
    throw new AppError('bad-input', 'the address of the proxy must end after host and port', { path })
  }
  if (!isDecodable(url.username) || !isDecodable(url.password)) {
    throw new AppError('bad-input', 'a % in user or password of the proxy must be written as %25', { path })
  }
  return url.href
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}
