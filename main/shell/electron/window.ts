import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import type { Log } from '../../ports/log.ts'
import { MIN_SIZE, saveWindowState, type WindowState } from './window-state.ts'

/** In memory: the page leaves nothing on disk, whatever a library stores. */
export const PAGE_PARTITION = 'ade-desk'

/** A page that crashed is loaded again, but not one that crashes at once. */
const MIN_LIFE_MS = 60_000

export function windowOptions({
  bounds,
  preload,
}: {
  readonly bounds: BrowserWindowConstructorOptions
  readonly preload: string
}): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: MIN_SIZE.width,
    minHeight: MIN_SIZE.height,
    show: false,
    title: 'ADE Desk',
    webPreferences: {
      preload,
      partition: PAGE_PARTITION,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // Its dictionaries would be fetched from a server of the browser's maker.
      spellcheck: false,
    },
  }
}

type Window = Pick<
  BrowserWindow,
  'on' | 'once' | 'show' | 'maximize' | 'minimize' | 'getNormalBounds' | 'isMaximized'
> & {
  readonly webContents: Pick<BrowserWindow['webContents'], 'on' | 'reload'>
}

type Attention = {
  readonly statePath: string
  readonly wasMaximized: boolean
  /** The system started the program, not a person: the window waits in the task bar. */
  readonly isMinimized: boolean
  readonly log: Log
}

/** Shows the window once the page is drawn, remembers where it stood, and says in the log when it hangs or dies. */
export function attendWindow(window: Window, { statePath, wasMaximized, isMinimized, log }: Attention): void {
  window.once('ready-to-show', () => {
    if (isMinimized) return window.minimize()
    if (wasMaximized) window.maximize()
    window.show()
  })
  window.on('close', () => {
    const state: WindowState = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }
    saveWindowState(statePath, state).catch((error: unknown) => log.warn('window.state-not-saved', { error }))
  })
  window.on('unresponsive', () => log.error('window.unresponsive', {}))
  window.on('responsive', () => log.info('window.responsive', {}))

  let loadedAt = performance.now()
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('window.page-gone', { reason, exitCode })
    if (reason === 'clean-exit' || performance.now() - loadedAt < MIN_LIFE_MS) return
    loadedAt = performance.now()
    window.webContents.reload()
  })
}
