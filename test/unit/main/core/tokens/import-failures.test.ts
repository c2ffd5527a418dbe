import { beforeEach, describe, expect, test } from 'vitest'
import { createTokenService } from '../../../../../main/core/tokens/index.ts'
import { syncLeaseName, takeLease } from '../../../../../main/db/leases.ts'
import { AppError, type ErrorCode } from '../../../../../shared/errors.ts'
import type { KeyPair, Token } from '../../../../../shared/model/token.ts'
import { makeTokenFile } from '../../../../fakes/token-file.ts'
import { fixture, fixtureKey } from '../../clients/token-file/sample.ts'
import { account, contents, createSetup, DAY_MS, failure, START, tokenFields, type Setup } from './setup.ts'

type Options = Parameters<Setup['importBytes']>[1]

let setup: Setup
let working: Token
let staged: KeyPair

beforeEach(async () => {
  setup = createSetup()
  working = (await setup.connect('working', { name: 'Main' })).token
  staged = await setup.service.handlers.createKey({ name: 'staged' }, setup.context)
  setup.apple.asked.length = 0
})

const renewal = () => makeTokenFile(staged.certificate, tokenFields('renewal'))
const answer = (code: ErrorCode) => () => {
  throw new AppError(code, 'as played')
}

/** The import fails with the code; every table is as it was, and the old token's values are still there. */
async function expectNothingChanged(work: () => unknown, code: ErrorCode) {
  const before = contents(setup.db)
  expect((await failure(work)).code).toBe(code)
  expect(contents(setup.db)).toEqual(before)
  setup.lock.isLocked = false
  expect(setup.service.credentials(working.id).values.accessToken).toBe('AT_working')
  expect(setup.service.handlers.stagedKeys({}, setup.context)).toEqual([staged])
}

