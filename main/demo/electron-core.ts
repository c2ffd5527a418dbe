import type { Core } from '../core/core.ts'
import { openDesktopCore, type DesktopOptions } from '../desktop.ts'
import { argumentsFor, DEMO_DEVICES } from './options.ts'
import { prepareDemo, removeDemoPlace, type DemoPlace } from './prepare.ts'

/** The answer to the page that asked reaches it before its window goes. */
const ANSWER_MS = 200

export type ElectronCore = Core & { readonly showDemo: (wanted: boolean) => Promise<void> }

/** What of the shell's program is needed to start it anew. */
type Restartable = { readonly relaunch: (options: { args: string[] }) => void; readonly quit: () => void }

type Options = Pick<DesktopOptions, 'dataDir' | 'sealing' | 'log' | 'systemProxy'> & {
  /** Set when the program was started to show the demo. */
  readonly demoPlace: DemoPlace | undefined
}

/** The core of Electron's window: over the program's own data, or over a demo that is gone with it. */
export async function openElectronCore(app: Restartable, { demoPlace, ...options }: Options): Promise<ElectronCore> {
  const core = demoPlace ? await openDemoCore(demoPlace, options) : await openDesktopCore(options)
  return { ...core, showDemo: async (wanted) => startAgain(app, { isDemo: wanted }) }
}

async function openDemoCore(place: DemoPlace, options: DesktopOptions): Promise<Core> {
  const demo = await prepareDemo(place, { devices: DEMO_DEVICES })
  const core = await openDesktopCore({ ...options, network: demo.network, passphrase: demo.told.passphrase })
  return {
    ...core,
    async close() {
      await core.close()
      await demo.close()
      removeDemoPlace(place)
    },
  }
}

/**
 * Electron keeps its files in the data folder and holds its lock there, so another folder needs another process: this
 * one ends in its usual order and the next one is started.
 */
function startAgain(app: Restartable, wanted: { readonly isDemo: boolean }): void {
  app.relaunch({ args: argumentsFor(process.argv, wanted) })
  setTimeout(() => app.quit(), ANSWER_MS)
}
