import type { App, BrowserWindow, Dialog } from 'electron'
import type { Log } from '../../ports/log.ts'
import type { AttendedDesktop } from './attend-desktop.ts'
import { askToQuit, endsNow, meaningOfClose } from './closing.ts'
import type { ShellStatus } from './shell-status.ts'

type Options = {
  readonly app: Pick<App, 'on' | 'quit' | 'exit'>
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly desktop: Pick<AttendedDesktop, 'status' | 'texts' | 'say'>
  readonly platform: NodeJS.Platform
  readonly log: Log
}

/**
 * How the program ends, so that nothing is lost: a window closed during a run is only hidden, leaving during a run is
 * asked about, and the core is closed before the process is.
 */
export function createLeaving({ app, dialog, desktop, platform, log }: Options) {
  let isQuitting = false
  let isHidden = false
  let hasSaid = false
  let isAsking = false

  const isRunning = () => (desktop.status()?.running.length ?? 0) > 0
  const startsAtLogin = () => desktop.status()?.settings.startAtLogin ?? false

  function hide(window: Pick<BrowserWindow, 'hide'>): void {
    isHidden = true
    window.hide()
    // Whoever let the program start with the session knows that it stays.
    if (hasSaid || startsAtLogin()) return
    hasSaid = true
    const { goesOnTitle, goesOnDetail } = desktop.texts().shell.closing
    desktop.say(goesOnTitle, goesOnDetail)
  }

  async function ask(): Promise<void> {
    if (isAsking) return
    isAsking = true
    try {
      if (!(await askToQuit(dialog, desktop.status()?.running.length ?? 0, desktop.texts()))) return
      isQuitting = true
      app.quit()
    } finally {
      isAsking = false
    }
  }

  app.on('before-quit', (event) => {
    if (isQuitting || !isRunning()) {
      isQuitting = true
      return
    }
    event.preventDefault()
    ask().catch((error: unknown) => log.error('app.quit-not-asked', { error }))
  })
  app.on('window-all-closed', () => {
    if (platform !== 'darwin') app.quit()
  })

  const systemEnds = () => {
    isQuitting = true
  }
  return {
    /** For each window, before it is shown. */
    attend(window: Pick<BrowserWindow, 'on' | 'hide'>): void {
      window.on('close', (event) => {
        const situation = { platform, isRunning: isRunning(), startsAtLogin: startsAtLogin(), isQuitting }
        if (meaningOfClose(situation) === 'close') return
        event.preventDefault()
        hide(window)
      })
      // Windows tells the window, not the program, that the session ends.
      if (platform === 'win32') window.on('query-session-end', systemEnds)
    },

    shown(): void {
      isHidden = false
    },

    systemEnds,

    follow({ running, settings }: ShellStatus): void {
      const isOver = endsNow({ isHidden, isRunning: running.length > 0, startsAtLogin: settings.startAtLogin })
      if (isOver) app.quit()
    },

    /** Leaves only after `close` has cancelled running work and closed the store. */
    after(close: () => Promise<void>): void {
      let closing: Promise<void> | undefined
      app.on('will-quit', (event) => {
        event.preventDefault()
        closing ??= close()
          .catch((error: unknown) => log.error('app.close-failed', { error }))
          .then(() => app.exit())
      })
    },
  }
}
