import { createServer } from 'node:net'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Core } from '../../../../../main/core/core.ts'
import { openDesktopCore } from '../../../../../main/desktop.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { noSealing } from '../../../../../main/ports/sealing.ts'
import { createSimulator, type Simulator } from '../../../../../main/simulator/server.ts'
import { Secret } from '../../../../../shared/secret.ts'
import { OUTSIDE } from './setup.ts'

/** The whole program over the simulator: what is chosen holds for the next request, and stays after a restart. */
const PASSPHRASE = 'four quiet words today'
const context = { signal: new AbortController().signal, report: () => {} }

let folder = ''
let simulator: Simulator
let core: Core
const open = () =>
  openDesktopCore({
    dataDir: path.join(folder, 'data'),
    sealing: noSealing,
    log: silentLog,
    network: { ...OUTSIDE, appleUrl: simulator.url },
    passphrase: PASSPHRASE,
  })

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'ade-settings-'))
  simulator = await createSimulator({ devices: 30 })
  core = await open()
  await core.handlers.vault.create({ passphrase: new Secret(PASSPHRASE) }, context)
})
afterEach(async () => {
  await core.close()
  await simulator.close()
  rmSync(folder, { recursive: true, maxRetries: 5 })
})

async function connect() {
  const { certificate } = await core.handlers.tokens.createKey({ name: 'Berlin' }, context)
  const bytes = simulator.issueToken(certificate)
  return (await core.handlers.tokens.importFile({ fileName: 'b.p7m', bytes, name: 'Berlin' }, context)).token
}

/** A proxy that hears what is asked of it and refuses. */
async function listeningProxy() {
  const heard: string[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (data) => {
      heard.push(data.toString('latin1'))
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { heard, port, close: () => new Promise((resolve) => server.close(resolve)) }
}

test('a proxy is used by the next verification and the next run, with its password, also after a restart', async () => {
  const token = await connect()
  const proxy = await listeningProxy()
  const change = { proxy: `http://svc@127.0.0.1:${proxy.port}`, proxyPassword: new Secret('50% hunter2') }
  await core.handlers.settings.change(change, context)
  await expect(core.handlers.tokens.verify({ tokenId: token.id }, context)).rejects.toMatchObject({ code: 'net.proxy' })
  const run = await core.handlers.sync.run({ tokenId: token.id }, context)
  expect(run.error).toMatchObject({ code: 'net.proxy' })
  const basic = Buffer.from('svc:50% hunter2').toString('base64')
  expect(proxy.heard.length).toBeGreaterThanOrEqual(2)
  for (const request of proxy.heard) expect(request).toContain(basic)

  await core.close()
  core = await open()
  await expect(core.handlers.tokens.verify({ tokenId: token.id }, context)).rejects.toMatchObject({ code: 'net.proxy' })
  await core.handlers.settings.change({ proxy: null }, context)
  expect((await core.handlers.tokens.verify({ tokenId: token.id }, context)).token.state).toBe('ok')
  await proxy.close()
})

test('a run that is under way when the vault locks ends well; the next one waits for the vault', async () => {
  const token = await connect()
  simulator.set({ latencyMs: 150 })
  const running = core.handlers.sync.run({ tokenId: token.id }, context)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await core.handlers.settings.change({ autoLockMinutes: 5 }, context)
  core.personLeft()
  expect(core.vault.status().state).toBe('locked')
  const run = await running
  expect(run).toMatchObject({ state: 'done', received: 30 })
  const schedules = await core.handlers.sync.schedules({}, context)
  expect(schedules[0]?.waitsFor).toBe('vault')
  await expect(core.handlers.sync.run({ tokenId: token.id }, context)).rejects.toMatchObject({ code: 'vault.locked' })
})

test('a restore brings the settings of the backup, and tells whoever listens', async () => {
  await core.handlers.settings.change({ noticeDays: [45, 5], isCompact: true }, context)
  const backup = path.join(folder, 'b.adebackup')
  const backupPassphrase = new Secret('a passphrase for the file')
  await core.handlers.vault.backup({ path: backup, backupPassphrase }, context)
  const file = new Uint8Array(readFileSync(backup))
  await core.close()
  rmSync(path.join(folder, 'data'), { recursive: true })
  core = await open()
  const pushed: unknown[] = []
  core.onPush((noun, verb, payload) => noun === 'settings' && verb === 'changed' && pushed.push(payload))
  const input = { file, backupPassphrase, passphrase: new Secret(PASSPHRASE) }
  const summary = await core.handlers.vault.restore(input, context)
  expect(summary.restored.settings).toBeGreaterThanOrEqual(2)
  expect(core.settings.current()).toMatchObject({ noticeDays: [45, 5], isCompact: true })
  expect(pushed.at(-1)).toMatchObject({ isCompact: true })
})
