import { createHmac } from 'node:crypto'
import type { Credentials } from './client-type.ts'

export type Stamp = {
  /** Seconds since 1970. */
  readonly timestamp: number
  /** Never used twice within one timestamp. */
  readonly nonce: string
}

/**
 * The `Authorization` header of `GET url` by OAuth 1.0a with HMAC-SHA1 (RFC 5849 §3), as Apple's `/session` wants it.
 * The realm is sent and, by §3.4.1.3.1, not signed. `url` must have no query.
 */
export function authorization(credentials: Credentials, url: string, stamp: Stamp): string {
  const signed: Readonly<Record<string, string>> = {
    oauth_consumer_key: credentials.consumerKey,
    oauth_token: credentials.accessToken,
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: String(stamp.timestamp),
    oauth_nonce: stamp.nonce,
    oauth_version: '1.0',
  }
  const parameters = { ...signed, oauth_signature: signature(credentials, baseString(url, signed)) }
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}="${encode(value)}"`)
  return `OAuth realm="ADM", ${pairs.join(', ')}`
}

/** RFC 5849 §3.4.1. */
export function baseString(url: string, parameters: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parameters)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
  return ['GET', encode(baseUrl(url)), encode(pairs.join('&'))].join('&')
}

/** RFC 5849 §3.6: stricter than `encodeURIComponent`. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** RFC 5849 §3.4.1.2; `URL` already lowers scheme and host and leaves the scheme's own port out. */
function baseUrl(url: string): string {
  const { origin, pathname } = new URL(url)
  return origin + pathname
}

function signature({ consumerSecret, accessSecret }: Credentials, base: string): string {
  return createHmac('sha1', `${encode(consumerSecret)}&${encode(accessSecret)}`)
    .update(base)
    .digest('base64')
}
