import { expect, test } from 'vitest'
import { ask, connect, oauthHeader, openSession, start } from './talk.ts'

const NOW = Date.parse('2026-11-22T10:00:00Z')
const SECONDS = NOW / 1000
const fixed = { now: () => NOW }

test('a correct signature opens a session, also under a path prefix', async () => {
  const { client } = await start({ prefix: '/sim/a' })
  expect((await client.call('GET', '/account')).status).toBe(200)
})

test.each([
  ['a timestamp more than five minutes old', { timestamp: SECONDS - 301 }, 'timestamp_refused'],
  ['a timestamp more than five minutes ahead', { timestamp: SECONDS + 301 }, 'timestamp_refused'],
  ['a signature over another address', { timestamp: SECONDS, url: 'http://127.0.0.1:1/session' }, 'signature_invalid'],
  [
    'a signed parameter twice',
    { timestamp: SECONDS, extra: [['oauth_nonce', 'again']] as const },
    'parameter_rejected',
  ],
])('%s is refused', async (_name, signing, problem) => {
  const { simulator, values } = await start(fixed)
  const reply = await openSession(simulator.url, values, signing)
  expect([reply.status >= 400, reply.text]).toEqual([true, `oauth_problem=${problem}`])
})

test('timestamps exactly five minutes off are still good', async () => {
  const { simulator, values } = await start(fixed)
  for (const timestamp of [SECONDS - 300, SECONDS + 300]) {
    expect((await openSession(simulator.url, values, { timestamp })).status).toBe(200)
  }
})

test('a nonce is good once for a timestamp', async () => {
  const { simulator, values } = await start(fixed)
  const signing = { timestamp: SECONDS, nonce: 'same' }
  expect((await openSession(simulator.url, values, signing)).status).toBe(200)
  const again = await openSession(simulator.url, values, signing)
  expect([again.status, again.text]).toEqual([401, 'oauth_problem=nonce_used'])
  expect((await openSession(simulator.url, values, { ...signing, timestamp: SECONDS + 1 })).status).toBe(200)
})

test('the realm may be missing unless it is required', async () => {
  const { simulator, values } = await start()
  expect((await openSession(simulator.url, values, { realm: null })).status).toBe(200)
  simulator.set({ requireRealm: true })
  expect((await openSession(simulator.url, values, { realm: null })).status).toBe(401)
  expect((await openSession(simulator.url, values, { realm: 'adm' })).status).toBe(401)
  expect((await openSession(simulator.url, values)).status).toBe(200)
})

