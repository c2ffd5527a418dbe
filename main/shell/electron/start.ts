import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Log } from '../../ports/log.ts'
import { createPageService, type PageCore } from '../serve-page.ts'
import { hasNeutralLanguage } from './language.ts'
import { guardContents, guardSession } from './guard.ts'
import { menuTemplate } from './menu.ts'
import { pageAddress } from './page-address.ts'
import { connectPage } from './page-port.ts'
import { PAGE_SCHEME_PRIVILEGES, servePageFiles } from './page-protocol.ts'
import { electronPowers } from './powers.ts'
import { attendWindow, PAGE_PARTITION, windowOptions } from './window.ts'
import { loadWindowState, placeWindow } from './window-state.ts'

export type Electron = Pick<
  typeof import('electron'),
  'app' | 'BrowserWindow' | 'Menu' | 'dialog' | 'protocol' | 'screen' | 'session' | 'shell'
>

export type ElectronShellOptions = {
  readonly dataDir: string
  /** Folders of the build. */
  readonly pageDir: string
  readonly preload: string
  readonly log: Log
  readonly ref: () => string
  readonly devServerUrl: string | undefined
  /** Called once the app is ready: before that the system's keyring does not answer. */
  readonly openCore: () => Promise<PageCore & { readonly close: () => Promise<void> }>
}

/** Runs the desktop in Electron. Returns false when another instance has the data folder: that one comes to the front. */
export async function startElectronShell(electron: Electron, options: ElectronShellOptions): Promise<boolean> {
  const { app, protocol } = electron
  app.enableSandbox()
  if (hasNeutralLanguage(process.env)) app.commandLine.appendSwitch('lang', 'en-US')
  protocol.registerSchemesAsPrivileged([PAGE_SCHEME_PRIVILEGES])
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  app.on('web-contents-created', (_event, contents) => guardContents(contents, options.log))
  app.on('child-process-gone', (_event, { type, reason }) => options.log.error('process.gone', { type, reason }))
  await app.whenReady()

  const core = await options.openCore()
  const openWindow = prepareWindows(electron, options, core)
  let window: BrowserWindow | undefined = await openWindow()

  const show = async () => {
    if (!window || window.isDestroyed()) window = await openWindow()
    if (window.isMinimized()) window.restore()
    window.focus()
  }
  app.on('second-instance', () => void show())
  app.on('activate', () => void show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  quitAfter(app, () => core.close(), options.log)
  return true
}

/** Everything a window needs that is made once: the page's session, its files, the menu, the handlers. */
function prepareWindows(electron: Electron, options: ElectronShellOptions, core: PageCore) {
  const { app, BrowserWindow, Menu, screen } = electron
  const { log, ref, dataDir } = options
  const address = pageAddress({ isPackaged: app.isPackaged, devServerUrl: options.devServerUrl })
  const pageSession = electron.session.fromPartition(PAGE_PARTITION)
  guardSession(pageSession, { address, log })
  servePageFiles(pageSession.protocol, options.pageDir)
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, { isPackaged: app.isPackaged })))

  const serve = createPageService(core, electronPowers(electron), { log, ref })
  const statePath = join(dataDir, 'window.json')

  return async (): Promise<BrowserWindow> => {
    const saved = await loadWindowState(statePath)
    const bounds = placeWindow(saved, screen.getAllDisplays())
    const window = new BrowserWindow(windowOptions({ bounds, preload: options.preload }))
    attendWindow(window, { statePath, wasMaximized: saved?.isMaximized ?? false, log })
    connectPage(window.webContents, { origin: address.origin, log, serve })
    await window.loadURL(address.url)
    return window
  }
}

/** Leaves only after running work was cancelled and the store closed. */
function quitAfter(app: Electron['app'], close: () => Promise<void>, log: Log): void {
  let closing: Promise<void> | undefined
  app.on('will-quit', (event) => {
    event.preventDefault()
    closing ??= close()
      .catch((error: unknown) => log.error('app.close-failed', { error }))
      .then(() => app.exit())
  })
}
