import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createDeviceReader } from '../../../../../main/core/devices/index.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { insertDevices, openDeviceStore } from '../../../../fakes/device-store.ts'

/** What counting reads for the first time costs whoever jumps through a million devices half as much again. */
function openList() {
  const clock = createFakeClock()
  const db = openDeviceStore()
  insertDevices(db, [{ serial: 'C02A' }, { serial: 'C02B' }])
  const { handlers } = createDeviceReader({
    db,
    clock,
    openTarget: () => Promise.reject(new Error('no file is written')),
  })
  const context = { signal: new AbortController().signal, report() {} }
  const { view } = handlers.openView({ filter: {}, sort: { column: 'serial', direction: 'asc' } }, context) as {
    view: number
  }
  return {
    pass: async (ms: number) => {
      await clock.advance(ms)
      await turns()
    },
    leaf: () => handlers.rows({ view, offset: 0, limit: 10 }, context),
    count: () => {
      let isThere = false
      void Promise.resolve(handlers.facets({ filter: {} }, context)).then(() => (isThere = true))
      return () => isThere
    },
  }
}

async function turns(): Promise<void> {
  for (let each = 0; each < 100; each++) await turn()
}

test('counts come at once when nobody leafs through the list', async () => {
  const isCounted = openList().count()
  await turns()
  expect(isCounted()).toBe(true)
})

test('counts wait for the end of leafing', async () => {
  const { leaf, count, pass } = openList()
  leaf()
  const isCounted = count()
  for (let each = 0; each < 10; each++) {
    await pass(200)
    expect(isCounted()).toBe(false)
    leaf()
  }
  await pass(400)
  expect(isCounted()).toBe(true)
})

test('counts come at last to somebody who never pauses', async () => {
  const { leaf, count, pass } = openList()
  leaf()
  const isCounted = count()
  for (let ms = 0; ms < 11_000; ms += 200) {
    await pass(200)
    leaf()
  }
  expect(isCounted()).toBe(true)
})