test.each([
  ['no User-Agent', { 'User-Agent': undefined }, 400, 'USER_AGENT_MISSING'],
  ['a User-Agent that names no product', { 'User-Agent': '(compatible)' }, 400, 'USER_AGENT_INVALID'],
  ['no Content-Type', { 'Content-Type': undefined }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
  [
    'a hyphen in the character set',
    { 'Content-Type': 'application/json;charset=UTF-8' },
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['any Accept', { Accept: '*/*' }, 406, 'NOT_ACCEPTABLE'],
  ['no Authorization', { Authorization: undefined }, 401, 'oauth_problem=parameter_absent'],
  ['another kind of Authorization', { Authorization: 'Basic abc' }, 400, 'oauth_problem=parameter_absent'],
])('%s is refused on /session', async (_name, headers, status, text) => {
  const { simulator, values } = await start()
  const Authorization = oauthHeader(`${simulator.url}/session`, values)
  const reply = await ask(`${simulator.url}/session`, { headers: { Authorization, ...headers } })
  expect([reply.status, reply.text]).toEqual([status, text])
})

test('the same headers are demanded of every other request', async () => {
  const { client } = await start()
  const statusWith = async (headers: Record<string, string | undefined>) =>
    (await client.call('GET', '/account', undefined, headers)).text
  expect(await statusWith({ 'User-Agent': undefined })).toBe('USER_AGENT_MISSING')
  expect(await statusWith({ Accept: 'application/json' })).toBe('NOT_ACCEPTABLE')
  expect(await statusWith({ 'X-Server-Protocol-Version': 'ten' })).toBe('UNSUPPORTED_PROTOCOL_VERSION')
})

test('an invented session is FORBIDDEN, an ended one UNAUTHORIZED', async () => {
  const { simulator, client } = await start()
  const invented = await client.call('GET', '/account', undefined, { 'X-ADM-Auth-Session': 'invented' })
  expect([invented.status, invented.text]).toEqual([403, 'FORBIDDEN'])
  simulator.endSessions()
  const ended = await client.call('GET', '/account')
  expect([ended.status, ended.text]).toEqual([401, 'UNAUTHORIZED'])
})

test('a session ends after its life time without use, not while it is used', async () => {
  let now = NOW
  const { client } = await start({ now: () => now, sessionLifetimeMs: 60_000 })
  for (let step = 0; step < 3; step += 1) {
    now += 60_000
    expect((await client.call('GET', '/account')).status).toBe(200)
  }
  now += 60_001
  expect((await client.call('GET', '/account')).text).toBe('UNAUTHORIZED')
})

test('every second answer can carry a new session, which ends the old one', async () => {
  const { simulator, client } = await start({ rotateEvery: 2 })
  const seen: string[] = []
  for (let step = 0; step < 4; step += 1) {
    seen.push(client.session())
    expect((await client.call('GET', '/account')).status).toBe(200)
  }
  const [a, b, c, d] = seen
  expect([a === b, b === c, c === d]).toEqual([true, false, true])
  const old = await client.call('GET', '/account', undefined, { 'X-ADM-Auth-Session': a ?? '' })
  expect(old.text).toBe('UNAUTHORIZED')
  expect(simulator.stats().sessionsOpened).toBe(1)
})

test('a new token revokes the old one and keeps the consumer key', async () => {
  const { simulator, values, client } = await start()
  const renewed = simulator.issueValues()
  expect(renewed.consumer_key).toBe(values.consumer_key)
  expect((await client.call('GET', '/account')).text).toBe('UNAUTHORIZED')
  expect((await openSession(simulator.url, values)).text).toBe('oauth_problem=token_revoked')
  expect((await openSession(simulator.url, renewed)).status).toBe(200)
})

test('an expired and a revoked token open nothing', async () => {
  const { simulator, values } = await start()
  simulator.expireToken()
  expect((await openSession(simulator.url, values)).text).toBe('oauth_problem=token_expired')
  const next = simulator.issueValues()
  simulator.revokeToken()
  expect((await openSession(simulator.url, next)).text).toBe('oauth_problem=token_revoked')
})

test('unsigned terms stop /session and every call, bare or quoted, until they are accepted', async () => {
  const { simulator, values, client } = await start()
  simulator.service.setTerms(false)
  expect((await openSession(simulator.url, values)).text).toBe('T_C_NOT_SIGNED')
  simulator.set({ errorForm: 'quoted' })
  const refused = await client.call('GET', '/account')
  expect([refused.status, refused.text]).toEqual([403, '"T_C_NOT_SIGNED"'])
  simulator.service.setTerms(true)
  expect((await client.call('GET', '/account')).status).toBe(200)
})

test('a clock that is off shows in Date and refuses a correct client', async () => {
  const { simulator, values } = await start(fixed)
  simulator.setClockSkew(-600_000)
  const reply = await openSession(simulator.url, values, { timestamp: SECONDS })
  expect([reply.status, reply.text]).toEqual([401, 'oauth_problem=timestamp_refused'])
  expect(reply.headers['date']).toBe('Sun, 22 Nov 2026 09:50:00 GMT')
})

test('two services have their own tokens and sessions', async () => {
  const { simulator } = await start()
  const other = simulator.serviceNamed('Other')
  const client = await connect(simulator.url, simulator.issueValues(other))
  expect((await client.call('GET', '/account')).json).toMatchObject({
    server_name: 'Other',
    server_uuid: other.serverUuid,
  })
})

test.each([
  ['POST', '/session', 405],
  ['POST', '/account', 405],
  ['GET', '/devices/sync', 405],
  ['GET', '/nothing', 404],
])('%s %s is answered %i', async (method, path, status) => {
  const { client } = await start()
  expect((await client.call(method, path, method === 'POST' ? {} : undefined)).status).toBe(status)
})

test('requests outside the prefix find nothing', async () => {
  const { simulator } = await start({ prefix: '/sim/a' })
  expect((await ask(`${simulator.url.replace('/sim/a', '')}/session`)).status).toBe(404)
})

test('a service that adopts the identity of another one lets in who had its token, and nobody with its own', async () => {
  const { simulator: first, values } = await start()
  const { simulator: second, values: own } = await start()
  second.service.adopt(first.service.identity())
  expect((await openSession(second.url, values)).status).toBe(200)
  expect((await openSession(second.url, own)).status).not.toBe(200)
  expect(second.service.serverUuid).toBe(first.service.serverUuid)
})
