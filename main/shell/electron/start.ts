import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Log } from '../../ports/log.ts'
import { addressInArguments, addressOfLink, LINK_SCHEME } from '../deep-link.ts'
import { createPageService, type PageCore } from '../serve-page.ts'
import { attendDesktop, type DesktopElectron } from './attend-desktop.ts'
import { guardContents, guardSession } from './guard.ts'
import { hasNeutralLanguage } from './language.ts'
import { createLeaving } from './leaving.ts'
import { startsMinimized } from './login-item.ts'
import { pageAddress } from './page-address.ts'
import { connectPage } from './page-port.ts'
import { PAGE_SCHEME_PRIVILEGES, servePageFiles } from './page-protocol.ts'
import { watchNetwork, watchPower } from './power.ts'
import { electronPowers } from './powers.ts'
import { createPdfPrinter } from './print-pdf.ts'
import type { CheckForUpdates } from './updates.ts'
import { attendWindow, PAGE_PARTITION, windowOptions } from './window.ts'
import { loadWindowState, placeWindow } from './window-state.ts'

/** Windows shows notices and groups windows by it: the installer's shortcut carries the same. */
const APP_ID = 'org.ade-desk.ade-desk'

export type Electron = DesktopElectron &
  Pick<
    typeof import('electron'),
    'BrowserWindow' | 'dialog' | 'net' | 'powerMonitor' | 'protocol' | 'screen' | 'session'
  >

export type ShellCore = PageCore & {
  readonly personLeft: () => void
  readonly lookAtSchedule: () => void
  readonly close: () => Promise<void>
}

export type ElectronShellOptions = {
  readonly dataDir: string
  /** Folders of the build. */
  readonly pageDir: string
  readonly preload: string
  readonly iconDir: string
  readonly guideUrl: string
  readonly argv: readonly string[]
  readonly platform: NodeJS.Platform
  readonly log: Log
  readonly ref: () => string
  readonly devServerUrl: string | undefined
  readonly checkForUpdates: CheckForUpdates
  /** Called once the app is ready: before that the system's keyring does not answer. */
  readonly openCore: () => Promise<ShellCore>
}

/** Runs the desktop in Electron. Returns false when another instance has the data folder: that one comes to the front. */
export async function startElectronShell(electron: Electron, options: ElectronShellOptions): Promise<boolean> {
  const { app, protocol } = electron
  const { platform, log } = options
  app.enableSandbox()
  if (hasNeutralLanguage(process.env)) app.commandLine.appendSwitch('lang', 'en-US')
  if (platform === 'win32') app.setAppUserModelId(APP_ID)
  protocol.registerSchemesAsPrivileged([PAGE_SCHEME_PRIVILEGES])
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  const links = collectLinks(app, options.argv)
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log))
  app.on('child-process-gone', (_event, { type, reason }) => log.error('process.gone', { type, reason }))
  await app.whenReady()
  // From source it would be the bare runtime that links open.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)

  const core = await options.openCore()
  await runDesktop(electron, { ...options, core, links })
  return true
}

type Links = ReturnType<typeof collectLinks>

/** Links that come before somebody can show them wait: macOS hands one over before the app is ready. */
function collectLinks(app: Electron['app'], argv: readonly string[]) {
  let waiting = addressInArguments(argv)
  let receive: (address: string | undefined) => void = (address) => (waiting = address ?? waiting)
  app.on('open-url', (event, url) => {
    event.preventDefault()
    receive(addressOfLink(url))
  })
  app.on('second-instance', (_event, arguments_) => receive(addressInArguments(arguments_)))
  return {
    /** Every link from now on, and the one that waits. Without an address the window is only wanted at the front. */
    follow(open: (address?: string) => void): void {
      receive = open
      if (waiting !== undefined) open(waiting)
    },
  }
}

type RunningOptions = ElectronShellOptions & { readonly core: ShellCore; readonly links: Links }

async function runDesktop(electron: Electron, options: RunningOptions): Promise<void> {
  const { app, dialog, net, powerMonitor } = electron
  const { core, platform, log, links } = options
  const { openWindow, show, ask } = prepareWindows(electron, options)
  let window: BrowserWindow | undefined
  let isOpening = false

  const present = () => (window && !window.isDestroyed() ? window : undefined)
  const open = async (address?: string) => {
    if (address !== undefined) show(address)
    if (isOpening) return
    isOpening = true
    try {
      window = present() ?? (await openWindow(leaving.attend))
    } finally {
      isOpening = false
    }
    leaving.shown()
    desktop.markWindow()
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }
  const openSafely = (address?: string) => {
    open(address).catch((error: unknown) => log.error('window.not-opened', { error }))
  }
  const desktop = attendDesktop(electron, {
    ...options,
    window: present,
    open: openSafely,
    ask: (what) => {
      openSafely()
      ask(what)
    },
    checkForUpdates: () => void options.checkForUpdates({ dialog, texts: desktop.texts, isAsked: true }),
    onStatus: (status) => leaving.follow(status),
  })
  const leaving = createLeaving({ app, dialog, desktop, platform, log })

  const stopLooking = watchNetwork(() => net.isOnline(), core.lookAtSchedule)
  leaving.after(async () => {
    stopLooking()
    desktop.stop()
    await core.close()
  })
  watchPower(powerMonitor, { ...core, log, systemEnds: leaving.systemEnds })

  window = await openWindow(leaving.attend, { isMinimized: startsMinimized(app, options.argv, platform) })
  await desktop.ready
  desktop.markWindow()
  links.follow(openSafely)
  app.on('activate', () => openSafely())
  void options.checkForUpdates({ dialog, texts: desktop.texts, isAsked: false })
}

/** Everything a window needs that is made once: the page's session, its files, the handlers. */
function prepareWindows(electron: Electron, options: RunningOptions) {
  const { app, BrowserWindow, screen } = electron
  const { core, log, ref, dataDir, platform } = options
  const address = pageAddress({ isPackaged: app.isPackaged, devServerUrl: options.devServerUrl })
  const pageSession = electron.session.fromPartition(PAGE_PARTITION)
  guardSession(pageSession, { address, log })
  servePageFiles(pageSession.protocol, options.pageDir)

  const powers = electronPowers(electron, platform, createPdfPrinter(electron, log))
  const { serve, show, ask, allowReading } = createPageService(core, powers, { dataDir, log, ref })
  const statePath = join(dataDir, 'window.json')

  const openWindow = async (
    attend: (window: BrowserWindow) => void,
    { isMinimized = false } = {},
  ): Promise<BrowserWindow> => {
    const saved = await loadWindowState(statePath)
    const bounds = placeWindow(saved, screen.getAllDisplays())
    const window = new BrowserWindow(windowOptions({ bounds, preload: options.preload }))
    attendWindow(window, { statePath, wasMaximized: saved?.isMaximized ?? false, isMinimized, log })
    attend(window)
    connectPage(window.webContents, { origin: address.origin, log, serve, allowReading })
    await window.loadURL(address.url)
    return window
  }
  return { openWindow, show, ask }
}
