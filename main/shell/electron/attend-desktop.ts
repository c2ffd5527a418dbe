import { homedir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import type { Notice } from '../../../shared/model/notice.ts'
import { logFolder } from '../../ports/log-files.ts'
import type { Log } from '../../ports/log.ts'
import type { PageCore } from '../serve-page.ts'
import { setBadge } from './badge.ts'
import { lockVault, syncAll } from './commands.ts'
import { setStartAtLogin } from './login-item.ts'
import { menuTemplate, type MenuActions } from './menu.ts'
import { createNotifier } from './notifications.ts'
import { watchShellStatus, type ShellStatus } from './shell-status.ts'
import { shellTexts, type ShellTexts } from './texts.ts'
import { createTray, describeState } from './tray.ts'

export type DesktopElectron = Pick<
  typeof import('electron'),
  'app' | 'Menu' | 'Tray' | 'Notification' | 'nativeImage' | 'shell'
>

export type DesktopOptions = {
  readonly core: PageCore
  readonly dataDir: string
  readonly iconDir: string
  readonly guideUrl: string
  readonly platform: NodeJS.Platform
  readonly log: Log
  readonly window: () => BrowserWindow | undefined
  /** Brings the window to the front, and in it what is asked for. */
  readonly open: (address?: string) => void
  readonly ask: MenuActions['ask']
  readonly checkForUpdates: () => void
  readonly onStatus: (status: ShellStatus) => void
}

export type AttendedDesktop = {
  readonly status: () => ShellStatus | undefined
  readonly texts: () => ShellTexts
  readonly say: (title: string, body: string) => void
  /** For a window that has just been made. */
  readonly markWindow: () => void
  /** Resolves once everything stands for the first time. */
  readonly ready: Promise<void>
  readonly stop: () => void
}

/** macOS colours a template itself; Windows takes 16 pixels and their double; Linux panels scale a large one. */
const TRAY_ICONS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'trayTemplate.png',
  win32: 'tray.png',
}

/** Menu, tray, notices, badge and the start at login: what the desktop shows of the program beside its window. */
export function attendDesktop(electron: DesktopElectron, options: DesktopOptions): AttendedDesktop {
  const { app, Menu, nativeImage } = electron
  const { core, platform, log, open } = options
  let status: ShellStatus | undefined
  let texts = shellTexts({ language: null }, app.getPreferredSystemLanguages())
  let startsAtLogin: boolean | undefined

  const startSync = () => {
    if (status) void syncAll(core.handlers, status, log)
  }
  const tray = openTray()
  const notifier = createNotifier(electron, open)
  const overlay = nativeImage.createFromPath(join(options.iconDir, 'overlay.png'))

  /** Some Linux desktops have no place for one: the window is enough. */
  function openTray() {
    const name = TRAY_ICONS[platform] ?? 'trayLarge.png'
    const actions = { open: () => open(), syncAll: startSync, quit: () => app.quit() }
    try {
      const image = nativeImage.createFromPath(join(options.iconDir, name))
      return createTray(electron, image, { actions, platform, now: () => Date.now() })
    } catch (error) {
      log.warn('shell.no-tray', { error })
      return undefined
    }
  }

  function showMenu(): void {
    const template = menuTemplate({
      platform,
      texts,
      isPackaged: app.isPackaged,
      actions: {
        show: open,
        ask: options.ask,
        syncAll: startSync,
        lock: () => void lockVault(core.handlers, log),
        openGuide: () => void electron.shell.openExternal(options.guideUrl),
        showLogs: () => void electron.shell.openPath(logFolder(options.dataDir)),
        checkForUpdates: options.checkForUpdates,
      },
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  /** A program started over other data, such as the demo, takes nothing back that it did not set. */
  async function followLogin(isWanted: boolean): Promise<void> {
    const isNews = isWanted !== (startsAtLogin ?? false)
    startsAtLogin = isWanted
    if (!isNews) return
    try {
      const { env, execPath } = process
      await setStartAtLogin(app, isWanted, { platform, env, executable: execPath, home: homedir() })
    } catch (error) {
      log.warn('shell.login-item-not-set', { error })
    }
  }

  function markWindow(): void {
    if (!status) return
    const mark = { count: status.attention, words: describeState(status, texts) }
    setBadge({ app, platform, overlay }, options.window(), mark)
  }

  function receive(next: ShellStatus): void {
    status = next
    const { language } = texts
    texts = shellTexts(next.settings, app.getPreferredSystemLanguages())
    if (texts.language !== language) showMenu()
    tray?.update(next, texts)
    markWindow()
    void followLogin(next.settings.startAtLogin)
    options.onStatus(next)
  }

  showMenu()
  const watch = watchShellStatus(core, { log }, receive)
  const stopNotices = core.onPush((noun, verb, payload) => {
    if (noun !== 'notices' || verb !== 'raised' || status?.settings.desktopNotices === false) return
    notifier.notice(payload as Notice, texts, Date.now()) // the contract's `notices.raised`
  })
  return {
    status: () => status,
    texts: () => texts,
    say: notifier.say,
    markWindow,
    ready: watch.ready,
    stop() {
      stopNotices()
      watch.stop()
      tray?.remove()
    },
  }
}
