import { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { silentLog } from '../../../../../main/ports/log.ts'
import { startElectronShell, type Electron, type ShellCore } from '../../../../../main/shell/electron/start.ts'
import { BRIDGE_CHANNEL } from '../../../../../shared/bridge.ts'
import type { CoreHandlers } from '../../../../../shared/contract/index.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../../../shared/model/settings.ts'
import type { SyncProgress } from '../../../../../shared/model/sync-run.ts'
import { EXPIRING } from './status-fixture.ts'

type FakeOptions = {
  readonly isFirst?: boolean
  readonly argv?: readonly string[]
  readonly platform?: NodeJS.Platform
}

/** As much of Electron as the shell touches, and a record of what it did with it. */
function fakeElectron({ isFirst = true }: FakeOptions = {}) {
  const done: string[] = []
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    enableSandbox: () => void done.push('sandbox on'),
    requestSingleInstanceLock: () => isFirst,
    setAsDefaultProtocolClient: (scheme: string) => void done.push(`links ${scheme}:`),
    setAppUserModelId: (id: string) => void done.push(`id ${id}`),
    setLoginItemSettings: ({ openAtLogin }: { openAtLogin: boolean }) => void done.push(`login ${openAtLogin}`),
    getLoginItemSettings: () => ({ wasOpenedAtLogin: false }),
    getPreferredSystemLanguages: () => ['en-GB'],
    setBadgeCount: (count: number) => void done.push(`badge ${count}`),
    whenReady: async () => void done.push('ready'),
    getPath: () => '/downloads',
    quit: () => void done.push('quit'),
    exit: () => void done.push('exit'),
    commandLine: { appendSwitch: () => {} },
  })
  const toPage: unknown[] = []
  const ipc = new EventEmitter()
  const mainFrame = { url: 'app://ade-desk/' }
  class Window extends EventEmitter {
    readonly webContents = Object.assign(new EventEmitter(), {
      ipc,
      mainFrame,
      isDestroyed: () => false,
      send: (_channel: string, message: unknown) => void toPage.push(message),
    })
    loadURL = async (url: string) => {
      done.push(`load ${url}`)
      this.emit('ready-to-show')
    }
    isDestroyed = () => false
    isMinimized = () => true
    minimize = () => void done.push('minimize')
    restore = () => void done.push('restore')
    show = () => void done.push('show')
    hide = () => void done.push('hide')
    focus = () => void done.push('focus')
    setOverlayIcon = (image: unknown, words: string) => void (image && done.push(`overlay ${words}`))
  }
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => {},
    setPermissionCheckHandler: () => {},
    setDevicePermissionHandler: () => {},
    webRequest: { onBeforeRequest: () => {} },
    protocol: { handle: (scheme: string) => void done.push(`serve ${scheme}:`) },
  })
  class Notification extends EventEmitter {
    static readonly isSupported = () => true
    readonly title: string
    constructor({ title }: { title: string }) {
      super()
      this.title = title
    }
    show = () => void done.push(`notice ${this.title}`)
  }
  class Tray extends EventEmitter {
    setToolTip = (text: string) => void done.push(`tray ${text}`)
    setContextMenu = () => {}
    destroy = () => {}
  }
  const powerMonitor = new EventEmitter()
  const electron = {
    app,
    BrowserWindow: Window,
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: () => void done.push('menu') },
    Tray,
    Notification,
    nativeImage: { createFromPath: () => ({}) },
    net: { isOnline: () => true },
    powerMonitor,
    dialog: {},
    shell: {},
    screen: { getAllDisplays: () => [] },
    protocol: { registerSchemesAsPrivileged: () => void done.push('scheme declared') },
    session: { fromPartition: () => session },
  }
  const pageSpeaks = () =>
    ipc.emit(BRIDGE_CHANNEL, { senderFrame: mainFrame }, { type: 'call', id: 1, name: 'shell.info', input: {} })
  return { electron: electron as unknown as Electron, app, powerMonitor, done, toPage, pageSpeaks }
}

/** A core with one token, all in order. */
function fakeCore(done: string[]) {
  let push: (noun: string, verb: string, payload: unknown) => void = () => {}
  let settings: Settings = { ...DEFAULT_SETTINGS, language: 'en' }
  let running: readonly SyncProgress[] = []
  const handlers = {
    devices: {},
    vault: { status: () => ({ state: 'unlocked', slots: [], secrets: 1 }) },
    tokens: { list: () => [{ id: 'berlin' }] },
    sync: { schedules: () => [], running: () => running },
    notices: { list: () => ({ notices: [EXPIRING], checkedAt: 0 }) },
    settings: { read: () => settings },
  } as unknown as CoreHandlers // what is not here is not called
  const core: ShellCore = {
    handlers,
    onPush: (listener) => {
      const before = push
      push = (...message) => {
        before(...message)
        listener(...message)
      }
      return () => {}
    },
    personLeft: () => void done.push('person left'),
    lookAtSchedule: () => void done.push('look'),
    close: async () => void done.push('close core'),
  }
  return {
    core,
    push: (noun: string, verb: string, payload: unknown) => push(noun, verb, payload),
    change: (next: Partial<Settings>) => (settings = { ...settings, ...next }),
    run: (now: readonly SyncProgress[]) => (running = now),
  }
}

