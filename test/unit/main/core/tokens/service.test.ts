import { beforeEach, describe, expect, test } from 'vitest'
import { X509Certificate } from 'node:crypto'
import { syncLeaseName, takeLease } from '../../../../../main/db/leases.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { KeyId, TokenId } from '../../../../../shared/model/ids.ts'
import { account, createSetup, DAY_MS, failure, START, type Setup } from './setup.ts'

let setup: Setup
beforeEach(() => {
  setup = createSetup()
})

const handlers = () => setup.service.handlers
const state = (id: TokenId) => {
  const { state, stateSince } = setup.service.find(id)
  return { state, stateSince }
}

describe('key pairs', () => {
  test('are staged with a certificate the portal takes, and their private key is sealed', async () => {
    const key = await handlers().createKey({ name: 'Berlin' }, setup.context)
    const certificate = new X509Certificate(key.certificate)
    expect(certificate.subject).toBe('CN=Berlin')
    expect(certificate.serialNumber.toLowerCase()).toBe(key.serialNumber)
    expect(key.serialNumber).toHaveLength(32)
    expect(certificate.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(key.fingerprintSha256)
    expect(Date.parse(certificate.validFrom)).toBe(START - 600_000)
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048)
    expect(certificate.verify(certificate.publicKey)).toBe(true)
    expect(handlers().stagedKeys({}, setup.context)).toEqual([key])
  })

  test('need an open vault and a group', async () => {
    expect((await failure(() => handlers().createKey({ name: 'x', group: '/Nowhere' }, setup.context))).code).toBe(
      'group.not-found',
    )
    setup.lock.isLocked = true
    expect((await failure(() => handlers().createKey({ name: 'x' }, setup.context))).code).toBe('vault.locked')
    expect(handlers().stagedKeys({}, setup.context)).toEqual([])
  })

  test('can be discarded while staged, with their private key', async () => {
    const { id: keyId } = await handlers().createKey({ name: 'x' }, setup.context)
    handlers().discardKey({ keyId }, setup.context)
    expect(setup.db.prepare('SELECT count(*) AS n FROM secrets').get()).toEqual({ n: 0 })
    expect((await failure(() => handlers().discardKey({ keyId }, setup.context))).code).toBe('token.not-found')
  })

  test('in use cannot be discarded', async () => {
    await setup.connect('x')
    const { id } = setup.db.prepare('SELECT id FROM key_pairs').get() as { id: KeyId }
    expect((await failure(() => handlers().discardKey({ keyId: id }, setup.context))).code).toBe('token.not-found')
  })
})

describe('finding a token', () => {
  test('by id, and by name whatever its case', async () => {
    const { token } = await setup.connect('x')
    expect(setup.service.find(token.id)).toEqual(token)
    expect(setup.service.find(' X ')).toEqual(token)
    expect((await failure(() => setup.service.find('paris'))).code).toBe('token.not-found')
  })

  test('time alone turns it into expiring and expired', async () => {
    const { token } = await setup.connect('x')
    await setup.clock.advance(335 * DAY_MS)
    expect(state(token.id)).toEqual({ state: 'expiring', stateSince: token.expiresAt - 30 * DAY_MS })
    await setup.clock.advance(30 * DAY_MS)
    expect(state(token.id)).toEqual({ state: 'expired', stateSince: token.expiresAt })
  })
})

