import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openElectronCore } from '../../../../main/demo/electron-core.ts'
import { createDemoPlace, prepareDemo, removeDemoPlace } from '../../../../main/demo/prepare.ts'
import { openDesktopCore, openLog } from '../../../../main/desktop.ts'
import { silentLog } from '../../../../main/ports/log.ts'
import { noSealing } from '../../../../main/ports/sealing.ts'

const context = { signal: new AbortController().signal, report: () => {} }

test('a demo has a token, devices and a simulator of its own, says that it is one, and leaves nothing behind', async () => {
  const place = createDemoPlace()
  const demo = await prepareDemo(place, { devices: 60 })
  const { dataDir, network, told } = demo
  const log = openLog(dataDir)
  const core = await openDesktopCore({ dataDir, sealing: noSealing, log, network, passphrase: told.passphrase })
  const about = await core.handlers.app.about({}, context)
  expect(about).toMatchObject({ demo: true, dataDir: place.dataDir })
  expect(core.vault.status().state).toBe('unlocked')
  const [token] = await core.handlers.tokens.list({}, context)
  expect(token).toMatchObject({ name: 'Demo', state: 'ok' })
  expect(token!.deviceCount).toBeGreaterThan(50)
  // Checked in a thread of its own.
  expect((await core.handlers.app.doctor({}, context)).store).toMatchObject({ integrity: 'ok' })
  await core.close()
  await demo.close()
  removeDemoPlace(place)
  expect(existsSync(place.folder)).toBe(false)
})

test('the demo of the installed program is started and left by starting the program anew', async () => {
  const done: unknown[] = []
  const app = { relaunch: (options?: unknown) => done.push(options), quit: () => done.push('quit') }
  const place = createDemoPlace()
  const core = await openElectronCore(app, {
    dataDir: place.dataDir,
    sealing: noSealing,
    log: silentLog,
    demoPlace: place,
  })
  await core.showDemo(false)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(done).toEqual([{ args: expect.not.arrayContaining(['--demo']) as unknown }, 'quit'])
  await core.close()
  expect(existsSync(place.folder)).toBe(false)
})
