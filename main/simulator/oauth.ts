import { createHmac, timingSafeEqual } from 'node:crypto'

/** Parameters of an `Authorization: OAuth` header, decoded; `realm` apart because it is never signed. */
export type OAuthHeader = {
  readonly realm: string | undefined
  readonly parameters: readonly (readonly [string, string])[]
}

export type SignedRequest = {
  readonly method: string
  /** Scheme, host, port and path as the client addressed them, without a query. */
  readonly url: string
  /** Every parameter but `realm` and `oauth_signature`, decoded. */
  readonly parameters: readonly (readonly [string, string])[]
}

export type OAuthSecrets = { readonly consumerSecret: string; readonly accessSecret: string }

/** RFC 5849 §3.6: everything but unreserved characters is percent-encoded, in capitals. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** Reads `Authorization: OAuth a="b", …`; undefined when it is not well-formed. */
export function readOAuthHeader(header: string): OAuthHeader | undefined {
  const body = /^OAuth\s+(.*)$/is.exec(header.trim())?.[1]
  if (body === undefined) return undefined
  const parameters: (readonly [string, string])[] = []
  let realm: string | undefined
  for (const part of body.split(',')) {
    const pair = /^\s*([^\s="]+)\s*=\s*"([^"]*)"\s*$/.exec(part)
    const name = decode(pair?.[1])
    const value = decode(pair?.[2])
    if (name === undefined || value === undefined) return undefined
    if (name === 'realm') realm = value
    else parameters.push([name, value])
  }
  return { realm, parameters }
}

/** RFC 5849 §3.4.1: method, address and sorted parameters. */
export function signatureBaseString({ method, url, parameters }: SignedRequest): string {
  const pairs = parameters.map(([name, value]) => [encode(name), encode(value)] as const)
  pairs.sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
  const joined = pairs.map(([name, value]) => `${name}=${value}`).join('&')
  return `${method.toUpperCase()}&${encode(baseUrl(url))}&${encode(joined)}`
}

/** HMAC-SHA1 in base64, as it stands in the header before percent-encoding. */
export function sign(request: SignedRequest, { consumerSecret, accessSecret }: OAuthSecrets): string {
  const key = `${encode(consumerSecret)}&${encode(accessSecret)}`
  return createHmac('sha1', key).update(signatureBaseString(request)).digest('base64')
}

export function isSignedWith(request: SignedRequest, secrets: OAuthSecrets, signature: string): boolean {
  const expected = Buffer.from(sign(request, secrets))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** RFC 5849 §3.4.1.2: lower-case scheme and host, no default port, no query. */
function baseUrl(url: string): string {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}

function decode(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
