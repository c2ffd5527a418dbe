import { beforeEach, expect, test } from 'vitest'
import { createDeviceReader } from '../../../../../main/core/devices/index.ts'
import { decideFacts } from '../../../../../main/core/imports/decide-facts.ts'
import { createRegistrationService } from '../../../../../main/core/registration-tokens/index.ts'
import { VALUE_ALPHABET } from '../../../../../main/core/registration-tokens/make-value.ts'
import { createSecretStore } from '../../../../../main/core/vault/secret-store.ts'
import { readPlaces } from '../../../../../main/db/device-places.ts'
import { findDevice } from '../../../../../main/db/devices.ts'
import { listEvents } from '../../../../../main/db/events.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { countSecrets } from '../../../../../main/db/secrets.ts'
import { systemClock } from '../../../../../main/ports/clock.ts'
import { registrationTokens } from '../../../../../shared/contract/registration-tokens.ts'
import type { DeviceSelection } from '../../../../../shared/contract/devices.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { ConsoleFacts } from '../../../../../shared/model/import.ts'
import type { Serial } from '../../../../../shared/model/ids.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { insertDevices, openDeviceStore } from '../../../../fakes/device-store.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'

const [A, B, GONE] = ['AAA111', 'BBB222', 'GGG333'] as [Serial, Serial, Serial]
const CONTEXT = { signal: new AbortController().signal, report: () => {} }
const named = (...serials: Serial[]): DeviceSelection => ({ kind: 'serials', serials })

let db: WriteDb
let told: unknown[]
let lock: { isLocked: boolean }
const clock = createFakeClock()

beforeEach(() => {
  db = openDeviceStore([
    { serial: A, atApple: 'present', tokenNo: 1, user: 'anna', friendlyName: 'Anna’s iPhone' },
    { serial: B, atApple: 'present', tokenNo: 2 },
    { serial: GONE, atApple: 'gone', tokenNo: 1 },
  ])
  told = []
  lock = { isLocked: false }
})

function serviceOf() {
  const requireKey = () => {
    if (lock.isLocked) throw new AppError('vault.locked', 'the vault is locked')
    return new Uint8Array(32).fill(7)
  }
  const random = createSeededRandom(1)
  const store = createSecretStore({ db, clock, random, requireKey })
  const keep = (...line: unknown[]) => void told.push(line)
  const reader = createDeviceReader({
    db,
    clock: systemClock,
    openTarget: () => Promise.reject(new Error('no files here')),
  })
  return createRegistrationService({
    db,
    clock,
    random,
    log: { debug: keep, info: keep, warn: keep, error: keep },
    vault: { ...store, requireUnlocked: () => void requireKey() },
    reader: { selectIds: async (selection) => reader.selectIds(selection) },
  })
}

const show = (service: ReturnType<typeof serviceOf>, serial: Serial) => service.handlers.show({ serial }, CONTEXT)
const deviceOf = (serial: Serial) => findDevice(db, serial, readPlaces(db))!

/** As an import of the console's list does it. */
function consoleTells(serial: Serial, tokenStatus: ConsoleFacts['tokenStatus'], asOf: number): void {
  const { id, device } = deviceOf(serial)
  const row = db.prepare('SELECT token_status_at AS at FROM devices WHERE id = ?').get(id) as { at: number | null }
  const facts = { enrollmentStatus: null, user: null, friendlyName: null, lastSeen: null }
  const { next } = decideFacts(
    {
      ...facts,
      apple: { isPresent: true, profileStatus: null, profileUuid: null, at: null },
      enrollmentStatus: device.enrollmentStatus,
      tokenStatus: device.tokenStatus,
      asOf: null,
      console: null,
      tokenStatusAt: row.at,
    },
    { ...facts, tokenStatus },
    asOf,
  )
  db.prepare('UPDATE devices SET token_status = ?, token_status_at = ? WHERE id = ?').run(
    ['none', 'registration-active', 'registration-expired', 'compliant', 'not-applicable'].indexOf(next.tokenStatus),
    next.tokenStatusAt,
    id,
  )
}

