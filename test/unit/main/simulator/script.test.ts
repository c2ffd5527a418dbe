import { request } from 'node:http'
import { expect, test } from 'vitest'
import { NAMED_ANSWERS } from '../../../../main/simulator/named-answers.ts'
import { PAGE_TRICKS, type ScriptedAnswer } from '../../../../main/simulator/script.ts'
import { ask, connect, cursorOf, JSON_TYPE, openSession, rowsOf, start } from './talk.ts'

const ACCOUNT = ['GET', '/account'] as const

/** Plays one answer to one GET /account and tells what came. */
async function played(response: string | ScriptedAnswer) {
  const { simulator, client } = await start()
  simulator.script({ get_account_responses: [{ response }] })
  return client.call(...ACCOUNT)
}

/** A client after a full fetch of `devices`, and the script for its next sync. */
async function synced(devices = 8) {
  const { simulator, client } = await start({ devices })
  const { cursor } = await client.fetchAll()
  const play = (...responses: string[]) =>
    simulator.script({ post_devices_sync_responses: responses.map((response) => ({ response })) })
  return { simulator, service: simulator.service, client, cursor, play }
}

/** The words and lists of the old configuration files, with the answers that go with them. */
const OLD_WORDS: readonly (readonly [list: string, word: string, status: number, text: string])[] = [
  ['get_session', 'bad_request', 400, ''],
  ['get_session', 'forbidden_access_denied', 403, 'ACCESS_DENIED'],
  ['get_session', 'forbidden_t_c_not_signed', 403, 'T_C_NOT_SIGNED'],
  ['get_session', 'invalid_method', 405, ''],
  ['get_session', 'unauthorized', 401, 'UNAUTHORIZED'],
  ['get_session', 'too_many_requests', 429, 'TOO_MANY_REQUESTS'],
  ['get_account', 'forbidden', 403, 'FORBIDDEN'],
  ['post_server_devices', 'bad_request_malformed_request_body', 400, 'MALFORMED_REQUEST_BODY'],
  ['post_server_devices', 'bad_request_invalid_cursor', 400, 'INVALID_CURSOR'],
  ['post_server_devices', 'bad_request_exhausted_cursor', 400, 'EXHAUSTED_CURSOR'],
  ['post_devices_sync', 'bad_request_cursor_required', 400, 'CURSOR_REQUIRED'],
  ['post_devices', 'bad_request_device_id_required', 400, 'DEVICE_ID_REQUIRED'],
  ['post_devices_disown', 'forbidden', 403, 'FORBIDDEN'],
  ['post_profile', 'bad_request_config_url_required', 400, 'CONFIG_URL_REQUIRED'],
  ['post_profile', 'bad_request_config_name_required', 400, 'CONFIG_NAME_REQUIRED'],
  ['post_profile', 'bad_request_department_required', 400, 'DEPARTMENT_REQUIRED'],
  ['post_profile', 'bad_request_support_phone_required', 400, 'SUPPORT_PHONE_REQUIRED'],
  ['get_profile', 'bad_request_profile_not_found', 400, 'PROFILE_NOT_FOUND'],
  ['put_profile_devices', 'bad_request_profile_uuid_required', 400, 'PROFILE_UUID_REQUIRED'],
  ['delete_profile_devices', 'unauthorized', 401, 'UNAUTHORIZED'],
]

const REQUESTS: Readonly<Record<string, readonly [method: string, path: string]>> = {
  get_account: ACCOUNT,
  post_server_devices: ['POST', '/server/devices'],
  post_devices_sync: ['POST', '/devices/sync'],
  post_devices: ['POST', '/devices'],
  post_devices_disown: ['POST', '/devices/disown'],
  post_profile: ['POST', '/profile'],
  get_profile: ['GET', '/profile'],
  put_profile_devices: ['PUT', '/profile/devices'],
  delete_profile_devices: ['DELETE', '/profile/devices'],
}

test('an old configuration of failures is replayed word by word, then everything is well', async () => {
  const { simulator, values, client } = await start()
  const steps: Record<string, { count: number; response: string }[]> = {}
  for (const [list, response] of OLD_WORDS) (steps[`${list}_responses`] ??= []).push({ count: 1, response })
  simulator.script(steps)
  const seen = []
  for (const [list, word] of OLD_WORDS) {
    const [method, path] = REQUESTS[list] ?? []
    const reply = method && path ? await client.call(method, path) : await openSession(simulator.url, values)
    seen.push([list, word, reply.status, reply.text])
  }
  expect(seen).toEqual(OLD_WORDS)
  expect(simulator.scriptLeft()).toBe(0)
  expect((await client.call(...ACCOUNT)).status).toBe(200)
})

