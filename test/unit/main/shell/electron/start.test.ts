import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { silentLog } from '../../../../../main/ports/log.ts'
import type { PageCore } from '../../../../../main/shell/serve-page.ts'
import { startElectronShell, type Electron } from '../../../../../main/shell/electron/start.ts'

/** As much of Electron as the shell touches, and a record of what it did with it. */
function fakeElectron({ isFirst = true } = {}) {
  const done: string[] = []
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    enableSandbox: () => void done.push('sandbox on'),
    requestSingleInstanceLock: () => isFirst,
    whenReady: async () => void done.push('ready'),
    getPath: () => '/downloads',
    quit: () => void done.push('quit'),
    exit: () => void done.push('exit'),
    commandLine: { appendSwitch: () => {} },
  })
  class Window extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), {
      ipc: new EventEmitter(),
      mainFrame: { url: 'app://ade-desk/' },
      isDestroyed: () => false,
      send: () => {},
    })
    loadURL = async (url: string) => void done.push(`load ${url}`)
    isDestroyed = () => false
    isMinimized = () => true
    restore = () => void done.push('restore')
    focus = () => void done.push('focus')
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    webRequest: { onBeforeRequest: () => {} },
    protocol: { handle: (scheme: string) => void done.push(`serve ${scheme}:`) },
  })
  const electron = {
    app,
    BrowserWindow: Window,
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => {} },
    dialog: {},
    shell: {},
    screen: { getAllDisplays: () => [] },
    protocol: { registerSchemesAsPrivileged: () => void done.push('scheme declared') },
    session: { fromPartition: () => session },
  }
  return { electron: electron as unknown as Electron, app, done }
}

function start(electron: Electron, done: string[]) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'electron-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const handlers = { devices: {}, vault: {} } as PageCore['handlers'] // no call is made here
  return startElectronShell(electron, {
    dataDir,
    pageDir: '/out/renderer',
    preload: '/out/preload/preload.cjs',
    log: silentLog,
    ref: () => '',
    devServerUrl: undefined,
    openCore: async () => {
      done.push('open core')
      return { handlers, onPush: () => () => {}, close: async () => void done.push('close core') }
    },
  })
}

test('the scheme and the sandbox are set before the app is ready, the core is opened after', async () => {
  const { electron, done } = fakeElectron()
  expect(await start(electron, done)).toBe(true)
  expect(done).toEqual(['sandbox on', 'scheme declared', 'ready', 'open core', 'serve app:', 'load app://ade-desk/'])
})

test('a second start opens nothing; the first instance comes to the front', async () => {
  const second = fakeElectron({ isFirst: false })
  expect(await start(second.electron, second.done)).toBe(false)
  expect(second.done).toEqual(['sandbox on', 'scheme declared', 'quit'])

  const first = fakeElectron()
  await start(first.electron, first.done)
  first.app.emit('second-instance')
  await Promise.resolve()
  expect(first.done.slice(-2)).toEqual(['restore', 'focus'])
})

test('however often the program is asked to leave, it does so once, after the core is closed', async () => {
  const { electron, app, done } = fakeElectron()
  await start(electron, done)
  let prevented = 0
  const event = { preventDefault: () => void (prevented += 1) }
  app.emit('will-quit', event)
  app.emit('will-quit', event)
  await new Promise((resolve) => setImmediate(resolve))
  expect(done.filter((step) => /close|exit/.test(step))).toEqual(['close core', 'exit'])
  expect(prevented).toBe(2)
})
