import { AppError } from '../errors.ts'
import type { CheckTarget } from './network-check.ts'

const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/
const DEFAULT_PORT = 443

/** A host name in lower case (IDNA applied) or an IP address without brackets; undefined for anything else. */
export function readHostName(text: string): string | undefined {
  const given = text.trim().replace(/^\[(.*)\]$/, '$1')
  if (given === '' || /[\s/\\?#@%]/.test(given)) return undefined
  const url = parse(given.includes(':') ? `http://[${given}]` : `http://${given}`)
  if (!url) return undefined
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (host.includes(':')) return host
  return host.length <= 253 && host.split('.').every((label) => LABEL.test(label)) ? host : undefined
}

/** `host:port`, `host` (443), `[::1]:8443` or an https address. Fails with `bad-input` at `path`. */
export function readCheckTarget(text: string, path: string): CheckTarget {
  const given = text.trim()
  const address = /^https?:\/\//i.test(given) ? parse(given) : undefined
  const [, name, digits] = address
    ? ['', address.hostname, /:(\d+)$/.exec(address.host)?.[1] ?? (address.protocol === 'http:' ? '80' : undefined)]
    : (/^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(given) ?? ['', given, undefined])
  const host = readHostName(name ?? '')
  const port = digits ? Number(digits) : DEFAULT_PORT
  if (host === undefined) throw new AppError('bad-input', `"${given}" is no host; HOST:PORT is expected`, { path })
  if (port < 1 || port > 65_535) throw new AppError('bad-input', `"${digits}" is no port from 1 to 65535`, { path })
  return { host, port }
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
