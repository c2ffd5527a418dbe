import { expect, test } from 'vitest'
import { rowsOf, start } from './talk.ts'

const PROFILE = { profile_name: 'Office', url: 'https://mdm.example.com/enroll' }
const V = (version: number) => ({ 'X-Server-Protocol-Version': String(version) })

/** A simulator with devices, their serial numbers and one defined profile. */
async function ready(count = 5, options: Parameters<typeof start>[0] = {}) {
  const { simulator, client } = await start(options)
  const serials = [...simulator.service.addDevices(count)]
  const { cursor } = await client.fetchAll()
  const { profile_uuid: uuid } = (await client.call('POST', '/profile', PROFILE)).json
  return { simulator, client, serials, cursor, uuid: String(uuid), service: simulator.service }
}

test.each([
  ['no name', { profile_name: undefined }, 'CONFIG_NAME_REQUIRED'],
  ['an empty name', { profile_name: '' }, 'CONFIG_NAME_INVALID'],
  ['a name of 126 characters', { profile_name: 'é'.repeat(126) }, 'CONFIG_NAME_INVALID'],
  ['no address', { url: undefined }, 'CONFIG_URL_REQUIRED'],
  ['an empty address', { url: '' }, 'CONFIG_URL_INVALID'],
  ['a plain http address', { url: 'http://mdm.example.com/' }, 'CONFIG_URL_INVALID'],
  ['an address of 2001 characters', { url: `https://a.example/${'x'.repeat(1983)}` }, 'CONFIG_URL_INVALID'],
  ['an address too long once encoded', { url: `https://a.example/${'é'.repeat(700)}` }, 'CONFIG_URL_INVALID'],
  ['an empty department', { department: '' }, 'DEPARTMENT_INVALID'],
  ['a department of 126 emoji', { department: '📱'.repeat(126) }, 'DEPARTMENT_INVALID'],
  ['an empty magic', { org_magic: '' }, 'MAGIC_INVALID'],
  ['a magic of 257 characters', { org_magic: 'x'.repeat(257) }, 'MAGIC_INVALID'],
  ['an empty phone number', { support_phone_number: '' }, 'SUPPORT_PHONE_INVALID'],
  ['a phone number of 51 characters', { support_phone_number: '1'.repeat(51) }, 'SUPPORT_PHONE_INVALID'],
  ['an e-mail address of 251 characters', { support_email_address: 'x'.repeat(251) }, 'SUPPORT_EMAIL_INVALID'],
  ['a language that is none', { language: 'english' }, 'LOCALE_INVALID'],
  ['a region that is none', { region: 'us' }, 'LOCALE_INVALID'],
  ['unremovable without supervision', { is_mdm_removable: false }, 'FLAGS_INVALID'],
  ['unremovable and not supervised', { is_mdm_removable: false, is_supervised: false }, 'FLAGS_INVALID'],
  ['an unknown key', { supervised: true }, 'MALFORMED_REQUEST_BODY'],
  ['the key of an answer', { profile_uuid: 'ABC' }, 'MALFORMED_REQUEST_BODY'],
  ['a flag as text', { is_supervised: 'true' }, 'MALFORMED_REQUEST_BODY'],
  ['a certificate as PEM', { anchor_certs: ['-----BEGIN CERTIFICATE-----'] }, 'MALFORMED_REQUEST_BODY'],
])('a profile with %s is refused', async (_name, change, code) => {
  const { client } = await start()
  const reply = await client.call('POST', '/profile', { ...PROFILE, ...change })
  expect([reply.status, reply.text]).toEqual([400, code])
})