test('issued: one value per device by the rule of its group, the status dated, a line in the time line', async () => {
  const service = serviceOf()
  await service.handlers.setRule({ group: '/Global/EMEA', rule: { factor: 'two', length: 12 } }, CONTEXT)
  const wish = { act: 'issue', selection: named(A, B, GONE, 'NOBODY' as Serial) } as const
  const plan = { total: 4, change: 2, same: 0, none: 0, blocked: 0, gone: 2 }
  expect(await service.handlers.preview(wish, CONTEXT)).toEqual(plan)
  expect(countSecrets(db)).toBe(0)
  expect(await service.handlers.make(wish, CONTEXT)).toEqual(plan)

  const [one, other] = await service.handlers.reveal({ serials: [A, B] }, CONTEXT)
  // A is below EMEA, B is not: the usual rule counts for it.
  expect(one).toMatchObject({ serial: A, factor: 'two', user: 'anna', deviceName: 'Anna’s iPhone' })
  expect([one!.value.length, other!.value.length, other!.factor]).toEqual([12, 8, 'single'])
  expect([...one!.value].every((letter) => VALUE_ALPHABET.includes(letter))).toBe(true)
  expect(deviceOf(A).device.tokenStatus).toBe('registration-active')
  expect(listEvents(db, deviceOf(A).id)[0]).toMatchObject({
    kind: 'registration-token',
    detail: { act: 'issue', factor: 'two' },
  })
  expect(await show(service, A)).toMatchObject({
    tokenStatus: 'registration-active',
    tokenStatusAt: clock.now(),
    rule: { from: '/Global/EMEA' },
    tokens: [{ state: 'active', hasValue: true, factor: 'two', length: 12 }],
  })

  // Once more: they have theirs already.
  expect(await service.handlers.make(wish, CONTEXT)).toMatchObject({ change: 0, same: 2 })
  expect(await service.handlers.reveal({ serials: [A, B] }, CONTEXT)).toEqual([one, other])
})

test('a value is neither in the log, nor in the time line, nor anywhere in the store in clear', async () => {
  const service = serviceOf()
  await service.handlers.make({ act: 'issue', selection: named(A) }, CONTEXT)
  const keep = { serial: B, value: 'Console4711', factor: 'single' } as const
  await service.handlers.keep(registrationTokens.keep.input.parse(keep), CONTEXT)
  const values = (await service.handlers.reveal({ serials: [A, B] }, CONTEXT)).map(({ value }) => value)
  expect(values[1]).toBe('Console4711')
  const store = db.serialize().toString('latin1')
  for (const value of values) {
    expect(JSON.stringify(told)).not.toContain(value)
    expect(store).not.toContain(value)
    expect(JSON.stringify(await show(service, A))).not.toContain(value)
  }
  expect(store).toContain(A)
})

test('reset gives a new value and the old one is forgotten; revoked, nothing is left to show', async () => {
  const service = serviceOf()
  expect(await service.handlers.make({ act: 'reset', selection: named(A) }, CONTEXT)).toMatchObject({ none: 1 })
  await service.handlers.make({ act: 'issue', selection: named(A) }, CONTEXT)
  const [before] = await service.handlers.reveal({ serials: [A] }, CONTEXT)
  await service.handlers.make({ act: 'reset', selection: named(A), length: 20, factor: 'two' }, CONTEXT)
  const [after] = await service.handlers.reveal({ serials: [A] }, CONTEXT)
  expect(after!.value).toHaveLength(20)
  expect(after!.value).not.toBe(before!.value)
  expect(countSecrets(db)).toBe(1)
  expect((await show(service, A)).tokens.map(({ state, hasValue }) => [state, hasValue])).toEqual([
    ['active', true],
    ['replaced', false],
  ])

  lock.isLocked = true
  expect(await service.handlers.revoke({ selection: named(A, B) }, CONTEXT)).toMatchObject({ change: 1, none: 1 })
  expect(countSecrets(db)).toBe(0)
  expect(deviceOf(A).device.tokenStatus).toBe('registration-expired')
  lock.isLocked = false
  expect(() => service.handlers.reveal({ serials: [A] }, CONTEXT)).toThrow(
    expect.objectContaining({ code: 'registration.none' }),
  )
})

