import { beforeEach, expect, test } from 'vitest'
import { startAutoLock } from '../../../../../main/core/vault/index.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { PASSPHRASE, setUpVault } from './fixture.ts'

const MINUTE_MS = 60_000

let minutes: number | null = 5
beforeEach(() => void (minutes = 5))

async function setUp(clockOf = (clock: ReturnType<typeof setUpVault>['clock']) => clock) {
  const { clock, vault } = setUpVault()
  await vault.create({ passphrase: PASSPHRASE })
  const autoLock = startAutoLock({ clock: clockOf(clock), log: silentLog, minutes: () => minutes, vault })
  return { clock, vault, autoLock }
}

test('locks when nobody has touched the window for the chosen time', async () => {
  const { clock, vault } = await setUp()
  await clock.advance(4 * MINUTE_MS)
  expect(vault.isUnlocked()).toBe(true)
  await clock.advance(MINUTE_MS + 10_000)
  expect(vault.isUnlocked()).toBe(false)
})

test('a touch begins the time anew', async () => {
  const { clock, vault } = await setUp()
  for (let minute = 0; minute < 20; minute++) {
    await clock.advance(MINUTE_MS)
    vault.touch()
  }
  expect(vault.isUnlocked()).toBe(true)
})

test('unlocking begins the time anew, however long the vault was locked', async () => {
  const { clock, vault } = await setUp()
  vault.lock()
  await clock.advance(60 * MINUTE_MS)
  await vault.unlock({ passphrase: PASSPHRASE })
  await clock.advance(4 * MINUTE_MS)
  expect(vault.isUnlocked()).toBe(true)
})

test('never locks when that was chosen, also not when the person leaves; a new choice holds at once', async () => {
  minutes = null
  const { clock, vault, autoLock } = await setUp()
  await clock.advance(10_000 * MINUTE_MS)
  autoLock.away()
  expect(vault.isUnlocked()).toBe(true)
  minutes = 1
  await clock.advance(10_000)
  expect(vault.isUnlocked()).toBe(false)
})

test('locks when the screen is locked or the computer goes to sleep', async () => {
  const { vault, autoLock } = await setUp()
  autoLock.away()
  expect(vault.isUnlocked()).toBe(false)
})

test('counts the time a computer has slept, in which the monotonic clock stands still', async () => {
  let sleptMs = 0
  const { clock, vault } = await setUp((real) => ({ ...real, now: () => real.now() + sleptMs }))
  sleptMs = 8 * 60 * MINUTE_MS
  await clock.advance(10_000)
  expect(vault.isUnlocked()).toBe(false)
})

test('a wall clock that is set back does not keep the vault open', async () => {
  let backMs = 0
  const { clock, vault } = await setUp((real) => ({ ...real, now: () => real.now() - backMs }))
  backMs = 24 * 60 * MINUTE_MS
  await clock.advance(6 * MINUTE_MS)
  expect(vault.isUnlocked()).toBe(false)
})

test('ends with the program', async () => {
  const { clock, vault, autoLock } = await setUp()
  autoLock.stop()
  expect(clock.sleeping()).toBe(0)
  await clock.advance(60 * MINUTE_MS)
  expect(vault.isUnlocked()).toBe(true)
})