test.each(['not_accessible', 'not_found', 'failed', 'throttled', 'weird_status'])(
  'the word %s is told of every serial number, and nothing is done',
  async (response) => {
    const { simulator, client } = await start()
    const serials = [...simulator.service.addDevices(2)]
    simulator.script({ post_devices_disown_responses: [{ response }] })
    const reply = await client.call('POST', '/devices/disown', { devices: serials })
    const word = NAMED_ANSWERS[response]?.outcome
    expect(Object.values(reply.json['devices'] ?? {})).toEqual([word, word])
    expect(simulator.service.deviceCount()).toBe(2)
  },
)

test('serial numbers can be left out of an answer', async () => {
  const { simulator, client } = await start()
  const devices = [...simulator.service.addDevices(2)]
  simulator.script({ post_devices_responses: [{ response: 'missing_serial' }] })
  expect((await client.call('POST', '/devices', { devices })).json).toEqual({ devices: {} })
})

test('a failure can come later, once, and be meant for one service only', async () => {
  const { simulator, client } = await start()
  const other = simulator.serviceNamed('Other')
  const otherClient = await connect(simulator.url, simulator.issueValues(other))
  const steps = [{ count: 1, response: 'success' }, { response: 'unauthorized' }]
  simulator.script({ get_account_responses: steps }, other)
  const statuses = []
  for (const who of [client, otherClient, client, otherClient, client, otherClient]) {
    statuses.push((await who.call(...ACCOUNT)).status)
  }
  expect(statuses).toEqual([200, 200, 200, 401, 200, 200])
})

test('a failure can last for ever, and be taken back', async () => {
  const { simulator, client } = await start()
  simulator.script({ any_responses: [{ count: -1, response: 'forbidden' }] })
  for (let step = 0; step < 5; step += 1) expect((await client.call(...ACCOUNT)).text).toBe('FORBIDDEN')
  simulator.clearScript()
  expect((await client.call(...ACCOUNT)).status).toBe(200)
})

test.each([
  { steps: { get_nothing_responses: [] }, missing: 'get_nothing_responses' },
  { steps: { get_account_responses: [{ response: 'no_such_word' }] }, missing: 'no_such_word' },
  { steps: { get_account_responses: [{ response: 'toString' }] }, missing: 'toString' },
])('$missing is named when it is not known, and nothing of the script is taken', async ({ steps, missing }) => {
  const { simulator } = await start()
  expect(() => simulator.script({ get_session_responses: [{ response: 'hang' }], ...steps })).toThrow(missing)
  expect(simulator.scriptLeft()).toBe(0)
})

test('the change is made before a scripted 500 when it says so', async () => {
  const { simulator, client } = await start()
  const [serial = ''] = [...simulator.service.addDevices(1)]
  const { profile_uuid } = (await client.call('POST', '/profile', { profile_name: 'A', url: 'https://a.example' })).json
  simulator.script({ put_profile_devices_responses: [{ response: 'server_error_after_change' }] })
  const reply = await client.call('PUT', '/profile/devices', { profile_uuid, devices: [serial] })
  expect(reply.status).toBe(500)
  expect([...simulator.service.listDevices()]).toMatchObject([{ profile_uuid }])
})

test('bodies can be bare, quoted, an object, HTML or empty', async () => {
  expect(await played('quoted_t_c_not_signed')).toMatchObject({ status: 403, text: '"T_C_NOT_SIGNED"' })
  expect(await played('code_object')).toMatchObject({ status: 403, json: { code: 'ACCESS_DENIED' } })
  expect(await played('captive_portal')).toMatchObject({ status: 200, text: expect.stringContaining('<html>') })
  expect(await played('html_error')).toMatchObject({ status: 502, headers: { 'content-type': 'text/html' } })
  expect(await played('server_error')).toMatchObject({ status: 500, text: '' })
  expect(await played('empty_object')).toMatchObject({ status: 200, text: '{}' })
  expect(await played({ status: 418, body: 'tea', headers: { 'X-Tea': 'yes' } })).toMatchObject({
    status: 418,
    text: 'tea',
    headers: { 'x-tea': 'yes' },
  })
})

test('error words can take another form for all answers', async () => {
  const { simulator, client } = await start({ errorForm: 'object' })
  simulator.script({ get_account_responses: [{ response: 'forbidden' }] })
  expect((await client.call(...ACCOUNT)).text).toBe('{"code":"FORBIDDEN"}')
})