test('an older word of the console does not overrule an issue; a newer one does, and its value is forgotten', async () => {
  const service = serviceOf()
  await service.handlers.make({ act: 'issue', selection: named(A, B) }, CONTEXT)
  consoleTells(A, 'not-applicable', clock.now() - 1000)
  service.settle()
  expect((await show(service, A)).tokens[0]).toMatchObject({ state: 'active', hasValue: true })
  consoleTells(A, 'compliant', clock.now() + 1000)
  consoleTells(B, 'not-applicable', clock.now() + 1000)
  expect(() => service.handlers.reveal({ serials: [A] }, CONTEXT)).toThrow()
  expect(countSecrets(db)).toBe(2)
  service.settle()
  expect(countSecrets(db)).toBe(0)
  expect((await show(service, A)).tokens[0]).toMatchObject({ state: 'used', hasValue: false, endedAt: null })
  expect((await show(service, B)).tokens[0]).toMatchObject({ state: 'unused' })

  // The device is erased and gets a new one: what became of the first stays known.
  await clock.advance(5000)
  await service.handlers.make({ act: 'issue', selection: named(A) }, CONTEXT)
  expect((await show(service, A)).tokens.map(({ state }) => state)).toEqual(['active', 'used'])
  expect(deviceOf(A).device.tokenStatus).toBe('registration-active')
})

test('a locked vault issues nothing, and nothing is half done', async () => {
  const service = serviceOf()
  lock.isLocked = true
  await expect(service.handlers.make({ act: 'issue', selection: named(A) }, CONTEXT)).rejects.toMatchObject({
    code: 'vault.locked',
  })
  expect(deviceOf(A).device.tokenStatus).toBe('none')
  expect((await show(service, A)).tokens).toEqual([])
})

test('cancelled half way: what was done stays, every device whole; too many are refused before anything is done', async () => {
  insertDevices(
    db,
    Array.from({ length: 10_001 }, (_, no) => ({ serial: `N${no}`, atApple: 'present' as const, tokenNo: 1 })),
  )
  const service = serviceOf()
  const everything: DeviceSelection = { kind: 'matching', filter: {}, except: [] }
  const refused = expect.objectContaining({ code: 'registration.too-many', facts: { devices: 10_004, most: 10_000 } })
  await expect(service.handlers.make({ act: 'issue', selection: everything }, CONTEXT)).rejects.toThrow(refused)
  await expect(service.handlers.preview({ act: 'issue', selection: everything }, CONTEXT)).rejects.toThrow(refused)
  expect(countSecrets(db)).toBe(0)

  const controller = new AbortController()
  const some = named(...Array.from({ length: 1000 }, (_, no) => `N${no}` as Serial))
  const issuing = service.handlers.make(
    { act: 'issue', selection: some, length: 6 },
    { signal: controller.signal, report: ({ done }) => void (done >= 300 && controller.abort()) },
  )
  await expect(issuing).rejects.toThrow()
  const active = db.prepare('SELECT count(*) FROM devices WHERE token_status = 1').pluck().get()
  expect([active, countSecrets(db)]).toEqual([300, 300])
  expect(await service.handlers.make({ act: 'issue', selection: some, length: 6 }, CONTEXT)).toMatchObject({
    change: 700,
    same: 300,
  })
})

test.each([['short'], ['with-dash1'], ['x'.repeat(21)], ['sp ace1']])(
  'what no console makes is not kept: %s',
  (value) => {
    expect(registrationTokens.keep.input.safeParse({ serial: A, value, factor: 'single' }).success).toBe(false)
  },
)

test('rules belong to groups and go with them', async () => {
  const service = serviceOf()
  await service.handlers.setRule({ group: '/Global/EMEA-2', rule: { factor: 'two', length: 20 } }, CONTEXT)
  expect(await service.handlers.rules({}, CONTEXT)).toEqual([{ group: '/Global/EMEA-2', factor: 'two', length: 20 }])
  expect((await show(service, B)).rule).toEqual({ factor: 'two', length: 20, from: '/Global/EMEA-2' })
  expect(await service.handlers.setRule({ group: '/Global/EMEA-2', rule: null }, CONTEXT)).toEqual([])
  expect(() => service.handlers.setRule({ group: '/Nowhere', rule: null }, CONTEXT)).toThrow('/Nowhere')
})
