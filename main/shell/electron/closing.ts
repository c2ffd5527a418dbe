import type { Dialog } from 'electron'
import type { ShellTexts } from './texts.ts'

type Situation = {
  readonly platform: NodeJS.Platform
  readonly isRunning: boolean
  readonly startsAtLogin: boolean
  /** The person asked for the end, or the system does. */
  readonly isQuitting: boolean
}

/**
 * What closing the window means. `close`: the window goes, and with it the program, except on macOS. `hide`: the program
 * stays in the tray, because it reads from Apple just now or was set to be there.
 */
export function meaningOfClose({ platform, isRunning, startsAtLogin, isQuitting }: Situation): 'close' | 'hide' {
  if (isQuitting || platform === 'darwin') return 'close'
  return isRunning || startsAtLogin ? 'hide' : 'close'
}

/** A program whose window was closed during a run ends when the run has; one that starts at login stays. */
export function endsNow({
  isHidden,
  isRunning,
  startsAtLogin,
}: {
  readonly isHidden: boolean
  readonly isRunning: boolean
  readonly startsAtLogin: boolean
}): boolean {
  return isHidden && !isRunning && !startsAtLogin
}

/** True when the person wants to end runs that are under way. The safe answer is the default one. */
export async function askToQuit(
  dialog: Pick<Dialog, 'showMessageBox'>,
  running: number,
  { shell }: ShellTexts,
): Promise<boolean> {
  const { quitTitle, quitDetail, quit, keepRunning } = shell.closing
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: quitTitle(running),
    detail: quitDetail,
    buttons: [keepRunning, quit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