test('a waiting time and a redirect to another host are told in headers', async () => {
  expect((await played('too_many_requests_retry_after')).headers['retry-after']).toBe('3')
  expect(await played({ status: 503, headers: { 'Retry-After': 'Sun, 22 Nov 2026 10:00:00 GMT' } })).toMatchObject({
    headers: { 'retry-after': 'Sun, 22 Nov 2026 10:00:00 GMT' },
  })
  expect(await played('redirect')).toMatchObject({
    status: 302,
    headers: { location: 'http://login.example.invalid/portal' },
  })
})

test('/session can refuse in OAuth words, or answer without a token', async () => {
  const { simulator, values } = await start()
  const names = ['oauth_token_rejected', 'oauth_advice', 'empty_object', 'text']
  simulator.script({ get_session_responses: names.map((response) => ({ response })) })
  const replies = []
  for (const _name of names) replies.push(await openSession(simulator.url, values))
  expect(replies.map(({ status, text }) => [status, text])).toEqual([
    [401, 'oauth_problem=token_rejected'],
    [400, 'oauth_problem_adviceBad Request'],
    [200, '{}'],
    [200, 'It works!'],
  ])
})

test('a gzip answer is the same answer, packed', async () => {
  const { simulator, client } = await start()
  simulator.script({ get_account_responses: [{ response: 'gzip' }] })
  const headers = {
    'X-ADM-Auth-Session': client.session(),
    Accept: JSON_TYPE,
    'Content-Type': JSON_TYPE,
    'User-Agent': 'a/1',
  }
  const packed = await fetch(`${simulator.url}/account`, { headers })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(await packed.json()).toMatchObject({ server_name: 'ADE Desk demo' })
})

test('half a document is a complete answer that is no JSON', async () => {
  const reply = await played('half_document')
  expect([reply.status, reply.text.length, reply.json]).toEqual([200, 25, {}])
})

test.each(['reset', 'reset_in_body', 'truncated'])('%s breaks the connection', async (response) => {
  await expect(played(response)).rejects.toMatchObject({ code: expect.stringMatching(/ECONNRESET|HPE_/) })
})

test('a hanging request is never answered, and others are', async () => {
  const { simulator, client } = await start()
  simulator.script({ get_account_responses: [{ response: 'hang' }] })
  const headers = { 'X-ADM-Auth-Session': client.session() }
  const waiting = request(`${simulator.url}/account`, { headers })
  const outcome = new Promise<string>((resolve) => {
    waiting.on('response', () => resolve('answered'))
    waiting.on('error', () => resolve('ended by closing'))
  })
  waiting.end()
  while (simulator.scriptLeft() > 0) expect((await ask(`${simulator.url}/nothing`)).status).toBe(404)
  expect((await client.call(...ACCOUNT)).status).toBe(200)
  await simulator.close()
  expect(await outcome).toBe('ended by closing')
})

test('connections are cut at the same bytes for the same seed', async () => {
  const outcomesWith = async (seed: number) => {
    const { simulator, client } = await start({ devices: 50 })
    simulator.cutConnections({ share: 0.5, seed })
    const outcomes = []
    for (let step = 0; step < 20; step += 1) {
      outcomes.push(
        await client.call('POST', '/server/devices', {}).then(
          () => 'whole',
          () => 'cut',
        ),
      )
    }
    return outcomes
  }
  const [one, again, other] = [await outcomesWith(1), await outcomesWith(1), await outcomesWith(2)]
  expect(new Set(one)).toEqual(new Set(['whole', 'cut']))
  expect(again).toEqual(one)
  expect(other).not.toEqual(one)
})

test('the same cursor can be answered with more to follow', async () => {
  const { service, client, cursor, play } = await synced()
  play('repeat_cursor')
  service.addDevices(1)
  expect((await client.sync(cursor)).json).toMatchObject({ cursor, more_to_follow: true })
})

test('empty pages with more to follow lead to the data in the end', async () => {
  const { service, client, cursor, play } = await synced()
  play('empty_page', 'empty_page')
  const [serial] = [...service.addDevices(1)]
  const first = await client.sync(cursor)
  const second = await client.sync(cursorOf(first))
  expect([rowsOf(first), rowsOf(second), first.json['more_to_follow']]).toEqual([[], [], true])
  expect(new Set([cursor, cursorOf(first), cursorOf(second)]).size).toBe(3)
  expect(rowsOf(await client.sync(cursorOf(second)))).toMatchObject([{ serial_number: serial }])
})

