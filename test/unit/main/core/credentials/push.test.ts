import { beforeEach, describe, expect, it } from 'vitest'
import { TOPIC_CONFIRMATION } from '../../../../../shared/model/credential.ts'
import type { PushRequestId } from '../../../../../shared/model/ids.ts'
import { Secret } from '../../../../../shared/secret.ts'
import {
  fileOf,
  keyNamed,
  keyStore,
  openssl,
  OTHER_TOPIC,
  pushCertificate,
  TOPIC,
} from '../../../../fakes/openssl-push.ts'
import { codeOf, CONTEXT, createSetup, DAY_MS } from './setup.ts'

let desk = createSetup()
beforeEach(() => {
  desk = createSetup(Date.now() + 60_000)
})

const current = pushCertificate({ days: 100 })
const renewal = pushCertificate({ days: 365, key: 'next' })
const foreign = pushCertificate({ days: 365, topic: OTHER_TOPIC })

describe('importing a push certificate', () => {
  it('stores topic, date and account; the key is sealed', async () => {
    const { credential, renewed } = await desk.importPush(current, {
      key: Buffer.from(keyNamed('push')),
      account: 'apple@example.com',
    })
    expect(credential).toMatchObject({
      kind: 'push-certificate',
      name: 'Push certificate',
      account: 'apple@example.com',
      daysLeft: 99,
      level: null,
      state: 'ok',
      push: { topic: TOPIC, hasKey: true },
    })
    expect([renewed, desk.secrets()]).toEqual([false, ['push-key']])
  })

  it('needs neither key nor vault to watch the date', async () => {
    desk.lock.isLocked = true
    expect((await desk.importPush(current)).credential.push?.hasKey).toBe(false)
    expect(await codeOf(() => desk.importPush(current, { key: Buffer.from(keyNamed('push')) }))).toBe('vault.locked')
  })

  it('opens a key store with its passphrase', async () => {
    const bytes = keyStore(current, 'push', 'geheim')
    expect((await desk.importPush('', { bytes, passphrase: new Secret('geheim') })).credential.push?.hasKey).toBe(true)
    expect(await codeOf(() => desk.importPush('', { bytes, passphrase: new Secret('falsch') }))).toBe(
      'push-file.passphrase',
    )
  })

  it('refuses one that is not valid yet, and takes one that has expired as such', async () => {
    const early = createSetup(Date.now() - 2 * DAY_MS)
    expect(await codeOf(() => early.importPush(current))).toBe('push-file.not-yet-valid')
    const late = createSetup(Date.now() + 101 * DAY_MS)
    expect((await late.importPush(current)).credential).toMatchObject({ state: 'expired', level: 0 })
  })
})

