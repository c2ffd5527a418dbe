import type { Menu, MenuItemConstructorOptions, NativeImage, Tray } from 'electron'
import type { ShellStatus } from './shell-status.ts'
import type { ShellTexts } from './texts.ts'

/** More names than these make a menu too wide: then they are counted. */
const MAX_NAMES = 3
const SOON_MS = 60_000

export type TrayActions = { readonly open: () => void; readonly syncAll: () => void; readonly quit: () => void }

/** The state in words, most pressing first. */
export function describeState({ vault, tokens, running, attention }: ShellStatus, { shell }: ShellTexts): string {
  const { tray } = shell
  if (vault === 'missing') return tray.noVault
  if (running.length > MAX_NAMES) return tray.runningMany(running.length)
  if (running.length > 0) return tray.running(running.join(', '))
  if (vault === 'locked') return tray.locked
  if (tokens.length === 0) return tray.noTokens
  return attention > 0 ? tray.attention(attention) : tray.allIsWell
}

/** When something runs next by itself; undefined while nothing will: no plan, or no key to do it with. */
export function describeNextRun(
  { vault, nextRunAt }: ShellStatus,
  { language, shell }: ShellTexts,
  now: number,
): string | undefined {
  if (nextRunAt === null || vault !== 'unlocked') return undefined
  if (nextRunAt - now < SOON_MS) return shell.tray.nextRunSoon
  const when = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return shell.tray.nextRun(when.format(nextRunAt))
}

export function trayTemplate(
  status: ShellStatus,
  texts: ShellTexts,
  { actions, now }: { readonly actions: TrayActions; readonly now: number },
): MenuItemConstructorOptions[] {
  const { tray } = texts.shell
  const nextRun = describeNextRun(status, texts, now)
  const canSync = status.vault === 'unlocked' && status.tokens.length > 0
  return [
    { label: describeState(status, texts), enabled: false },
    ...(nextRun === undefined ? [] : [{ label: nextRun, enabled: false }]),
    { type: 'separator' },
    { label: tray.open, click: actions.open },
    { label: tray.syncAll, enabled: canSync, click: actions.syncAll },
    { type: 'separator' },
    { label: tray.quit, click: actions.quit },
  ]
}

type Electron = {
  readonly Tray: new (image: NativeImage) => Pick<Tray, 'on' | 'setContextMenu' | 'setToolTip' | 'destroy'>
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate'>
}

/** The icon in the menu bar or the task bar's corner. A press on it opens the window, except on macOS: there, the menu. */
export function createTray(
  { Tray, Menu }: Electron,
  image: NativeImage,
  { actions, platform, now }: { actions: TrayActions; platform: NodeJS.Platform; now: () => number },
) {
  const tray = new Tray(image)
  if (platform !== 'darwin') tray.on('click', actions.open)
  return {
    update(status: ShellStatus, texts: ShellTexts): void {
      tray.setToolTip(`ADE Desk – ${describeState(status, texts)}`)
      tray.setContextMenu(Menu.buildFromTemplate(trayTemplate(status, texts, { actions, now: now() })))
    },
    remove: () => tray.destroy(),
  }
}