test('a profile at every limit is taken, and read back with its number', async () => {
  const { client } = await start()
  const profile = {
    profile_name: '📱'.repeat(125),
    url: `https://a.example/${'x'.repeat(1982)}`,
    department: 'é'.repeat(125),
    org_magic: 'é'.repeat(256),
    support_phone_number: '1'.repeat(50),
    support_email_address: 'x'.repeat(250),
    language: 'de',
    region: 'DE',
    is_supervised: true,
    is_mdm_removable: false,
    skip_setup_items: ['Siri', 'NoSuchPane'],
    anchor_certs: ['MIIB'],
  }
  const defined = await client.call('POST', '/profile', profile)
  expect(defined.json).toEqual({ profile_uuid: expect.stringMatching(/^[0-9A-F]{32}$/), devices: {} })
  const uuid = String(defined.json['profile_uuid'])
  const read = await client.call('GET', `/profile?profile_uuid=${uuid.toLowerCase()}`)
  expect(read.json).toEqual({ ...profile, profile_uuid: uuid })
})

test('unknown keys can be noted instead of refused', async () => {
  const { simulator, client } = await start({ unknownKeys: 'record' })
  expect((await client.call('POST', '/profile', { ...PROFILE, supervised: true })).status).toBe(200)
  expect(simulator.log().at(-1)?.facts).toEqual({ unknownKeys: ['supervised'] })
})

test('an unknown profile is 400 NOT_FOUND when read, 404 when assigned, also after Apple forgot it', async () => {
  const { client, service, serials, uuid } = await ready()
  expect((await client.call('GET', '/profile')).text).toBe('PROFILE_UUID_REQUIRED')
  service.forgetProfiles()
  const read = await client.call('GET', `/profile?profile_uuid=${uuid}`)
  expect([read.status, read.text]).toEqual([400, 'NOT_FOUND'])
  const assigned = await client.call('PUT', '/profile/devices', { profile_uuid: uuid, devices: serials })
  expect(assigned.status).toBe(404)
})

test('assigning tells each serial number, changes the device and shows in the feed', async () => {
  const { simulator, client, serials, cursor, uuid } = await ready(2)
  const [mine = ''] = serials
  const [foreign = ''] = [...simulator.serviceNamed('Other').addDevices(1)]
  const body = { profile_uuid: uuid, devices: [mine, mine, foreign, 'UNKNOWN'] }
  const reply = await client.call('POST', '/profile/devices', body)
  expect(reply.json).toEqual({
    profile_uuid: uuid,
    devices: { [mine]: 'SUCCESS', [foreign]: 'NOT_ACCESSIBLE', UNKNOWN: 'NOT_ACCESSIBLE' },
  })
  expect(rowsOf(await client.sync(cursor))).toMatchObject([
    { serial_number: mine, op_type: 'modified', profile_status: 'assigned', profile_uuid: uuid },
  ])
})

test('devices in a definition are assigned, each with its outcome', async () => {
  const { client, serials, service } = await ready(1)
  const reply = await client.call('POST', '/profile', { ...PROFILE, devices: [...serials, 'UNKNOWN'] })
  expect(Object.values(reply.json['devices'] ?? {})).toEqual(['SUCCESS', 'NOT_ACCESSIBLE'])
  expect([...service.listDevices()][0]).toMatchObject({ profile_uuid: reply.json['profile_uuid'] })
})

test('removing a profile needs the body of a DELETE', async () => {
  const { client, serials, uuid, service } = await ready(1)
  await client.call('PUT', '/profile/devices', { profile_uuid: uuid, devices: serials })
  expect((await client.call('DELETE', '/profile/devices')).text).toBe('MALFORMED_REQUEST_BODY')
  const reply = await client.call('DELETE', '/profile/devices', { devices: serials, profile_uuid: uuid })
  expect(reply.json).toEqual({ devices: { [serials[0] ?? '']: 'SUCCESS' } })
  expect([...service.listDevices()][0]).toMatchObject({ profile_status: 'removed' })
})

test.each([
  ['put', 'POST', 405],
  ['put', 'PUT', 200],
  ['post', 'PUT', 405],
  ['both', 'POST', 200],
] as const)('where assigning is done by %s, %s is answered %i', async (assignMethods, method, status) => {
  const { client, serials, uuid } = await ready(1, { assignMethods })
  const reply = await client.call(method, '/profile/devices', { profile_uuid: uuid, devices: serials })
  expect(reply.status).toBe(status)
})