describe('a failed import changes nothing', () => {
  test.each<[string, ErrorCode, () => Uint8Array<ArrayBuffer>, Options]>([
    ['too large', 'token-file.too-large', () => new Uint8Array(2 * 1024 * 1024 + 1), {}],
    ['something else', 'token-file.not-a-token', () => Buffer.from(staged.certificate), {}],
    ['cut short', 'token-file.damaged', () => renewal().slice(0, 400), {}],
    ['another cipher', 'token-file.unsupported-cipher', () => fixture('aes256-gcm.der'), {}],
    ['another key', 'token-file.other-key', () => fixture('apple-shape.p7m'), {}],
    ['another key brought along', 'token-file.other-key', renewal, { privateKey: fixtureKey.reveal() }],
    ['no key brought along', 'key.unusable', renewal, { privateKey: 'nothing' }],
    ['values missing', 'token-file.incomplete', () => makeTokenFile(staged.certificate, { consumer_key: 'CK_1' }), {}],
    ['no such group', 'group.not-found', renewal, { group: '/Global/Nowhere' }],
  ])('%s: %s', async (_, code, bytes, options) => {
    await expectNothingChanged(() => setup.importBytes(bytes(), options), code)
    expect(setup.apple.asked).toEqual([])
  })

  test('the vault is locked', async () => {
    setup.lock.isLocked = true
    await expectNothingChanged(() => setup.importBytes(renewal()), 'vault.locked')
  })

  test.each<ErrorCode>([
    'terms.not-accepted',
    'auth.rejected',
    'access.denied',
    'auth.clock',
    'net.unreachable',
    'ade.busy',
  ])('Apple answers %s', async (code) => {
    setup.apple.answer = answer(code)
    await expectNothingChanged(() => setup.importBytes(renewal()), code)
    expect(setup.apple.closed).toBe(2)
  })

  test('terms not accepted: the same file can be saved unproven', async () => {
    setup.apple.answer = answer('terms.not-accepted')
    await expectNothingChanged(() => setup.importBytes(renewal()), 'terms.not-accepted')
    const { token, renewed } = await setup.importBytes(renewal(), { offline: true })
    expect({ renewed, state: token.state, id: token.id }).toEqual({
      renewed: true,
      state: 'unverified',
      id: working.id,
    })
  })

  test('it is cancelled while Apple is asked', async () => {
    const controller = new AbortController()
    setup.apple.answer = () => {
      controller.abort()
      return account()
    }
    const before = contents(setup.db)
    const call = setup.service.handlers.importFile(
      { fileName: 'x', bytes: renewal() },
      { signal: controller.signal, report: () => {} },
    )
    await expect(call).rejects.toBe(controller.signal.reason)
    expect(contents(setup.db)).toEqual(before)
  })

  test('the file belongs to another server than the token of that name', async () => {
    setup.apple.answer = () => account({ serverUuid: 'UUID-OTHER', serverName: 'Other' })
    const other = () => makeTokenFile(staged.certificate, tokenFields('other', { server: 'other' }))
    await expectNothingChanged(() => setup.importBytes(other(), { name: 'main' }), 'token.other-server')
    await expectNothingChanged(() => setup.importBytes(other(), { name: 'Main', offline: true }), 'token.other-server')
  })

  test('force does not give one server two tokens', async () => {
    setup.apple.answer = () => account({ serverUuid: 'UUID-2', serverName: 'Second' })
    await setup.connect('second', { server: 'second' })
    setup.apple.answer = () => account()
    const options = { name: 'Second', forceServer: true }
    await expectNothingChanged(() => setup.importBytes(renewal(), options), 'token.already-connected')
  })

  test('one server is not connected at two groups', async () => {
    setup.db.exec(`INSERT INTO groups (no, id, parent_no, name, type, created_at) VALUES (2, 'a', 1, 'A', 'Region', 0)`)
    await expectNothingChanged(() => setup.importBytes(renewal(), { group: '/Global/A' }), 'token.already-connected')
  })

  test('an expired file does not replace a valid token', async () => {
    const fields = tokenFields('old', { expiresAt: START - DAY_MS })
    await expectNothingChanged(() => setup.importBytes(makeTokenFile(staged.certificate, fields)), 'auth.expired')
  })

  test('the cursor of a running sync would have to go', async () => {
    takeLease(setup.db, {
      name: syncLeaseName(working.id),
      owner: 'somebody',
      now: setup.clock.now(),
      isAbandoned: () => false,
    })
    setup.apple.answer = () => account({ serverUuid: 'UUID-OTHER' })
    const options = { name: 'Main', forceServer: true }
    await expectNothingChanged(() => setup.importBytes(renewal(), options), 'db.busy')
  })

  test('the staged pair is discarded while Apple is asked', async () => {
    setup.apple.answer = () => {
      setup.service.handlers.discardKey({ keyId: staged.id }, setup.context)
      return account()
    }
    expect((await failure(() => setup.importBytes(renewal()))).code).toBe('token.changed-meanwhile')
    expect(setup.service.credentials(working.id).values.accessToken).toBe('AT_working')
  })

  test.each(['tokens', 'key_pairs', 'secrets', 'sync_state'])('the store fails while %s is written', async (table) => {
    const other = makeTokenFile(staged.certificate, tokenFields('other', { server: 'other' }))
    const before = contents(setup.db)
    setup.apple.answer = () => account({ serverUuid: 'UUID-OTHER', serverName: 'Other' })
    for (const event of ['INSERT', 'UPDATE', 'DELETE']) {
      setup.db.exec(`CREATE TEMP TRIGGER fail_${event} BEFORE ${event} ON main.${table}
                     BEGIN SELECT raise(ABORT, 'disk on fire'); END`)
    }
    const options = { name: 'Main', forceServer: true }
    await expect(setup.importBytes(other, options)).rejects.toThrow('disk on fire')
    expect(contents(setup.db)).toEqual(before)
  })

  test('the vault fails at the last moment', async () => {
    const vault = { ...setup.ports.vault, put: answer('vault.locked') }
    const service = createTokenService({ ...setup.ports, vault })
    const input = { fileName: 'x', bytes: renewal() }
    await expectNothingChanged(() => service.handlers.importFile(input, setup.context), 'vault.locked')
  })
})

test('a file for another key names its certificate and the pairs there are', async () => {
  expect(await failure(() => setup.importBytes(fixture('apple-shape.p7m')))).toMatchObject({
    code: 'token-file.other-key',
    facts: {
      madeForSerialNumber: '5eed000000000001',
      madeForName: 'Throw-away pair of the tests',
      pairs: expect.stringContaining(`staged (serial number ${staged.serialNumber})`) as unknown,
    },
  })
})

test('old credentials that cannot be read do not stand in the way of new ones', async () => {
  setup.db.exec(`UPDATE secrets SET sealed = x'00' WHERE kind = 'token-credentials'`)
  expect((await setup.importBytes(renewal())).renewed).toBe(true)
  expect(setup.service.credentials(working.id).values.accessToken).toBe('AT_renewal')
})
