import { beforeEach, describe, expect, test } from 'vitest'
import { makeTokenFile } from '../../../../fakes/token-file.ts'
import { fixture, fixtureKey, sampleValues } from '../../clients/token-file/sample.ts'
import { account, createSetup, DAY_MS, failure, START, tokenFields, type Setup } from './setup.ts'

let setup: Setup
beforeEach(() => {
  setup = createSetup()
})

const keyStates = () =>
  setup.db.prepare('SELECT name, state FROM key_pairs ORDER BY created_at, rowid').all() as {
    name: string
    state: string
  }[]
const hold = (answer: () => ReturnType<Setup['apple']['answer']>) => (setup.apple.answer = answer)

describe('a new token', () => {
  test('is proven with Apple and stored with what the account says', async () => {
    const { token, renewed } = await setup.connect('first')
    expect({ token, renewed }).toEqual({
      renewed: false,
      token: {
        id: token.id,
        name: 'first',
        group: '/Global',
        serverName: 'Berlin',
        serverUuid: 'UUID-BERLIN',
        orgName: 'Example GmbH',
        adminId: 'admin@example.com',
        consumerKeyHint: 'CK_berlin00',
        expiresAt: START + 365 * DAY_MS,
        daysLeft: 365,
        state: 'ok',
        stateSince: START,
        lastFetchAt: null,
        lastSyncAt: null,
        nextSyncAt: null,
        deviceCount: 0,
        owner: null,
        deputy: null,
        account: account(),
        accountAt: START,
        termsCheckAt: null,
      },
    })
    expect(setup.apple).toMatchObject({ asked: [{ accessToken: 'AT_first', accessSecret: 'AS_first' }], closed: 1 })
    expect(keyStates()).toEqual([{ name: 'first', state: 'current' }])
    expect(setup.service.credentials(token.id).values.consumerSecret).toBe('CS_first')
  })

  test('takes the middle one of three staged pairs with one name, and leaves the others staged', async () => {
    const { handlers } = setup.service
    const keys = []
    for (let count = 0; count < 3; count++) {
      keys.push(await handlers.createKey({ name: 'same' }, setup.context))
      await setup.clock.advance(1000)
    }
    await setup.importBytes(makeTokenFile(keys[1]!.certificate, tokenFields('middle')))
    expect(keyStates().map(({ state }) => state)).toEqual(['staged', 'current', 'staged'])
    expect(handlers.stagedKeys({}, setup.context)).toEqual([keys[2], keys[0]])
  })

  test('has the name its key pair was made under, with a number where that is taken', async () => {
    expect((await setup.connect('one')).token.name).toBe('one')
    hold(() => account({ serverUuid: 'UUID-OTHER' }))
    expect((await setup.connect('one', { server: 'other' })).token.name).toBe('one (2)')
  })

  test('offline is named by its file, unverified, and makes no request', async () => {
    const { token } = await setup.connect('Paris', { offline: true })
    expect(token).toMatchObject({ name: 'Paris', state: 'unverified', serverUuid: null, orgName: null })
    expect(setup.apple.asked).toEqual([])
  })

  test('already expired is stored as expired and makes no request', async () => {
    const key = await setup.service.handlers.createKey({ name: 'old' }, setup.context)
    const expiresAt = START - DAY_MS
    const { token } = await setup.importBytes(makeTokenFile(key.certificate, tokenFields('old', { expiresAt })))
    expect(token).toMatchObject({ state: 'expired', stateSince: expiresAt, daysLeft: -1 })
    expect(setup.apple.asked).toEqual([])
  })

  test('goes to the group asked for, else to the group of its key pair', async () => {
    setup.db.exec(
      `INSERT INTO groups (no, id, parent_no, name, type, created_at) VALUES (2, 'emea', 1, 'EMEA', 'Region', 0)`,
    )
    const key = await setup.service.handlers.createKey({ name: 'x', group: '/global/emea' }, setup.context)
    expect(key.group).toBe('/Global/EMEA')
    const { token } = await setup.importBytes(makeTokenFile(key.certificate, tokenFields('x')))
    expect(token.group).toBe('/Global/EMEA')
    hold(() => account({ serverUuid: 'UUID-2' }))
    expect((await setup.connect('y', { server: 'y', group: '/Global/EMEA/' })).token.group).toBe('/Global/EMEA')
  })
})