test('devices can come twice in a page, and again on the next page', async () => {
  const { simulator, client } = await start({ devices: 20 })
  simulator.script({
    post_server_devices_responses: [{ response: 'duplicates_in_page' }, { response: 'duplicates_across_pages' }],
  })
  expect(rowsOf(await client.call('POST', '/server/devices', { limit: 3 }))).toHaveLength(6)
  const { rows } = await client.fetchAll(8)
  expect([rows.length, new Set(rows.map((row) => row.serial_number)).size]).toEqual([25, 20])
})

test('an older state can follow a newer one', async () => {
  const { service, client, cursor, play } = await synced()
  play('older_after_newer')
  const [serial] = [...service.addDevices(1)]
  const [newer, older] = rowsOf(await client.sync(cursor))
  expect(older).toMatchObject({ serial_number: serial, op_type: 'modified', asset_tag: 'OLD STATE' })
  expect(Date.parse(String(newer?.['op_date']))).toBeGreaterThan(Date.parse(String(older?.['op_date'])))
})

test('a deleted device can come without details, any with an empty operation or unknown keys', async () => {
  const { service, client, cursor, play } = await synced()
  play('bare_deleted', 'empty_op_type', 'unknown_keys')
  const [serial = ''] = [...service.listDevices()].map((row) => row.serial_number)
  service.removeDevice(serial)
  const bare = rowsOf(await client.sync(cursor))
  expect(bare).toEqual([{ serial_number: serial, op_type: 'deleted', op_date: expect.any(String) }])
  expect(rowsOf(await client.sync(cursor))).toMatchObject([
    { serial_number: serial, op_type: '', model: expect.any(String) },
  ])
  const strange = await client.sync(cursor)
  expect([rowsOf(strange)[0]?.['x_future'], strange.json['x_page']]).toEqual([{ nested: true }, ['unknown']])
})

test('a device can be modified that nobody was told of, and it is really there', async () => {
  const { service, client, cursor, play } = await synced()
  play('modified_for_unknown')
  const [row] = rowsOf(await client.sync(cursor))
  expect(row?.['op_type']).toBe('modified')
  expect([...service.listDevices()].at(-1)?.serial_number).toBe(row?.serial_number)
})

test('cursor and more_to_follow can be missing, the cursor empty, and rows be none', async () => {
  const { service, client, cursor, play } = await synced()
  service.addDevices(1)
  play('no_more_to_follow', 'no_cursor', 'empty_cursor', 'malformed_rows')
  expect((await client.sync(cursor)).json).not.toHaveProperty('more_to_follow')
  expect((await client.sync(cursor)).json).not.toHaveProperty('cursor')
  expect(cursorOf(await client.sync(cursor))).toBe('')
  expect(rowsOf(await client.sync(cursor)).slice(1)).toEqual([null, 7, 'text', [], {}, { serial_number: 7 }])
})

test('every page trick has a name in the list of answers', () => {
  const named = Object.values(NAMED_ANSWERS).flatMap(({ page }) => page ?? [])
  expect(named.toSorted()).toEqual([...PAGE_TRICKS].toSorted())
})

test('latency is kept, counted as waiting, and never less than asked for', async () => {
  const { simulator, client } = await start({ latencyMs: 20 })
  await client.call(...ACCOUNT)
  await client.call(...ACCOUNT)
  const { requests, waitedMs } = simulator.stats()
  expect(requests).toBe(3)
  // A timer of the runtime may fire up to a millisecond early.
  expect(waitedMs).toBeGreaterThanOrEqual(3 * 19)
  simulator.resetStats()
  simulator.set({ latencyMs: 0 })
  await client.call(...ACCOUNT)
  expect(simulator.stats()).toMatchObject({ requests: 1, waitedMs: 0, requestsByPath: { '/account': 1 } })
})

test('the log keeps the last thousand requests and no secret', async () => {
  const { simulator, values, client } = await start()
  for (let step = 0; step < 1005; step += 1) await client.call(...ACCOUNT)
  const log = simulator.log()
  expect(log).toHaveLength(1000)
  const text = JSON.stringify(log)
  for (const secret of [...Object.values(values).slice(0, 4), client.session()]) expect(text).not.toContain(secret)
  expect(log.at(-1)).toMatchObject({ method: 'GET', path: '/account', status: 200, service: 'ADE Desk demo' })
})