test.each([
  [{ profile_uuid: 'A', devices: [] }, 'DEVICE_ID_REQUIRED'],
  [{ profile_uuid: 'A' }, 'DEVICE_ID_REQUIRED'],
  [{ devices: ['X'] }, 'PROFILE_UUID_REQUIRED'],
  [{ profile_uuid: 'A', devices: ['X', 'Y', 'Z'] }, 'MALFORMED_REQUEST_BODY'],
  [{ profile_uuid: 'A', devices: [7] }, 'MALFORMED_REQUEST_BODY'],
])('assigning %j is refused as %s', async (body, code) => {
  const { client } = await start({ batchLimit: { default: 2, maximum: 2 } })
  expect((await client.call('PUT', '/profile/devices', body)).text).toBe(code)
})

test('an outcome can be set for a serial number, for so many times', async () => {
  const { client, serials, uuid, service } = await ready(5)
  const [throttled = '', failed = '', missing = '', weird = '', good = ''] = serials
  service.outcomes.set(throttled, { word: 'THROTTLED', retryAfterSeconds: 120 })
  service.outcomes.set(failed, { word: 'FAILED', count: 1, on: 'assign' })
  service.outcomes.set(missing, { word: 'MISSING' })
  service.outcomes.set(weird, { word: 'WEIRD_STATUS' })
  const assign = async (version: number) =>
    (await client.call('PUT', '/profile/devices', { profile_uuid: uuid, devices: serials }, V(version))).json
  const others = { [weird]: 'WEIRD_STATUS', [good]: 'SUCCESS' }
  expect(await assign(10)).toEqual({
    profile_uuid: uuid,
    devices: { [throttled]: 'THROTTLED', [failed]: 'FAILED', ...others },
    retry_after_seconds: 120,
  })
  expect(await assign(9)).toEqual({
    profile_uuid: uuid,
    devices: { [throttled]: 'THROTTLED', [failed]: 'SUCCESS', ...others },
  })
  expect(await assign(8)).toMatchObject({ devices: { [throttled]: 'FAILED' } })
  const assigned = [...service.listDevices()].filter((row) => row['profile_uuid'] === uuid)
  expect(assigned.map((row) => row.serial_number)).toEqual([failed, good])
})

test('details tell known, foreign and unknown serial numbers apart', async () => {
  const { simulator, client, serials } = await ready(1)
  const [mine = ''] = serials
  const [foreign = ''] = [...simulator.serviceNamed('Other').addDevices(1)]
  const reply = await client.call('POST', '/devices', { devices: [mine, foreign, 'UNKNOWN', mine.toLowerCase()] })
  expect(reply.json['devices']).toMatchObject({
    [mine]: { serial_number: mine, response_status: 'SUCCESS', device_family: expect.any(String) },
    [foreign]: { serial_number: foreign, response_status: 'NOT_ACCESSIBLE' },
    UNKNOWN: { serial_number: 'UNKNOWN', response_status: 'NOT_FOUND' },
  })
  expect((await client.call('POST', '/devices', { devices: [] })).text).toBe('DEVICE_ID_REQUIRED')
})

test('a disowned device is gone for good, and only a service that may can do it', async () => {
  const { client, serials, service, cursor } = await ready(2)
  const [first = ''] = serials
  service.change({ mayDisown: false })
  expect((await client.call('POST', '/devices/disown', { devices: [first] })).text).toBe('ACCESS_DENIED')
  service.change({ mayDisown: true })
  const reply = await client.call('POST', '/devices/disown', { devices: [first, 'UNKNOWN'] })
  expect(reply.json).toEqual({ devices: { [first]: 'SUCCESS', UNKNOWN: 'NOT_ACCESSIBLE' } })
  expect(rowsOf(await client.sync(cursor))).toMatchObject([{ serial_number: first, op_type: 'deleted' }])
  expect(service.deviceCount()).toBe(1)
})

