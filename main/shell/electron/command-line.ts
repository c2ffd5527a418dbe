import { join } from 'node:path'
import type { App } from 'electron'
import { preparePrivateDir } from '../../ports/files.ts'

/**
 * Electron's own files belong into our data folder: the lock that makes one instance per folder, and on Windows the key
 * that seals. Both the window and the command line must use the same place, before the app is ready.
 */
export function placeAppData(app: Pick<App, 'setPath'>, dataDir: string): void {
  const place = join(dataDir, 'electron')
  preparePrivateDir(dataDir)
  preparePrivateDir(place)
  app.setPath('userData', place)
}

/** Answers a command line inside Electron, without a window and, on Linux, without a display. Ends the process. */
export async function answerCommandLine(
  app: Pick<App, 'commandLine' | 'dock' | 'whenReady' | 'exit'>,
  run: () => Promise<number>,
): Promise<void> {
  const hasDisplay = Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
  if (process.platform === 'linux' && !hasDisplay) app.commandLine.appendSwitch('ozone-platform', 'headless')
  app.dock?.hide()
  await app.whenReady()
  app.exit(await run())
}
