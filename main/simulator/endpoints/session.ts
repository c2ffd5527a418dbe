import { isSignedWith, readOAuthHeader } from '../oauth.ts'
import { Refusal } from '../refusal.ts'
import type { Service } from '../service.ts'
import type { World } from '../world.ts'
import type { Call } from './endpoint.ts'

/** RFC 5849 leaves the width of the window to the server; Apple's public successors use five minutes. */
const WINDOW_MS = 300_000
const REQUIRED = [
  'oauth_consumer_key',
  'oauth_token',
  'oauth_signature_method',
  'oauth_signature',
  'oauth_timestamp',
  'oauth_nonce',
] as const

/** GET /session: proves the token by an OAuth 1.0a signature and answers a session token. */
export function openSession(call: Call, world: World): { readonly auth_session_token: string } {
  const header = readOAuthHeader(call.authorization ?? '')
  if (header === undefined) throw problem(call.authorization === undefined ? 401 : 400, 'parameter_absent')
  const values = new Map(header.parameters)
  if (values.size !== header.parameters.length) throw problem(400, 'parameter_rejected')
  if (REQUIRED.some((name) => !values.get(name))) throw problem(400, 'parameter_absent')
  if (world.settings().requireRealm && header.realm !== 'ADM') throw problem(401, 'realm_rejected')
  if (values.get('oauth_signature_method') !== 'HMAC-SHA1') throw problem(400, 'signature_method_rejected')
  if ((values.get('oauth_version') ?? '1.0') !== '1.0') throw problem(400, 'version_rejected')

  const service = findService(world, values.get('oauth_consumer_key'))
  const token = service?.tokens.find(values.get('oauth_token') ?? '')
  if (service === undefined) throw problem(401, 'consumer_key_unknown')
  if (token === undefined) throw problem(401, 'token_rejected')
  const parameters = header.parameters.filter(([name]) => name !== 'oauth_signature')
  const secrets = { consumerSecret: token.values.consumer_secret, accessSecret: token.values.access_secret }
  const signed = { method: call.method, url: call.address, parameters: [...parameters, ...call.query] }
  if (!isSignedWith(signed, secrets, values.get('oauth_signature') ?? '')) throw problem(401, 'signature_invalid')

  refuseOldOrRepeated(world, { timestamp: values.get('oauth_timestamp') ?? '', nonce: values.get('oauth_nonce') ?? '' })
  if (token.isRevoked) throw problem(401, 'token_revoked')
  if (token.expiresAt <= world.now()) throw problem(401, 'token_expired')
  if (!service.traits().hasAcceptedTerms) throw new Refusal(403, 'T_C_NOT_SIGNED')
  return { auth_session_token: world.sessions.open(service.id) }
}

/** The service that a consumer key belongs to, whatever the rest of the request is worth. */
export function serviceOfHeader(call: Call, world: World): Service | undefined {
  const header = readOAuthHeader(call.authorization ?? '')
  return findService(world, new Map(header?.parameters).get('oauth_consumer_key'))
}

function findService(world: World, consumerKey: string | undefined): Service | undefined {
  return world.services().find((service) => service.tokens.consumerKey() === consumerKey)
}

function refuseOldOrRepeated(world: World, { timestamp, nonce }: { timestamp: string; nonce: string }): void {
  const now = world.now()
  if (!/^[1-9]\d{0,14}$/.test(timestamp)) throw problem(400, 'parameter_rejected')
  if (Math.abs(Number(timestamp) * 1000 - now) > WINDOW_MS) throw problem(401, 'timestamp_refused')
  for (const [used, at] of world.nonces) if (Math.abs(now - at) > 2 * WINDOW_MS) world.nonces.delete(used)
  const key = `${timestamp} ${nonce}`
  if (world.nonces.has(key)) throw problem(401, 'nonce_used')
  world.nonces.set(key, now)
}

/** Wording of the OAuth Problem Reporting extension; Apple does not document its own. */
function problem(status: number, word: string): Refusal {
  return new Refusal(status, `oauth_problem=${word}`)
}
