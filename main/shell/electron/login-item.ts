import { mkdirSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import type { App } from 'electron'
import { writePrivateFile } from '../../ports/files.ts'

/** The argument of a start by the system: the window is there, but out of the way. */
export const MINIMIZED_ARGUMENT = '--minimized'

type Env = Readonly<Record<string, string | undefined>>
type LoginApp = Pick<App, 'setLoginItemSettings' | 'getLoginItemSettings' | 'isPackaged'>

type Options = {
  readonly platform: NodeJS.Platform
  readonly env: Env
  /** The program as it was started. */
  readonly executable: string
  readonly home?: string
}

/**
 * Lets the system start the program with the session, or no longer. Only the installed program: from source it would
 * be the bare runtime that starts.
 */
export async function setStartAtLogin(app: LoginApp, isOn: boolean, options: Options): Promise<void> {
  if (!app.isPackaged) return
  if (options.platform === 'linux') return setAutostart(isOn, options)
  // Windows takes the arguments; macOS starts the program as it is and tells it so (`wasOpenedAtLogin`).
  app.setLoginItemSettings({ openAtLogin: isOn, path: options.executable, args: [MINIMIZED_ARGUMENT] })
}

/** Whether this start was the system's: then nobody waits for a window. */
export function startsMinimized(
  app: Pick<App, 'getLoginItemSettings'>,
  argv: readonly string[],
  platform: NodeJS.Platform,
): boolean {
  return argv.includes(MINIMIZED_ARGUMENT) || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
}

/** Desktop Application Autostart Specification: a desktop entry in the person's own configuration. */
async function setAutostart(isOn: boolean, { env, executable, home = homedir() }: Options): Promise<void> {
  const config = env['XDG_CONFIG_HOME']
  const folder = path.join(config?.startsWith('/') ? config : path.join(home, '.config'), 'autostart')
  const file = path.join(folder, 'ade-desk.desktop')
  if (!isOn) return rmSync(file, { force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // An AppImage unpacks itself anew for every start: what is to be started is the image.
  await writePrivateFile(file, new TextEncoder().encode(desktopEntry(env['APPIMAGE'] ?? executable)))
}

export function desktopEntry(executable: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=ADE Desk',
    `Exec=${quoted(executable)} ${MINIMIZED_ARGUMENT}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** Desktop Entry Specification, "The Exec key": quoted, special signs escaped twice over, percent signs doubled. */
function quoted(text: string): string {
  return `"${text.replace(/["`$\\]/g, '\\\\$&').replaceAll('%', '%%')}"`
}
