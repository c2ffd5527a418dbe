import type { App, BrowserWindow, NativeImage } from 'electron'

type Options = {
  readonly app: Pick<App, 'setBadgeCount'>
  readonly platform: NodeJS.Platform
  /** The dot on Windows' task bar. */
  readonly overlay: NativeImage
}

/** How many matters need a person, at the program's icon: a number where the system has one, else a dot with words. */
export function setBadge(
  { app, platform, overlay }: Options,
  window: Pick<BrowserWindow, 'setOverlayIcon'> | undefined,
  { count, words }: { readonly count: number; readonly words: string },
): void {
  if (platform === 'win32') window?.setOverlayIcon(count > 0 ? overlay : null, count > 0 ? words : '')
  else app.setBadgeCount(count)
}