describe("another tool's key pair", () => {
  const bring = (options = {}) =>
    setup.importBytes(fixture('apple-shape.p7m'), { privateKey: fixtureKey.reveal(), ...options })

  test('opens its file and becomes the current pair, without a certificate', async () => {
    const { token } = await bring()
    expect(setup.service.credentials(token.id).values.accessSecret).toBe(sampleValues.accessSecret)
    expect(setup.db.prepare('SELECT state, certificate FROM key_pairs').all()).toEqual([
      { state: 'current', certificate: null },
    ])
    expect(setup.service.handlers.stagedKeys({}, setup.context)).toEqual([])
  })

  test('is stored once, however often it is brought, and is found without being brought again', async () => {
    await bring()
    expect((await bring()).renewed).toBe(true)
    expect((await setup.importBytes(fixture('apple-shape.p7m'))).renewed).toBe(true)
    expect(keyStates()).toHaveLength(1)
  })
})

describe('a renewal', () => {
  test('of the same server keeps name, cursor and devices, and archives the old pair', async () => {
    const first = await setup.connect('first', { name: 'Main' })
    setup.db.exec(`UPDATE sync_state SET phase = 'sync', cursor = 'abc', device_count = 3, last_fetch_at = 5`)
    hold(() => account({ serverUuid: 'uuid-berlin', serverName: 'Renamed' }))
    const second = await setup.connect('second', { server: 'new-consumer-key' })
    expect(second.renewed).toBe(true)
    expect(second.token).toMatchObject({ id: first.token.id, name: 'Main', deviceCount: 3, lastFetchAt: 5 })
    expect(setup.db.prepare('SELECT phase, cursor FROM sync_state').all()).toEqual([{ phase: 'sync', cursor: 'abc' }])
    expect(setup.service.credentials(first.token.id).values.accessToken).toBe('AT_second')
    expect(keyStates()).toEqual([
      { name: 'first', state: 'archived' },
      { name: 'second', state: 'current' },
    ])
  })

  test('never loses a key: after two, a file for the first pair still opens', async () => {
    const key = await setup.service.handlers.createKey({ name: 'first' }, setup.context)
    await setup.importBytes(makeTokenFile(key.certificate, tokenFields('first')))
    await setup.connect('second')
    await setup.connect('third')
    const again = await setup.importBytes(makeTokenFile(key.certificate, tokenFields('fourth')))
    expect(setup.service.credentials(again.token.id).values.accessToken).toBe('AT_fourth')
    expect(keyStates().map(({ state }) => state)).toEqual(['current', 'archived', 'archived'])
  })

  test('leaves nothing of the old credentials', async () => {
    await setup.connect('first')
    await setup.connect('second')
    expect(setup.db.prepare('SELECT kind, count(*) AS n FROM secrets GROUP BY kind').all()).toEqual([
      { kind: 'token-credentials', n: 1 },
      { kind: 'token-key', n: 2 },
    ])
  })

  test('offline goes by the consumer key, keeps what the account said, and is unverified again', async () => {
    const first = await setup.connect('first')
    const { token, renewed } = await setup.connect('second', { offline: true })
    expect(renewed).toBe(true)
    expect(token).toMatchObject({ id: first.token.id, serverUuid: 'UUID-BERLIN', state: 'unverified' })
  })

  test('under a new name is refused, naming the token that has the server', async () => {
    const before = await setup.connect('Berlin')
    const again = () => setup.connect('again', { name: 'Another name' })
    expect(await failure(again)).toMatchObject({
      code: 'token.already-connected',
      facts: { token: 'Berlin', group: '/Global' },
    })
    const offline = () => setup.connect('again', { name: 'Another name', offline: true })
    expect((await failure(offline)).code).toBe('token.already-connected')
    expect(setup.service.find('Berlin')).toEqual(before.token)
    expect(await setup.connect('again', { name: 'berlin' })).toMatchObject({ renewed: true, token: { name: 'Berlin' } })
  })

  test('proves a token that was imported offline', async () => {
    const first = await setup.connect('first', { offline: true })
    const { token } = await setup.connect('second')
    expect(token).toMatchObject({ id: first.token.id, name: 'first', state: 'ok', serverUuid: 'UUID-BERLIN' })
  })

  test('by force with the file of another server starts from a full fetch', async () => {
    const first = await setup.connect('first', { name: 'Main' })
    setup.db.exec(`UPDATE sync_state SET phase = 'sync', cursor = 'abc', last_fetch_at = 5`)
    setup.db.exec(`INSERT INTO fetch_pages (token_no, page, device_ids) VALUES (1, 1, x'00')`)
    hold(() => account({ serverUuid: 'UUID-OTHER', serverName: 'Other' }))
    const { token, renewed } = await setup.connect('other', { name: 'main', server: 'other', forceServer: true })
    expect(renewed).toBe(true)
    expect(token).toMatchObject({ id: first.token.id, name: 'Main', serverUuid: 'UUID-OTHER', lastFetchAt: null })
    expect(setup.db.prepare('SELECT phase, cursor FROM sync_state').all()).toEqual([{ phase: 'fetch', cursor: null }])
    expect(setup.db.prepare('SELECT * FROM fetch_pages').all()).toEqual([])
  })

  test('since-when starts anew only when the state is another', async () => {
    await setup.connect('first')
    await setup.clock.advance(DAY_MS)
    expect((await setup.connect('second')).token.stateSince).toBe(START)
    setup.service.recordAnswer((await setup.connect('third')).token.id, { outcome: 'auth.rejected' })
    await setup.clock.advance(DAY_MS)
    expect((await setup.connect('fourth')).token).toMatchObject({ state: 'ok', stateSince: START + 2 * DAY_MS })
  })
})

