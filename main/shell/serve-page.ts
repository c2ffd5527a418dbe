import { files } from '../../shared/contract/files.ts'
import { contract, desktop, type CoreHandlers } from '../../shared/contract/index.ts'
import type { Port } from '../../shared/contract/wire.ts'
import { serve } from '../ipc/server.ts'
import { logFolder } from '../ports/log-files.ts'
import type { Log } from '../ports/log.ts'
import { collectDiagnostics } from './diagnostics.ts'
import { createDesktopHandlers, type DesktopPowers } from './desktop-handlers.ts'
import { createGrantedPaths, guardPaths } from './granted-paths.ts'
import { createHandedFiles } from './handed-files.ts'

/** What a page needs of the core. */
export type PageCore = {
  readonly handlers: CoreHandlers
  /** Every push of the core to whoever listens; returns the function that stops listening. */
  readonly onPush: (listener: (noun: string, verb: string, payload: unknown) => void) => () => void
  /** Where the program can show its demo in place of this window. */
  readonly showDemo?: ((wanted: boolean) => Promise<void>) | undefined
}

export type ServePage = (port: Port) => { readonly close: () => void }

export type PageService = {
  readonly serve: ServePage
  /** Asks the page to show an address; a page that is not there yet is asked as soon as it speaks. */
  readonly show: (address: string) => void
  /** Asks the page for a part of the window that has no address; a page that is not there hears nothing. */
  readonly ask: (what: 'palette' | 'key-map') => void
  /** The page may read this file: the person dropped it there or chose it in the page's own dialog. */
  readonly allowReading: (path: string) => void
}

/**
 * Serves the core's contract and the desktop's as one over a page's port, until `close()` aborts what is open. Paths
 * that the person chose stay chosen while the shell runs, also for a page that is loaded again.
 */
export function createPageService(
  core: PageCore,
  powers: DesktopPowers,
  { dataDir, log, ref }: { readonly dataDir: string; readonly log: Log; readonly ref: () => string },
): PageService {
  const granted = createGrantedPaths()
  const desktopHandlers = createDesktopHandlers(powers, granted, {
    folders: { data: dataDir, logs: logFolder(dataDir) },
    showDemo: core.showDemo,
    collectDiagnostics: () =>
      collectDiagnostics({ handlers: core.handlers, dataDir, shell: powers.info.shell, now: () => Date.now() }),
  })
  const handlers = { ...guardPaths(core.handlers, granted), ...desktopHandlers, ...createHandedFiles(dataDir, granted) }

  const pages = new Set<Port>()
  let waiting: string | undefined
  const pushAddress = (port: Port, address: string) =>
    port.post({ type: 'push', name: 'shell.opened', payload: { address } })

  function servePage(port: Port) {
    const served = serve({ ...contract, ...desktop, ...files }, handlers, port, { log, ref })
    const stopPushes = core.onPush((noun, verb, payload) =>
      port.post({ type: 'push', name: `${noun}.${verb}`, payload }),
    )
    pages.add(port)
    if (waiting !== undefined) pushAddress(port, waiting)
    waiting = undefined
    return {
      close() {
        pages.delete(port)
        stopPushes()
        served.close()
      },
    }
  }

  return {
    serve: servePage,
    show(address) {
      if (pages.size === 0) waiting = address
      for (const port of pages) pushAddress(port, address)
    },
    ask(what) {
      for (const port of pages) port.post({ type: 'push', name: 'shell.asked', payload: { what } })
    },
    allowReading: (path) => void granted.grant(path, 'read'),
  }
}