describe('verifying', () => {
  const verify = (tokenId: TokenId) => handlers().verify({ tokenId }, setup.context)

  test('asks Apple with the stored values, keeps the account and makes the token ok', async () => {
    const { token } = await setup.connect('x', { offline: true })
    await setup.clock.advance(5)
    const answer = await verify(token.id)
    expect(answer).toMatchObject({ account: account(), clockSkewSeconds: 3 })
    expect(answer.token).toEqual(setup.service.find(token.id))
    expect(answer.token).toMatchObject({ name: 'x', state: 'ok', stateSince: START + 5, serverName: 'Berlin' })
    expect(setup.apple).toMatchObject({ asked: [{ accessToken: 'AT_x' }], closed: 1 })
  })

  test('tells and remembers what Apple refused, until a certain success', async () => {
    const { token } = await setup.connect('x')
    const refuse = (code: AppError['code']) => () => {
      throw new AppError(code, 'as played')
    }
    setup.apple.answer = refuse('terms.not-accepted')
    await setup.clock.advance(1)
    expect((await failure(() => verify(token.id))).code).toBe('terms.not-accepted')
    setup.apple.answer = refuse('net.unreachable')
    await setup.clock.advance(1)
    expect((await failure(() => verify(token.id))).code).toBe('net.unreachable')
    expect(state(token.id)).toEqual({ state: 'terms-not-accepted', stateSince: START + 1 })
    setup.apple.answer = () => account()
    await setup.clock.advance(1)
    await verify(token.id)
    expect(state(token.id)).toEqual({ state: 'ok', stateSince: START + 3 })
  })

  test('a rejected token is not an expired one', async () => {
    const { token } = await setup.connect('x')
    setup.apple.answer = () => {
      throw new AppError('auth.rejected', 'as played')
    }
    await failure(() => verify(token.id))
    expect(state(token.id).state).toBe('rejected')
  })

  test('an expired token may be tried: the clock here may be wrong', async () => {
    const { token } = await setup.connect('x')
    await setup.clock.advance(400 * DAY_MS)
    await verify(token.id)
    expect(setup.apple.asked).toHaveLength(2)
  })

  test('refuses an account of another server, and a server that another token has', async () => {
    const first = await setup.connect('first')
    const second = await setup.connect('second', { server: 'second', offline: true })
    setup.apple.answer = () => account({ serverUuid: 'UUID-OTHER' })
    expect((await failure(() => verify(first.token.id))).code).toBe('token.other-server')
    setup.apple.answer = () => account()
    expect((await failure(() => verify(second.token.id))).code).toBe('token.already-connected')
    expect(state(second.token.id).state).toBe('unverified')
  })

  test('an answer to values that were renewed meanwhile says nothing of the new ones', async () => {
    const { token } = await setup.connect('x')
    let isInner = false
    setup.apple.answer = async () => {
      if (isInner) return account()
      isInner = true
      await setup.connect('renewal')
      throw new AppError('auth.rejected', 'as played')
    }
    expect((await failure(() => verify(token.id))).code).toBe('auth.rejected')
    expect(state(token.id).state).toBe('ok')
  })
})

describe('what a sync tells', () => {
  test('moves the state and keeps the account', async () => {
    const { token } = await setup.connect('x', { offline: true })
    const { version } = setup.service.credentials(token.id)
    setup.service.recordAnswer(token.id, { outcome: 'success', version, account: account({ orgName: 'New GmbH' }) })
    expect(setup.service.find(token.id)).toMatchObject({ state: 'ok', serverUuid: 'UUID-BERLIN', orgName: 'New GmbH' })
  })

  test('never makes a token that of another server', async () => {
    const { token } = await setup.connect('x')
    setup.service.recordAnswer(token.id, { outcome: 'success', account: account({ serverUuid: 'UUID-OTHER' }) })
    expect(setup.service.find(token.id).serverUuid).toBe('UUID-BERLIN')
  })

  test('says nothing where nothing has changed, and nothing of a token that is gone', async () => {
    const { token } = await setup.connect('x')
    const heard: unknown[] = []
    setup.service.onChanged((ids) => heard.push(ids))
    setup.service.recordAnswer(token.id, { outcome: 'success' })
    setup.service.recordAnswer('nobody' as TokenId, { outcome: 'auth.rejected' })
    expect(heard).toEqual([])
  })
})

