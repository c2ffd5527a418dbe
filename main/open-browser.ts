import { existsSync } from 'node:fs'
import { buildPaths } from './build-paths.ts'
import type { Core } from './core/core.ts'
import { newRef, openDesktopCore } from './desktop.ts'
import type { Log } from './ports/log.ts'
import type { NetworkSettings } from './ports/network.ts'
import { resolveDownloadsDir } from './ports/paths.ts'
import { noSealing } from './ports/sealing.ts'
import { findBrowser } from './shell/browser/find-browser.ts'
import {
  openBrowserShell,
  type BrowserChoice,
  type BrowserShell,
  type BrowserShellOptions,
} from './shell/browser/start.ts'

export type BrowserAppOptions = {
  readonly dataDir: string
  readonly log: Log
  /** Else an installed one is looked for. */
  readonly browser?: BrowserChoice | undefined
  readonly network?: NetworkSettings | undefined
  readonly downloadsDir?: string | undefined
  /** Answers the question for a file to open; else the system's own dialog asks. */
  readonly chooseFile?: BrowserShellOptions['chooseFile']
  /** What the page shows first: an address of it. */
  readonly address?: string | undefined
  /** Opens the vault at the start. */
  readonly passphrase?: string | undefined
  /** Shows the demo in place of this window, or the program's own data again. */
  readonly showDemo?: ((wanted: boolean) => Promise<void>) | undefined
}

/** `closed` resolves when the window is gone, running work cancelled and the store closed. */
export type BrowserApp = Pick<BrowserShell, 'page' | 'closed' | 'close'>

export class NoBrowserError extends Error {
  constructor() {
    super('No Chrome, Edge or Chromium was found. Install one, or name one in ADE_DESK_BROWSER.')
  }
}

/** The browser that would be used, if there is one. */
export function installedBrowser(): BrowserChoice | undefined {
  const executablePath = findBrowser(process.env, process.platform, existsSync)
  return executablePath === undefined ? undefined : { executablePath }
}

/** The desktop without Electron: the same core, the same page, an installed browser. Rejects with `NoBrowserError` when there is none. */
export async function openBrowserApp(options: BrowserAppOptions): Promise<BrowserApp> {
  const { dataDir, log, network, passphrase } = options
  if (!(options.browser ?? installedBrowser())) throw new NoBrowserError()
  return showInBrowser({
    ...options,
    core: await openDesktopCore({ dataDir, sealing: noSealing, log, network, passphrase }),
  })
}

/** Shows a core that is open already; from here on it is closed with the window, or when no window can be opened. */
export async function showInBrowser(
  options: Omit<BrowserAppOptions, 'network'> & { readonly core: Core },
): Promise<BrowserApp> {
  const { core, dataDir, log, downloadsDir = resolveDownloadsDir(process.env) } = options
  try {
    const browser = options.browser ?? installedBrowser()
    if (!browser) throw new NoBrowserError()
    const pageDir = buildPaths().page
    const { chooseFile, address, showDemo } = options
    const shell = await openBrowserShell({
      browser,
      core: { ...core, showDemo },
      dataDir,
      downloadsDir,
      pageDir,
      chooseFile,
      log,
      ref: newRef,
    })
    if (address !== undefined) shell.show(address)
    const closed = shell.closed.then(() => core.close())
    return {
      page: shell.page,
      closed,
      close: async () => {
        await shell.close()
        await closed
      },
    }
  } catch (error) {
    await core.close()
    throw error
  }
}