async function start(options: FakeOptions = {}) {
  const fake = fakeElectron(options)
  const { core, ...coreControl } = fakeCore(fake.done)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'electron-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const isOpen = await startElectronShell(fake.electron, {
    dataDir,
    pageDir: '/out/renderer',
    preload: '/out/preload/preload.cjs',
    iconDir: '/out/icons',
    guideUrl: 'https://example.com/guide',
    argv: options.argv ?? ['ade-desk'],
    platform: options.platform ?? 'linux',
    log: silentLog,
    ref: () => '',
    devServerUrl: undefined,
    checkForUpdates: async () => void fake.done.push('updates'),
    openCore: async () => {
      fake.done.push('open core')
      return core
    },
  })
  const settle = () => new Promise((resolve) => setTimeout(resolve, 300))
  return { ...fake, ...coreControl, isOpen, settle }
}

test('the scheme and the sandbox are set before the app is ready, the core is opened after', async () => {
  const { isOpen, done } = await start()
  expect(isOpen).toBe(true)
  expect(done).toEqual([
    ...['sandbox on', 'scheme declared', 'ready', 'links adedesk:', 'open core', 'serve app:', 'menu'],
    ...['tray ADE Desk – 1 matter needs you', 'badge 1', 'load app://ade-desk/', 'show', 'badge 1', 'updates'],
  ])
})

test('a second start opens nothing; the first instance comes to the front', async () => {
  const second = await start({ isFirst: false })
  expect(second.isOpen).toBe(false)
  expect(second.done).toEqual(['sandbox on', 'scheme declared', 'quit'])

  const first = await start()
  first.app.emit('second-instance', {}, ['ade-desk'])
  await Promise.resolve()
  expect(first.done.slice(-3)).toEqual(['restore', 'show', 'focus'])
})

test('a start by the system leaves the window in the task bar', async () => {
  const { done } = await start({ argv: ['ade-desk', '--minimized'] })
  expect(done).toContain('minimize')
  expect(done).not.toContain('show')
})

const opened = (address: string) => ({ type: 'push', name: 'shell.opened', payload: { address } })

test('a link waits for the page and is handed to it once; links of a second start and of macOS follow', async () => {
  const { app, toPage, pageSpeaks } = await start({ argv: ['ade-desk', 'adedesk://device/C02XK1ZZZZ'] })
  expect(toPage).toEqual([])
  pageSpeaks()
  app.emit('second-instance', {}, ['ade-desk', 'adedesk://token/Berlin'])
  let isPrevented = false
  app.emit('open-url', { preventDefault: () => (isPrevented = true) }, 'adedesk://device/DMQVG7AAAA')
  await new Promise((resolve) => setImmediate(resolve))
  expect(toPage.filter((message) => (message as { type: string }).type === 'push')).toEqual([
    opened('#/devices?device=C02XK1ZZZZ'),
    opened('#/tokens?token=Berlin'),
    opened('#/devices?device=DMQVG7AAAA'),
  ])
  expect(isPrevented).toBe(true)
})

test('a hostile link brings the window to the front and nothing into it', async () => {
  const { app, toPage, pageSpeaks, done } = await start({ argv: ['ade-desk', 'adedesk://device/<script>'] })
  pageSpeaks()
  app.emit('open-url', { preventDefault() {} }, 'adedesk://run/everything?now=1')
  app.emit('second-instance', {}, ['ade-desk', 'javascript:alert(1)', '--inspect'])
  await new Promise((resolve) => setImmediate(resolve))
  expect(toPage.filter((message) => (message as { type: string }).type === 'push')).toEqual([])
  expect(done.at(-1)).toBe('focus')
})

test('a notice is shown outside of the window, unless the settings say otherwise', async () => {
  const { push, change, done, settle } = await start()
  push('notices', 'raised', EXPIRING)
  expect(done.at(-1)).toMatch(/^notice Berlin (expires|expired)/)
  change({ desktopNotices: false })
  push('settings', 'changed', {})
  await settle()
  push('notices', 'raised', EXPIRING)
  expect(done.filter((step) => step.startsWith('notice'))).toHaveLength(1)
})

test('menu, tray and start at login follow the settings', async () => {
  const { push, change, done, settle } = await start({ platform: 'win32' })
  change({ language: 'de', startAtLogin: true })
  push('settings', 'changed', {})
  await settle()
  expect(done.filter((step) => /menu|tray|login/.test(step))).toEqual([
    ...['menu', 'tray ADE Desk – 1 matter needs you'],
    ...['menu', 'tray ADE Desk – 1 Vorgang braucht Sie', 'login true'],
  ])
  change({ startAtLogin: false })
  push('settings', 'changed', {})
  await settle()
  expect(done.filter((step) => step.startsWith('login'))).toEqual(['login true', 'login false'])
})

test('a new window gets the mark that says how much needs a person', async () => {
  const { done } = await start({ platform: 'win32' })
  expect(done).toContain('overlay 1 matter needs you')
})

test('sleep, a locked screen and waking up reach the core', async () => {
  const { powerMonitor, done } = await start()
  for (const event of ['lock-screen', 'resume']) powerMonitor.emit(event)
  expect(done.slice(-2)).toEqual(['person left', 'look'])
})

test('however often the program is asked to leave, it does so once, after the core is closed', async () => {
  const { app, done } = await start()
  let prevented = 0
  const event = { preventDefault: () => void (prevented += 1) }
  app.emit('will-quit', event)
  app.emit('will-quit', event)
  await new Promise((resolve) => setImmediate(resolve))
  expect(done.filter((step) => /close|exit/.test(step))).toEqual(['close core', 'exit'])
  expect(prevented).toBe(2)
})
