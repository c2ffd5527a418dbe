import { beforeEach, describe, expect, it, test } from 'vitest'
import { isDue } from '../../../../../main/core/credentials/daily-checks.ts'
import { codeOf, config, CONTEXT, createSetup, DAY_MS, id, refused, SILENT } from './setup.ts'

let desk = createSetup()
beforeEach(() => {
  desk = createSetup()
})

const OURS = { id: 'ws1', name: 'Workspace ONE' }

describe('importing a content token', () => {
  it('asks with the whole text, seals it, and tells what Apple told', async () => {
    const file = desk.stokenFile(200)
    const { credential, renewed } = await desk.importStoken(file)
    expect(desk.apple).toMatchObject({ asked: [file.toString()], closed: 1 })
    expect(credential).toMatchObject({
      kind: 'stoken',
      name: 'Berlin',
      state: 'ok',
      daysLeft: 199,
      level: null,
      organization: 'Example GmbH',
      isRemovable: true,
      stoken: { locationName: 'Berlin', country: 'DE', libraryId: '42', usedBy: null, problem: null },
    })
    expect(credential.verifiedAt).toBe(desk.clock.now())
    expect([renewed, desk.secrets()]).toEqual([false, ['stoken']])
  })

  it('takes the earlier of the two dates', async () => {
    desk.apple.answer = config({ expiresAt: desk.clock.now() + 10 * DAY_MS })
    expect((await desk.importStoken(desk.stokenFile(200))).credential).toMatchObject({
      daysLeft: 10,
      level: 14,
      state: 'expiring',
    })
  })

  test.each([
    ['revoked', refused('revoked', 9625), 'credential.rejected'],
    ['invalid', refused('invalid', 9622), 'credential.rejected'],
    ['expired', refused('expired', 9621), 'credential.expired'],
  ] as const)('stores nothing of one that is %s', async (_what, answer, code) => {
    desk.apple.answer = answer
    expect(await codeOf(() => desk.importStoken(desk.stokenFile(200)))).toBe(code)
    expect([desk.list().credentials, desk.secrets()]).toEqual([[], []])
  })

  it('stores one that Apple cannot be asked about, because its date is worth watching', async () => {
    desk.apple.answer = SILENT
    expect((await desk.importStoken(desk.stokenFile(200))).credential).toMatchObject({
      name: 'Example GmbH',
      state: 'unreachable',
      verifiedAt: null,
    })
  })

  it('asks nobody offline, nor about one whose date is past', async () => {
    const { credential } = await desk.importStoken(desk.stokenFile(200), { offline: true })
    expect(credential.state).toBe('unverified')
    expect((await desk.importStoken(desk.stokenFile(-2, 'Old'), { name: 'Old' })).credential).toMatchObject({
      state: 'expired',
      level: 0,
    })
    expect(desk.apple.asked).toEqual([])
  })

  it('needs the vault', async () => {
    desk.lock.isLocked = true
    expect(await codeOf(() => desk.importStoken(desk.stokenFile(200)))).toBe('vault.locked')
    expect(desk.apple.asked).toEqual([])
  })
})

describe('renewing a content token', () => {
  it('keeps the record, its name and its people; the old text is forgotten', async () => {
    const { credential: first } = await desk.importStoken(desk.stokenFile(20), { name: 'Apps' })
    const owner = { name: 'Ada', email: 'ada@example.com' }
    desk.handlers.setContacts({ id: first.id, owner, deputy: null }, CONTEXT)
    const { credential, renewed } = await desk.importStoken(desk.stokenFile(365))
    expect(renewed).toBe(true)
    expect(credential).toMatchObject({ id: first.id, name: 'Apps', owner, daysLeft: 364, state: 'ok' })
    expect(desk.secrets()).toEqual(['stoken'])
    expect(desk.list().credentials).toHaveLength(1)
  })

  it('knows the library, whatever the organization is called by now', async () => {
    const { credential: first } = await desk.importStoken(desk.stokenFile(20))
    expect((await desk.importStoken(desk.stokenFile(365, 'Renamed AG'))).credential.id).toBe(first.id)
  })

  it('is by organization where nobody was asked, if only one has it', async () => {
    const { credential: first } = await desk.importStoken(desk.stokenFile(20), { offline: true })
    expect(await desk.importStoken(desk.stokenFile(365), { offline: true })).toMatchObject({
      renewed: true,
      credential: { id: first.id },
    })
  })

  it('does not take another library for the same', async () => {
    await desk.importStoken(desk.stokenFile(20), { name: 'Apps' })
    desk.apple.answer = config({ libraryId: '43', locationName: 'Paris' })
    expect(await codeOf(() => desk.importStoken(desk.stokenFile(365), { name: 'Apps' }))).toBe(
      'credential.other-library',
    )
    expect((await desk.importStoken(desk.stokenFile(365))).credential.name).toBe('Paris')
    expect(desk.list().credentials).toHaveLength(2)
  })

  it('does not take an older file while the stored one works', async () => {
    const { credential: first } = await desk.importStoken(desk.stokenFile(365))
    expect(await codeOf(() => desk.importStoken(desk.stokenFile(20)))).toBe('credential.older')
    desk.apple.answer = refused('revoked', 9625)
    await desk.handlers.verify({ id: first.id }, CONTEXT)
    desk.apple.answer = config()
    expect((await desk.importStoken(desk.stokenFile(300))).credential).toMatchObject({ id: first.id, state: 'ok' })
  })

  it('keeps who was confirmed', async () => {
    desk.apple.answer = config({ usedBy: OURS })
    const { credential } = await desk.importStoken(desk.stokenFile(20))
    desk.handlers.confirmService({ id: credential.id }, CONTEXT)
    expect((await desk.importStoken(desk.stokenFile(365))).credential.state).toBe('ok')
  })
})

