import { describe, expect, it } from 'vitest'
import { failureOf, inTurn, openClient, startApple, type Play } from './setup.ts'

const UUID = '0123456789ABCDEF0123456789ABCDEF'
const DEFINED = { body: { profile_uuid: UUID, devices: { A: 'SUCCESS', B: 'NOT_ACCESSIBLE' } } }
const BODY = { profile_name: 'Berlin', url: 'https://mdm.example.com/' }

describe('defining a profile', () => {
  it('answers its identifier and a word per serial number', async () => {
    const apple = await startApple(inTurn(DEFINED))
    expect(await openClient(apple.url).defineProfile(BODY)).toEqual({
      profileUuid: UUID,
      devices: { A: 'SUCCESS', B: 'NOT_ACCESSIBLE' },
    })
    expect(apple.calls()).toMatchObject([{ method: 'POST', path: '/profile' }])
  })

  it.each<[string, Play]>([
    ['an answer of 500', { status: 500, body: '' }],
    ['an answer of 503', { status: 503, body: '' }],
    ['a cut connection', (_response, socket) => socket.destroy()],
  ])('is never repeated after %s', async (_about, play) => {
    const apple = await startApple(inTurn(play, DEFINED))
    expect((await failureOf(openClient(apple.url).defineProfile(BODY))).code).toBe('ade.outcome-unknown')
    expect(apple.calls()).toHaveLength(1)
  })

  it('is repeated where the service said that it did nothing', async () => {
    const apple = await startApple(inTurn({ status: 429, body: '' }, DEFINED))
    expect((await openClient(apple.url).defineProfile(BODY)).profileUuid).toBe(UUID)
  })

  it('without an identifier in the answer is a fault of the answer', async () => {
    const apple = await startApple(inTurn({ body: { devices: {} } }))
    expect((await failureOf(openClient(apple.url).defineProfile(BODY))).code).toBe('ade.protocol')
  })
})

describe('reading a profile back', () => {
  it('gives the profile without its identifier', async () => {
    const apple = await startApple(inTurn({ body: { ...BODY, profile_uuid: UUID, new_key: [1] } }))
    expect(await openClient(apple.url).readProfile(UUID)).toEqual({ ...BODY, new_key: [1] })
  })

  it.each([
    [400, 'NOT_FOUND'],
    [404, 'PROFILE_NOT_FOUND'],
  ])('%s %s: this server knows no such profile', async (status, body) => {
    const apple = await startApple(inTurn({ status, body }))
    expect(await openClient(apple.url).readProfile(UUID)).toBe(undefined)
  })
})

describe('assigning', () => {
  it('falls back to PUT on 405, and remembers it', async () => {
    const apple = await startApple(({ method }) =>
      method === 'POST' ? { status: 405, body: '' } : { body: { devices: { A: 'SUCCESS' } } },
    )
    const client = openClient(apple.url)
    const assignment = { profileUuid: UUID, serials: ['A'] }
    expect(await client.assignProfile(assignment)).toEqual({ devices: { A: 'SUCCESS' }, retryAfterSeconds: null })
    await client.assignProfile(assignment)
    expect(apple.calls().map(({ method }) => method)).toEqual(['POST', 'PUT', 'PUT'])
  })

  it.each([
    [120, 120],
    [0, null],
    ['120', null],
    [undefined, null],
  ])('a wait of %s counts as %s', async (told, read) => {
    const apple = await startApple(inTurn({ body: { devices: { A: 'THROTTLED' }, retry_after_seconds: told } }))
    const { retryAfterSeconds } = await openClient(apple.url).assignProfile({ profileUuid: UUID, serials: ['A'] })
    expect(retryAfterSeconds).toBe(read)
  })

  it('words that are new are kept as they came', async () => {
    const apple = await startApple(inTurn({ body: { devices: { A: 'WEIRD', B: 7 } } }))
    expect((await openClient(apple.url).assignProfile({ profileUuid: UUID, serials: ['A', 'B'] })).devices).toEqual({
      A: 'WEIRD',
      B: '7',
    })
  })

  it('an answer without devices is a fault of the answer', async () => {
    const apple = await startApple(inTurn({ body: { profile_uuid: UUID } }))
    const failure = await failureOf(openClient(apple.url).assignProfile({ profileUuid: UUID, serials: ['A'] }))
    expect(failure.code).toBe('ade.protocol')
  })

  it('taking a profile away sends its body with DELETE', async () => {
    const apple = await startApple(inTurn({ body: { devices: { A: 'SUCCESS' } } }))
    await openClient(apple.url).removeProfile(['A'])
    expect(apple.calls()).toMatchObject([{ method: 'DELETE', path: '/profile/devices', body: '{"devices":["A"]}' }])
  })
})

describe('releasing', () => {
  it('answers a word per serial number, and is never repeated by itself', async () => {
    const apple = await startApple(inTurn({ body: { devices: { A: 'SUCCESS' } } }, { status: 502, body: '' }))
    const client = openClient(apple.url)
    expect(await client.disownDevices(['A'])).toEqual({ A: 'SUCCESS' })
    expect((await failureOf(client.disownDevices(['B']))).code).toBe('ade.outcome-unknown')
    expect(apple.calls()).toHaveLength(2)
  })
})
