import { expect, test } from 'vitest'
import { readAccount } from '../../../../../main/clients/ade/account.ts'
import { readDetails, readPage, readReplacement } from '../../../../../main/clients/ade/devices.ts'
import { parseJson } from '../../../../../main/clients/ade/json.ts'
import { failureOf, openClient, startApple } from './setup.ts'

const EMPTY_PAGE = { devices: [], cursor: null, moreToFollow: false, fetchedUntil: null, malformed: 0 }

test.each<[string, Record<string, unknown>, object]>([
  ['an empty answer', {}, EMPTY_PAGE],
  ['nothing where a list is', { devices: null, cursor: null, more_to_follow: null, fetched_until: null }, EMPTY_PAGE],
  ['empty texts', { cursor: '', fetched_until: '' }, EMPTY_PAGE],
  ['members of another kind', { cursor: 7, more_to_follow: 'true', fetched_until: 7 }, EMPTY_PAGE],
  [
    'an empty page before more',
    { devices: [], cursor: 'c'.repeat(1000), more_to_follow: true, fetched_until: '2026-01-01T00:00:00Z' },
    { ...EMPTY_PAGE, cursor: 'c'.repeat(1000), moreToFollow: true, fetchedUntil: '2026-01-01T00:00:00Z' },
  ],
  [
    'rows that are no devices',
    { devices: [{ serial_number: 'A' }, null, 'B', ['C'], {}, { serial_number: '' }, { serial_number: 5 }] },
    { ...EMPTY_PAGE, devices: [{ serial_number: 'A' }], malformed: 6 },
  ],
  [
    'unknown members',
    { devices: [{ serial_number: 'A', new_thing: { a: [1] } }], more: 1 },
    { ...EMPTY_PAGE, devices: [{ serial_number: 'A', new_thing: { a: [1] } }] },
  ],
])('a page is read tolerantly: %s', (_name, page, expected) => expect(readPage(page)).toEqual(expected))

test('a list that is none is a fault of the answer, told with what is known about it', async () => {
  const apple = await startApple(({ path }) => ({
    body: { devices: path === '/devices' ? [] : {} },
    headers: { 'X-Apple-Request-UUID': 'f81d4fae' },
  }))
  const client = openClient(apple.url)
  const failures = [
    await failureOf(client.page({ mode: 'fetch', cursor: null, limit: 1 })),
    await failureOf(client.deviceDetails(['A'])),
  ]
  expect(failures.map(({ code, facts }) => [code, facts['requestId']])).toEqual([
    ['ade.protocol', 'f81d4fae'],
    ['ade.protocol', 'f81d4fae'],
  ])
})

test('details are rows by serial number, however little a row holds', () => {
  const devices = { A: { serial_number: 'A', color: 'BLACK' }, B: { response_status: 'NOT_ACCESSIBLE' }, C: null }
  expect(readDetails({ devices })).toEqual({
    A: { serial_number: 'A', color: 'BLACK' },
    B: { serial_number: 'B', response_status: 'NOT_ACCESSIBLE' },
  })
  expect(readDetails({})).toEqual({})
})

test('a replacement is read where both serial numbers are told', () => {
  const both = { serial_number: 'NEW', original_device_serial_number: 'OLD' }
  expect(readReplacement({ ...both, replacement_date: '2026-03-01' })).toEqual({
    serial: 'NEW',
    originalSerial: 'OLD',
    replacementDate: '2026-03-01',
  })
  expect(readReplacement(both)?.replacementDate).toBe(null)
  expect(readReplacement({ serial_number: 'NEW' })).toBe(undefined)
})

test('no replacement is no failure', async () => {
  const apple = await startApple(() => ({ status: 404, body: 'DEVICE_NOT_FOUND' }))
  expect(await openClient(apple.url).replacementDetails('A')).toBe(undefined)
})

test('an account is read whatever is missing, limits included', () => {
  const urls = [
    { uri: '/server/devices', http_method: ['POST'], limit: { default: 100, maximum: 1000 } },
    { uri: '/devices/sync', http_method: 'POST', limit: { maximum: '500' } },
    { uri: '/devices', http_method: [7, 'POST'], limit: { default: -1, maximum: 1.5 } },
    { uri: '/profile' },
    { http_method: ['GET'] },
    'nonsense',
  ]
  expect(readAccount({ server_name: 'B', facilitator_id: 'f@example.com', org_id: 42, org_name: '', urls })).toEqual({
    serverName: 'B',
    serverUuid: null,
    adminId: 'f@example.com',
    orgName: null,
    orgEmail: null,
    orgPhone: null,
    orgAddress: null,
    orgId: '42',
    orgIdHash: null,
    orgType: null,
    orgVersion: null,
    limits: [
      { uri: '/server/devices', methods: ['POST'], default: 100, maximum: 1000 },
      { uri: '/devices/sync', methods: ['POST'], default: null, maximum: 500 },
      { uri: '/devices', methods: ['POST'], default: null, maximum: null },
      { uri: '/profile', methods: [], default: null, maximum: null },
    ],
  })
  expect(readAccount({ urls: 'none' }).limits).toEqual([])
})

test('an id larger than a number can hold arrives unchanged', async () => {
  const apple = await startApple(() => ({ body: '{"org_id": 9007199254740993}' }))
  expect((await openClient(apple.url).account()).orgId).toBe('9007199254740993')
})

test.each([
  ['{"a":9007199254740993}', { a: '9007199254740993' }],
  ['[-9007199254740993,9007199254740991]', ['-9007199254740993', 9007199254740991]],
  ['{"eid":"89049032000001000000012345678901","n":1e300}', { eid: '89049032000001000000012345678901', n: 1e300 }],
  ['{"a":"x, 12345678901234567890"}', { a: 'x, 12345678901234567890' }],
  ['{"a":12345678901234567890.5}', { a: Number('12345678901234567890.5') }],
])('%s is read without losing a digit of an integer', (text, expected) => expect(parseJson(text)).toEqual(expected))