describe('renewing a push certificate', () => {
  it('of the same topic keeps the record, its account and its people, whatever the key', async () => {
    const { credential: first } = await desk.importPush(current, {
      key: Buffer.from(keyNamed('push')),
      account: 'a@example.com',
    })
    desk.handlers.setContacts({ id: first.id, owner: { name: 'Ada', email: null }, deputy: null }, CONTEXT)
    const { credential, renewed, replacedTopic } = await desk.importPush(renewal, {
      key: Buffer.from(keyNamed('next')),
    })
    expect([renewed, replacedTopic, desk.secrets()]).toEqual([true, null, ['push-key']])
    expect(credential).toMatchObject({
      id: first.id,
      account: 'a@example.com',
      owner: { name: 'Ada' },
      daysLeft: 364,
      push: { hasKey: true },
    })
  })

  it('without its key loses a key that no longer fits, and keeps one that does', async () => {
    await desk.importPush(current, { key: Buffer.from(keyNamed('push')) })
    expect((await desk.importPush(pushCertificate({ days: 200 }))).credential.push?.hasKey).toBe(true)
    expect(desk.secrets()).toEqual(['push-key'])
    expect((await desk.importPush(renewal)).credential.push?.hasKey).toBe(false)
    expect(desk.secrets()).toEqual([])
  })

  it('is refused with another topic, and nothing is replaced', async () => {
    const { credential } = await desk.importPush(current, { account: 'a@example.com' })
    for (const more of [
      {},
      { renews: credential.id },
      { name: 'push CERTIFICATE' },
      { renews: credential.id, confirm: 'yes' },
    ]) {
      const failed = await desk.importPush(foreign, more).catch((error: unknown) => error)
      expect(failed).toMatchObject({
        code: 'credential.other-topic',
        facts: { storedTopic: TOPIC, topic: OTHER_TOPIC, account: 'a@example.com' },
      })
    }
    // The sentence alone is not enough where nobody said which one is meant.
    expect(await codeOf(() => desk.importPush(foreign, { confirm: TOPIC_CONFIRMATION }))).toBe('credential.other-topic')
    expect(desk.list().credentials).toEqual([credential])
  })

  it('is replaced by another topic with the exact sentence', async () => {
    const { credential: first } = await desk.importPush(current)
    const { credential, replacedTopic } = await desk.importPush(foreign, {
      renews: first.id,
      confirm: TOPIC_CONFIRMATION,
    })
    expect([credential.id, credential.push?.topic, replacedTopic]).toEqual([first.id, OTHER_TOPIC, TOPIC])
  })

  it('lets a further one stand beside it where that is said', async () => {
    await desk.importPush(current)
    expect((await desk.importPush(foreign, { asNew: true })).credential.name).toBe('Push certificate (2)')
    // From now on both topics are known: each renews its own, and none takes the place of the other.
    const [a, b] = desk.list().credentials
    const of = (topic: string) => [a!, b!].find(({ push }) => push?.topic === topic)!
    expect((await desk.importPush(renewal)).credential.id).toBe(of(TOPIC).id)
    expect(await codeOf(() => desk.importPush(foreign, { renews: of(TOPIC).id, confirm: TOPIC_CONFIRMATION }))).toBe(
      'credential.other-topic',
    )
  })

  it('does not take an older file', async () => {
    await desk.importPush(renewal)
    expect(await codeOf(() => desk.importPush(current))).toBe('credential.older')
  })
})

describe('a request', () => {
  it('waits with its key until its certificate comes', async () => {
    const request = await desk.handlers.createCsr({ name: 'Berlin', email: 'it@example.com' }, CONTEXT)
    expect(desk.handlers.requests({}, CONTEXT)).toEqual([request])
    expect([desk.secrets(), JSON.stringify(request)]).toEqual([['push-key'], expect.not.stringContaining('PRIVATE')])
    // What the portal does: a certificate with its own subject for the public key of the request.
    const publicKey = fileOf(openssl('req', '-in', fileOf(request.csr), '-pubkey', '-noout'))
    const authority = fileOf(pushCertificate({ key: 'authority', subject: '/CN=Authority' }))
    const signing = ['-CA', authority, '-CAkey', fileOf(keyNamed('authority')), '-set_serial', '9', '-days', '365']
    const answer = openssl('x509', '-new', '-force_pubkey', publicKey, '-subj', `/UID=${TOPIC}/CN=APSP`, ...signing)
    desk.lock.isLocked = true
    const { credential } = await desk.importPush(answer)
    expect(credential.push?.hasKey).toBe(true)
    expect([desk.handlers.requests({}, CONTEXT), desk.secrets()]).toEqual([[], ['push-key']])
    desk.lock.isLocked = false
    expect((await desk.handlers.verify({ id: credential.id }, CONTEXT)).state).toBe('ok')
  })

  it('can be forgotten with its key', async () => {
    const { id } = await desk.handlers.createCsr({ name: 'Berlin' }, CONTEXT)
    desk.handlers.discardRequest({ id }, CONTEXT)
    expect([desk.handlers.requests({}, CONTEXT), desk.secrets()]).toEqual([[], []])
    expect(await codeOf(() => desk.handlers.discardRequest({ id: 'none' as PushRequestId }, CONTEXT))).toBe(
      'credential.not-found',
    )
  })
})