describe('a stored content token', () => {
  async function stored() {
    return (await desk.importStoken(desk.stokenFile(200))).credential
  }
  const verify = async (of: { id: ReturnType<typeof id> }) => desk.handlers.verify({ id: of.id }, CONTEXT)

  it('goes through its states, each with since when', async () => {
    const credential = await stored()
    const states: unknown[] = []
    const startedAt = desk.clock.now()
    for (const answer of [
      SILENT,
      SILENT,
      config(),
      config({ usedBy: OURS }),
      config({ usedBy: OURS }),
      refused('revoked', 9625),
      SILENT,
      refused('expired', 9621),
      config({ usedBy: OURS }),
    ]) {
      await desk.clock.advance(DAY_MS)
      desk.apple.answer = answer
      const { state, stateSince } = await verify(credential)
      states.push([state, (stateSince! - startedAt) / DAY_MS])
    }
    expect(states).toEqual([
      ['unreachable', 1],
      ['unreachable', 1],
      ['ok', 3],
      ['used-elsewhere', 4],
      ['used-elsewhere', 4],
      ['rejected', 6],
      ['rejected', 6],
      ['expired', 8],
      ['used-elsewhere', 9],
    ])
  })

  it('says why it was rejected, and forgets that once it is accepted', async () => {
    const credential = await stored()
    desk.apple.answer = refused('revoked', 9625)
    expect((await verify(credential)).stoken?.problem).toBe('revoked')
    desk.apple.answer = config()
    expect((await verify(credential)).stoken?.problem).toBeNull()
  })

  it('is used elsewhere until somebody says that it is their console, and again when that changes', async () => {
    desk.apple.answer = config({ usedBy: OURS })
    const credential = await stored()
    expect(credential).toMatchObject({ state: 'used-elsewhere', stoken: { usedBy: OURS } })
    expect(await desk.handlers.confirmService({ id: credential.id }, CONTEXT)).toMatchObject({ state: 'ok' })
    expect((await verify(credential)).state).toBe('ok')
    desk.apple.answer = config({ usedBy: { id: 'intune', name: 'Intune' } })
    expect((await verify(credential)).state).toBe('used-elsewhere')
  })

  it('has nobody to confirm where nobody uses it', async () => {
    const { id: of } = await stored()
    expect(await codeOf(() => desk.handlers.confirmService({ id: of }, CONTEXT))).toBe('credential.unsuitable')
  })

  it('stays as it is where Apple names another library', async () => {
    const credential = await stored()
    desk.apple.answer = config({ libraryId: '99' })
    expect(await codeOf(() => verify(credential))).toBe('credential.other-library')
    expect(desk.list().credentials[0]).toEqual(credential)
  })

  it('is not one library twice: two that were stored unseen are told apart when Apple tells', async () => {
    desk.apple.answer = SILENT
    const { credential: a } = await desk.importStoken(desk.stokenFile(100, 'A'))
    const { credential: b } = await desk.importStoken(desk.stokenFile(100, 'B'))
    desk.apple.answer = config()
    expect((await verify(a)).state).toBe('ok')
    expect(await codeOf(() => verify(b))).toBe('credential.other-library')
  })

  it('is forgotten with what is sealed of it', async () => {
    const { id: of } = await stored()
    desk.handlers.remove({ id: of }, CONTEXT)
    expect([desk.list().credentials, desk.secrets()]).toEqual([[], []])
  })
})

describe('the daily look', () => {
  const day = (n: number) => n * DAY_MS
  test.each([
    ['never asked', { verifiedAt: null, expiresAt: day(100) }, undefined, true],
    ['answered an hour ago', { verifiedAt: day(10) - 3_600_000, expiresAt: day(100) }, undefined, false],
    ['answered a day ago', { verifiedAt: day(9), expiresAt: day(100) }, undefined, true],
    ['silent half an hour ago', { verifiedAt: day(9), expiresAt: day(100) }, day(10) - 1_800_000, false],
    ['silent an hour ago', { verifiedAt: day(9), expiresAt: day(100) }, day(10) - 3_600_000, true],
    ['past its date', { verifiedAt: null, expiresAt: day(10) }, undefined, false],
    ['answered by a clock far ahead', { verifiedAt: day(20), expiresAt: day(100) }, undefined, true],
  ])('%s', (_what, stored, askedAt, expected) => {
    expect(isDue(stored, askedAt, day(10))).toBe(expected)
  })

  it('asks each once, waits for an unlocked vault, and goes on the next day', async () => {
    await desk.importStoken(desk.stokenFile(100), { offline: true })
    desk.lock.isLocked = true
    const { stop } = desk.service.startChecks()
    await desk.clock.advance(DAY_MS)
    expect(desk.apple.asked).toHaveLength(0)
    desk.lock.isLocked = false
    await desk.clock.advance(600_000)
    expect(desk.apple.asked).toHaveLength(1)
    await desk.clock.advance(DAY_MS)
    expect(desk.apple.asked).toHaveLength(2)
    stop()
  })
})
