import { beforeEach, describe, expect, test } from 'vitest'
import { createTokenService } from '../../../../../main/core/tokens/index.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Token } from '../../../../../shared/model/token.ts'
import { account, createSetup, START, tokenFields, type Setup } from './setup.ts'
import { makeTokenFile } from '../../../../fakes/token-file.ts'

const MINUTE_MS = 60_000

let setup: Setup
let token: Token
beforeEach(async () => {
  setup = createSetup()
  token = (await setup.connect('Berlin')).token
})

const refuse = (code: 'terms.not-accepted' | 'net.unreachable' | 'auth.rejected') => () =>
  Promise.reject(new AppError(code, code))
const verify = async () => setup.service.handlers.verify({ tokenId: token.id }, setup.context)
const now = () => setup.service.find(token.id)
const asked = () => setup.apple.asked.length

async function refuseTerms(): Promise<void> {
  setup.apple.answer = refuse('terms.not-accepted')
  await expect(verify()).rejects.toMatchObject({ code: 'terms.not-accepted' })
}

describe('while the terms wait to be accepted', () => {
  test('the next look is told and stored, also as the next run', async () => {
    await refuseTerms()
    expect(now()).toMatchObject({
      state: 'terms-not-accepted',
      termsCheckAt: START + 5 * MINUTE_MS,
      nextSyncAt: START + 5 * MINUTE_MS,
    })
  })

  test('Apple is asked when it is due, with longer and longer pauses', async () => {
    await refuseTerms()
    const before = asked()
    const checks = setup.service.startTermsChecks()
    const at: number[] = []
    for (let minute = 1; minute <= 80; minute++) {
      const seen = asked()
      await setup.clock.advance(MINUTE_MS)
      if (asked() > seen) at.push(minute)
    }
    checks.stop()
    // Looked for every half minute, so a look may come that much later than it was due.
    expect(asked() - before).toBe(4)
    expect(at).toEqual([5, 15, 35, 75])
  })

  test('a restart goes on where the program ended', async () => {
    await refuseTerms()
    await setup.clock.advance(2 * MINUTE_MS)
    const after = createTokenService(setup.ports)
    const before = asked()
    const checks = after.startTermsChecks()
    await setup.clock.advance(2 * MINUTE_MS)
    expect(asked()).toBe(before)
    await setup.clock.advance(MINUTE_MS + 30_000)
    checks.stop()
    expect(asked()).toBe(before + 1)
    expect(now().termsCheckAt).toBeGreaterThanOrEqual(START + 15 * MINUTE_MS)
  })

  test('nothing is asked while the vault is locked, and at once when it is open again', async () => {
    await refuseTerms()
    setup.lock.isLocked = true
    const before = asked()
    const checks = setup.service.startTermsChecks()
    await setup.clock.advance(30 * MINUTE_MS)
    expect(asked()).toBe(before)
    setup.lock.isLocked = false
    await setup.clock.advance(MINUTE_MS)
    checks.stop()
    expect(asked()).toBe(before + 1)
  })

  test('one token does not hold up another', async () => {
    setup.apple.answer = () => account({ serverUuid: 'UUID-2' })
    const other = (await setup.connect('Paris', { server: 'paris' })).token
    await refuseTerms()
    expect(setup.service.find(other.id).state).toBe('ok')
  })
})

describe('the state is left', () => {
  test('by an account of that server, and the next run is due at once', async () => {
    await refuseTerms()
    setup.apple.answer = () => account()
    const checks = setup.service.startTermsChecks()
    await setup.clock.advance(5 * MINUTE_MS + 30_000)
    checks.stop()
    expect(now()).toMatchObject({ state: 'ok', termsCheckAt: null })
    expect(now().nextSyncAt).toBeLessThanOrEqual(setup.clock.now())
  })

  test.each([
    ['trouble on the way', refuse('net.unreachable')],
    ['an answer that names nothing', () => account({ serverUuid: null, serverName: null, orgName: null })],
  ])('not by %s', async (_name, answer) => {
    await refuseTerms()
    setup.apple.answer = answer
    await setup.clock.advance(6 * MINUTE_MS)
    await verify().catch(() => {})
    expect(now()).toMatchObject({ state: 'terms-not-accepted', stateSince: START })
    expect(now().termsCheckAt).toBe(START + 16 * MINUTE_MS)
  })

  test('not by a success without an account, such as a question about one device', async () => {
    await refuseTerms()
    setup.service.recordAnswer(token.id, { outcome: 'success' })
    expect(now().state).toBe('terms-not-accepted')
  })

  test('not by a new file that nobody has proven', async () => {
    await refuseTerms()
    const key = await setup.service.handlers.createKey({ name: 'Berlin' }, setup.context)
    const bytes = makeTokenFile(key.certificate, tokenFields('second'))
    const { renewed } = await setup.importBytes(bytes, { offline: true })
    expect([renewed, now().state, now().termsCheckAt]).toEqual([true, 'terms-not-accepted', START + 5 * MINUTE_MS])
  })

  test('by another refusal, which has looks of its own', async () => {
    await refuseTerms()
    setup.apple.answer = refuse('auth.rejected')
    await verify().catch(() => {})
    expect(now()).toMatchObject({ state: 'rejected', termsCheckAt: null })
  })
})
