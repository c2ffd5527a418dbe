import { contract, desktop, type CoreHandlers } from '../../shared/contract/index.ts'
import type { Port } from '../../shared/contract/wire.ts'
import { serve } from '../ipc/server.ts'
import type { Log } from '../ports/log.ts'
import { createDesktopHandlers, type DesktopPowers } from './desktop-handlers.ts'
import { createGrantedPaths, guardPaths } from './granted-paths.ts'

/** What a page needs of the core. */
export type PageCore = {
  readonly handlers: CoreHandlers
  /** Every push of the core to whoever listens; returns the function that stops listening. */
  readonly onPush: (listener: (noun: string, verb: string, payload: unknown) => void) => () => void
}

export type ServePage = (port: Port) => { readonly close: () => void }

/**
 * Serves the core's contract and the desktop's as one over a page's port, until `close()` aborts what is open. Paths
 * that the person chose stay chosen while the shell runs, also for a page that is loaded again.
 */
export function createPageService(
  core: PageCore,
  powers: DesktopPowers,
  { log, ref }: { readonly log: Log; readonly ref: () => string },
): ServePage {
  const granted = createGrantedPaths()
  const handlers = { ...guardPaths(core.handlers, granted), ...createDesktopHandlers(powers, granted) }

  return (port) => {
    const served = serve({ ...contract, ...desktop }, handlers, port, { log, ref })
    const stopPushes = core.onPush((noun, verb, payload) =>
      port.post({ type: 'push', name: `${noun}.${verb}`, payload }),
    )
    return {
      close() {
        stopPushes()
        served.close()
      },
    }
  }
}
