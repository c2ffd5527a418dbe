import plist, { type PlistObject } from 'plist'

/** A whole answer. `isCut`: the connection ends before the announced length. */
export type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Buffer | string
  readonly isCut?: boolean
}

export const ASPEN = 'application/x-apple-aspen-config'

const PAGE = '<!DOCTYPE html><html><head><title>Sign in</title></head><body><form></form></body></html>'

export const ANSWER_FAULTS = [
  'html',
  'empty',
  'json',
  'garbage',
  'wrong-content-type',
  'unauthorized',
  'software-update',
  'software-update-plist',
  'psso',
  'unrecognized',
  'well-known',
  'pairing-token',
  'forbidden',
  'not-found',
  'busy',
  'server-error',
  'huge',
  'cut',
  'redirect-same-host',
  'redirect-other-host',
  'redirect-loop',
  'redirect-http',
  'redirect-nowhere',
  'web-sign-in',
] as const
export type AnswerFault = (typeof ANSWER_FAULTS)[number]

export type Places = { readonly origin: string; readonly otherOrigin: string; readonly httpOrigin: string }

/** What the fault answers in place of the profile; undefined where the profile itself is what is wrong, if anything. */
export function faultyAnswer(fault: string | undefined, path: string, places: Places): Answer | undefined {
  switch (fault as AnswerFault | undefined) {
    case 'html':
      return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: PAGE }
    case 'web-sign-in':
      return path === '/web'
        ? { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: PAGE }
        : undefined
    case 'empty':
      return { status: 200, headers: { 'Content-Type': ASPEN } }
    case 'json':
      return { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{"ok":true}' }
    case 'garbage':
      return { status: 200, headers: { 'Content-Type': ASPEN }, body: Buffer.alloc(5000, 0x5a) }
    case 'unauthorized':
      return { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="MDM"' }, body: '' }
    case 'software-update':
      return refusal('com.apple.softwareupdate.required', { OSVersion: '26.1', BuildVersion: '23B85' })
    case 'software-update-plist':
      return refusal('com.apple.softwareupdate.required', { OSVersion: '26.1', BuildVersion: '23B85' }, 'plist')
    case 'psso':
      return refusal('com.apple.psso.required', {
        AuthURL: `${places.origin}/auth`,
        ProfileURL: `${places.origin}/psso`,
        Package: { ManifestURL: `${places.origin}/manifest` },
      })
    case 'unrecognized':
      return refusal('com.apple.unrecognized.device')
    case 'well-known':
      return refusal('com.apple.well-known.failed')
    case 'pairing-token':
      return refusal('com.apple.watch.pairing.token.missing')
    case 'forbidden':
      return { status: 403, headers: { 'Content-Type': 'text/plain' }, body: 'no' }
    case 'not-found':
      return { status: 404, body: 'no such page' }
    case 'busy':
      return { status: 503, headers: { 'Retry-After': '120' }, body: '' }
    case 'server-error':
      return { status: 500, headers: { 'Content-Type': 'text/html' }, body: PAGE }
    case 'huge':
      return { status: 200, headers: { 'Content-Type': ASPEN }, body: Buffer.alloc(16 * 1024 * 1024, 0x20) }
    case 'redirect-same-host':
      return path.endsWith('-moved') ? undefined : redirect(`${path}-moved`)
    case 'redirect-other-host':
      return redirect(`${places.otherOrigin}/elsewhere`)
    case 'redirect-loop':
      return redirect(path)
    case 'redirect-http':
      return redirect(`${places.httpOrigin}/enroll`)
    case 'redirect-nowhere':
      return { status: 302 }
    default:
      return undefined
  }
}

function redirect(location: string): Answer {
  return { status: 307, headers: { Location: location } }
}

function refusal(code: string, details?: PlistObject, form: 'json' | 'plist' = 'json'): Answer {
  const body = {
    code,
    message: 'You cannot enroll now.',
    description: 'told by the fake server',
    ...(details && { details }),
  }
  return form === 'json'
    ? { status: 403, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
    : { status: 403, headers: { 'Content-Type': 'application/xml' }, body: plist.build(body) }
}

export const IDENTITY_FAULTS = [
  'scep-down',
  'scep-html',
  'scep-error',
  'scep-weak',
  'scep-silent',
  'acme-down',
  'acme-html',
] as const

export function identityAnswer(fault: string | undefined, path: string, origin: string): Answer {
  if (fault === 'scep-html' || fault === 'acme-html')
    return { status: 200, headers: { 'Content-Type': 'text/html' }, body: PAGE }
  if (fault === 'scep-error') return { status: 500, body: '' }
  if (path === '/acme')
    return {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ newNonce: `${origin}/n`, newAccount: `${origin}/a`, newOrder: `${origin}/o` }),
    }
  const capabilities = fault === 'scep-weak' ? 'DES3\nSHA-1' : 'POSTPKIOperation\nRenewal\nSHA-256\nAES\nSCEPStandard'
  return { status: 200, headers: { 'Content-Type': 'text/plain' }, body: capabilities }
}
