import { X509Certificate } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ProfileId } from '../../../../../shared/model/ids.ts'
import { insertProfile } from '../../../../../main/db/profiles.ts'
import { pushCertificate } from '../../../../fakes/openssl-push.ts'
import { token as sampleToken } from '../../../renderer/samples.ts'
import { codeOf, CONTEXT, createSetup, DAY_MS, id } from './setup.ts'

let desk = createSetup()
beforeEach(() => {
  desk = createSetup()
})

const ADA = { name: 'Ada', email: 'ada@example.com' }
const anchor = new X509Certificate(pushCertificate({ subject: '/CN=Example Root/O=Example GmbH', days: 25 }))

function addProfile(name: string, draft: object | string) {
  const text = typeof draft === 'string' ? draft : JSON.stringify(draft)
  const fields = { name, groupNo: 1, draft: text, console: {} as never, notes: '' }
  insertProfile(desk.db, `p-${name}` as ProfileId, fields, 0)
}

describe('the list', () => {
  it('holds everything that expires, the next one first', async () => {
    desk.world.tokens = [sampleToken({ name: 'Europe', expiresAt: desk.clock.now() + 300 * DAY_MS })]
    addProfile('Berlin', { anchor_certs: [anchor.raw.toString('base64')] })
    await desk.importStoken(desk.stokenFile(100))
    await desk.importPush(pushCertificate({ days: 200 }))
    desk.handlers.add({ name: 'API key', expiresAt: desk.clock.now() + 10 * DAY_MS }, CONTEXT)
    const { credentials, levels } = desk.list()
    expect(credentials.map(({ kind, name, level }) => [kind, name, level])).toEqual([
      ['manual', 'API key', 14],
      ['anchor-certificate', 'Example Root, Example GmbH', 30],
      ['stoken', 'Berlin', null],
      ['push-certificate', 'Push certificate', null],
      ['ade-token', 'Europe', null],
    ])
    expect(levels).toEqual([60, 30, 14, 7, 1])
  })

  it('follows the levels somebody chose', () => {
    desk.handlers.add({ name: 'API key', expiresAt: desk.clock.now() + 10 * DAY_MS }, CONTEXT)
    desk.world.levels = [90, 5]
    expect(desk.list().credentials[0]?.level).toBe(90)
  })

  it('needs no vault', async () => {
    await desk.importStoken(desk.stokenFile(100))
    desk.lock.isLocked = true
    expect(desk.list().credentials).toHaveLength(1)
  })
})

describe('certificates in profiles', () => {
  const base64 = anchor.raw.toString('base64')

  it('stand there once, with every profile that has them', () => {
    addProfile('Berlin', { anchor_certs: [base64, base64] })
    addProfile('Paris', { anchor_certs: [base64] })
    const [only, ...others] = desk.list().credentials
    expect(others).toEqual([])
    expect(only).toMatchObject({
      state: 'expiring',
      isRemovable: false,
      anchor: { subject: 'Example Root, Example GmbH', profiles: [{ name: 'Berlin' }, { name: 'Paris' }] },
    })
  })

  it('are passed over where they are none', () => {
    addProfile('a', { anchor_certs: ['AAAA', 17, ''] })
    addProfile('b', { anchor_certs: 'anchor_certs' })
    addProfile('c', '{"anchor_certs": [')
    expect(desk.list().credentials).toEqual([])
  })

  it('have people of their own', () => {
    addProfile('Berlin', { anchor_certs: [base64] })
    const { id: of } = desk.list().credentials[0]!
    desk.handlers.setContacts({ id: of, owner: ADA, deputy: null }, CONTEXT)
    expect(desk.list().credentials[0]).toMatchObject({ owner: ADA, deputy: null })
  })
})

describe('own entries', () => {
  const add = (name: string) => desk.handlers.add({ name, expiresAt: desk.clock.now() + DAY_MS, owner: ADA }, CONTEXT)

  it('can be changed in every part, others cannot', async () => {
    const { id: of } = await add('API key')
    const expiresAt = desk.clock.now() + 100 * DAY_MS
    expect(await desk.handlers.change({ id: of, name: 'Key', expiresAt, note: 'in the safe' }, CONTEXT)).toMatchObject({
      name: 'Key',
      expiresAt,
      note: 'in the safe',
      owner: ADA,
    })
    const { credential } = await desk.importPush(pushCertificate())
    expect(await codeOf(() => desk.handlers.change({ id: credential.id, expiresAt }, CONTEXT))).toBe(
      'credential.unsuitable',
    )
    expect(await codeOf(() => desk.handlers.change({ id: of, account: 'x' }, CONTEXT))).toBe('credential.unsuitable')
    expect(await codeOf(() => desk.handlers.change({ id: of, name: 'push certificate' }, CONTEXT))).toBe(
      'credential.name-taken',
    )
    expect(await codeOf(() => add('KEY'))).toBe('credential.name-taken')
  })

  it('can be removed; tokens and certificates in profiles cannot', async () => {
    desk.world.tokens = [sampleToken()]
    const { id: of } = await add('API key')
    desk.handlers.remove({ id: of }, CONTEXT)
    expect(desk.list().credentials.map(({ kind }) => kind)).toEqual(['ade-token'])
    expect(await codeOf(() => desk.handlers.remove({ id: desk.list().credentials[0]!.id }, CONTEXT))).toBe(
      'credential.unsuitable',
    )
    expect(await codeOf(() => desk.handlers.remove({ id: of }, CONTEXT))).toBe('credential.not-found')
  })
})

it('contacts of an ADE token are the token’s', () => {
  desk.world.tokens = [sampleToken({ owner: null })]
  const { id: of } = desk.list().credentials[0]!
  desk.handlers.setContacts({ id: of, owner: ADA, deputy: { name: '', email: null } }, CONTEXT)
  expect(desk.world.tokens[0]).toMatchObject({ owner: ADA, deputy: null })
})

it('a refusal of an ADE token is in its state and no failure', async () => {
  desk.world.tokens = [sampleToken({ state: 'rejected' })]
  const { id: of } = desk.list().credentials[0]!
  expect((await desk.handlers.verify({ id: of }, CONTEXT)).state).toBe('rejected')
})

it('is found by id or by a name that only one has', () => {
  desk.world.tokens = [sampleToken({ name: 'Europe' })]
  desk.handlers.add({ name: 'europe', expiresAt: desk.clock.now() + DAY_MS }, CONTEXT)
  desk.handlers.add({ name: 'API key', expiresAt: desk.clock.now() + DAY_MS }, CONTEXT)
  expect(desk.service.find(' api KEY').kind).toBe('manual')
  const both = desk.list().credentials.filter(({ name }) => name.toLowerCase() === 'europe')
  expect(both.map(({ id: of }) => desk.service.find(of).id)).toEqual(both.map(({ id: of }) => of))
  expect(() => desk.service.find('Europe')).toThrow(/use the id/)
  expect(() => desk.service.find(id('x'))).toThrow(/no credential/)
})