test('the activation lock has an answer for every case', async () => {
  const { client, service } = await start({}).then(({ client, simulator }) => ({ client, service: simulator.service }))
  service.addRows([
    { serial_number: 'PHONE', device_family: 'iPhone' },
    { serial_number: 'TV', device_family: 'AppleTV' },
  ])
  const lock = async (body: object) => {
    const reply = await client.call('POST', '/device/activationlock', body)
    return reply.json['response_status'] ?? reply.text
  }
  expect(await lock({ device: 'PHONE', escrow_key: 'ab'.repeat(32), lost_message: 'Please return' })).toBe('SUCCESS')
  expect(await lock({ device: 'PHONE' })).toBe('DEVICE_ALREADY_LOCKED')
  expect(await lock({ device: 'TV' })).toBe('DEVICE_NOT_SUPPORTED')
  expect(await lock({ device: 'OTHER' })).toBe('NOT_ACCESSIBLE')
  expect(await lock({ device: 'PHONE', escrow_key: 'short' })).toBe('MALFORMED_REQUEST_BODY')
  expect(await lock({})).toBe('MALFORMED_REQUEST_BODY')
  service.change({ orgVersion: 'v1' })
  expect(await lock({ device: 'PHONE' })).toBe('ORG_NOT_SUPPORTED')
})

test('an escrow key does not reach the log', async () => {
  const { simulator, client } = await start()
  const escrow_key = 'c5ced1d0'.repeat(8)
  await client.call('POST', '/device/activationlock', { device: 'X', escrow_key })
  expect(JSON.stringify(simulator.log())).not.toContain(escrow_key)
  expect(simulator.log().at(-1)?.body).toBe('{"device":"X","escrow_key":"[secret]"}')
})

test('the account grows with the protocol version', async () => {
  const { client } = await start({ pageLimit: { default: 50, maximum: 200 } })
  const keys = async (version: number) =>
    Object.keys((await client.call('GET', '/account', undefined, V(version))).json)
  expect(await keys(2)).not.toContain('org_id')
  expect((await keys(3)).slice(-5)).toEqual(['org_id', 'org_id_hash', 'org_type', 'org_version', 'urls'])
  const { urls } = (await client.call('GET', '/account')).json
  expect(urls).toContainEqual({ uri: '/server/devices', http_method: ['POST'], limit: { default: 50, maximum: 200 } })
})

test('beta tokens are given unless the feature is off', async () => {
  const { simulator, client } = await start()
  const { betaEnrollmentTokens } = (await client.call('GET', '/os-beta-enrollment/tokens', undefined, V(1))).json
  expect(betaEnrollmentTokens).toContainEqual({ os: 'OSX', title: expect.any(String), token: expect.any(String) })
  simulator.service.change({ isSeedForItOn: false })
  const refused = await client.call('GET', '/os-beta-enrollment/tokens')
  expect([refused.status, refused.text]).toEqual([403, 'APPLE_SEED_FOR_IT_TURNED_OFF'])
})

test('the discovery address of account-driven enrollment is set, read and removed', async () => {
  const { client } = await start({ now: () => Date.parse('2026-11-22T10:00:00Z') })
  const path = '/account-driven-enrollment/profile'
  const set = async (url: unknown) => (await client.call('POST', path, { mdm_service_discovery_url: url })).text
  expect((await client.call('GET', path)).status).toBe(404)
  expect(await set(undefined)).toBe('MDM_SERVICE_DISCOVERY_URL_REQUIRED')
  expect(await set('http://mdm.example.com')).toBe('MDM_SERVICE_DISCOVERY_URL_NOT_VALID')
  expect(await set('https://mdm.example.com/discover')).toBe('{}')
  expect((await client.call('GET', path)).json).toEqual({
    mdm_service_discovery_url: 'https://mdm.example.com/discover',
    last_updated_timestamp: '2026-11-22T10:00:00Z',
  })
  await client.call('DELETE', path)
  expect((await client.call('GET', path)).status).toBe(404)
})