describe('removing', () => {
  const remove = (tokenId: TokenId) => handlers().remove({ tokenId }, setup.context)

  /** Device 1 is on the first token alone, 2 on both and shown on the first, 3 left the first token, 4 is on the second. */
  const addDevices = () =>
    setup.db.exec(`
      INSERT INTO devices (id, serial, token_no, group_no, at_apple, gone_since_at, assignment, enrollment_status,
                           token_status, first_seen_at, last_seen_at)
      VALUES (1, 'A', 1, 1, 1, NULL, 0, 1, 0, 0, 0), (2, 'B', 1, 1, 1, NULL, 0, 1, 0, 0, 0),
             (3, 'C', 1, 1, 2, 5, 0, 1, 0, 0, 0), (4, 'D', 2, 1, 1, NULL, 0, 1, 0, 0, 0);
      INSERT INTO assignments (device_id, token_no, at_apple, since_at, op_deleted)
      VALUES (1, 1, 1, 0, 0), (2, 1, 1, 0, 0), (2, 2, 1, 0, 0), (3, 1, 2, 5, 1), (4, 2, 1, 0, 0), (4, 1, 1, 0, 0);
    `)
  const devices = () =>
    setup.db
      .prepare(
        `SELECT serial, token_no AS token, at_apple AS atApple, gone_since_at AS since, words.text AS reason
         FROM devices LEFT JOIN words ON words.id = gone_reason_id ORDER BY serial`,
      )
      .all()

  test('turns devices into history, and shows those that another token has there', async () => {
    const first = await setup.connect('first')
    setup.apple.answer = () => account({ serverUuid: 'UUID-2' })
    await setup.connect('second', { server: 'second' })
    addDevices()
    await setup.clock.advance(10)
    await remove(first.token.id)
    const at = START + 10
    expect(devices()).toEqual([
      { serial: 'A', token: 1, atApple: 2, since: at, reason: 'token-removed' },
      { serial: 'B', token: 2, atApple: 1, since: null, reason: null },
      { serial: 'C', token: 1, atApple: 2, since: 5, reason: null },
      { serial: 'D', token: 2, atApple: 1, since: null, reason: null },
    ])
    expect(
      setup.db.prepare('SELECT device_id, at, kind, token_no, detail FROM events ORDER BY device_id').all(),
    ).toEqual([
      { device_id: 1, at, kind: 'removed', token_no: 1, detail: '{"reason":"token-removed"}' },
      { device_id: 2, at, kind: 'moved', token_no: 1, detail: '{"reason":"token-removed"}' },
    ])
    expect(setup.db.prepare('SELECT count(*) AS n FROM assignments WHERE token_no = 1 AND at_apple = 1').get()).toEqual(
      {
        n: 0,
      },
    )
  })

  test('deletes the credentials, archives the key pair, keeps the row and frees the name', async () => {
    const { token } = await setup.connect('first')
    await remove(token.id)
    expect(setup.db.prepare('SELECT kind FROM secrets').all()).toEqual([{ kind: 'token-key' }])
    expect(setup.db.prepare('SELECT state FROM key_pairs').all()).toEqual([{ state: 'archived' }])
    expect(setup.db.prepare('SELECT name, removed_at FROM tokens').all()).toEqual([
      { name: 'first', removed_at: START },
    ])
    expect(handlers().list({}, setup.context)).toEqual([])
    expect((await failure(() => setup.service.find(token.id))).code).toBe('token.not-found')
    expect((await failure(() => remove(token.id))).code).toBe('token.not-found')
    expect((await setup.connect('first')).token).toMatchObject({ name: 'first', deviceCount: 0 })
  })

  test('works with a locked vault', async () => {
    const { token } = await setup.connect('first')
    setup.lock.isLocked = true
    await remove(token.id)
    expect(handlers().list({}, setup.context)).toEqual([])
  })

  test('waits for a running sync', async () => {
    const { token } = await setup.connect('first')
    const lease = { name: syncLeaseName(token.id), owner: 'x', now: setup.clock.now(), isAbandoned: () => false }
    takeLease(setup.db, lease)
    expect((await failure(() => remove(token.id))).code).toBe('db.busy')
    await setup.clock.advance(10 * 60_000)
    await remove(token.id)
    expect(handlers().list({}, setup.context)).toEqual([])
  })
})