describe('two people renewing at the same time', () => {
  test('the slower one is told, and the faster one keeps a working token', async () => {
    const first = await setup.connect('first')
    let isInner = false
    hold(async () => {
      if (!isInner) {
        isInner = true
        await setup.connect('faster')
      }
      return account()
    })
    expect((await failure(() => setup.connect('slower'))).code).toBe('token.changed-meanwhile')
    expect(setup.service.credentials(first.token.id).values.accessToken).toBe('AT_faster')
    expect(keyStates()).toContainEqual({ name: 'slower', state: 'staged' })
  })

  test('one new server is connected once', async () => {
    let isInner = false
    hold(async () => {
      if (!isInner) {
        isInner = true
        await setup.connect('faster')
      }
      return account()
    })
    expect((await failure(() => setup.connect('slower'))).code).toBe('token.changed-meanwhile')
    expect(setup.service.handlers.list({}, setup.context)).toHaveLength(1)
  })
})

test('listeners hear of an import, and not after they stopped', async () => {
  const heard: unknown[] = []
  const stop = setup.service.onChanged((ids) => heard.push(ids))
  const { token } = await setup.connect('first')
  stop()
  await setup.connect('second')
  expect(heard).toEqual([[token.id]])
})

test('secrets never lie open in the store', async () => {
  await setup.connect('first')
  const dump = JSON.stringify(
    ['tokens', 'secrets', 'key_pairs'].map((table) => setup.db.prepare(`SELECT * FROM ${table}`).all()),
    (_, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value),
  )
  for (const secret of ['CS_first', 'AT_first', 'AS_first', 'PRIVATE KEY', tokenFields('first').consumer_key]) {
    expect(dump).not.toContain(secret)
  }
})
