import { openBrowserApp, type BrowserApp, type BrowserAppOptions } from '../open-browser.ts'
import { DEMO_DEVICES } from './options.ts'
import { createDemoPlace, prepareDemo, removeDemoPlace, type Demo } from './prepare.ts'

/** The answer to the page that asked reaches it before its window goes. */
const ANSWER_MS = 200

type Options = Omit<BrowserAppOptions, 'showDemo' | 'passphrase'> & {
  /** Each window as it opens. */
  readonly onWindow?: (app: BrowserApp) => void
  readonly devices?: number
}

/**
 * The desktop in an installed browser, with the demo beside it: one window at a time, over the program's own data or
 * over the demo's, until a person closes it. The demo and its folder are gone with its window.
 */
export async function runBrowserDesktop({ onWindow, devices = DEMO_DEVICES, ...own }: Options): Promise<void> {
  let demo: Demo | undefined
  for (;;) {
    const next = await showWindow(own, demo, { onWindow, devices })
    if (demo) await endDemo(demo)
    if (next === undefined) return
    demo = next === 'own' ? undefined : next
  }
}

type Next = Demo | 'own' | undefined
type Around = { readonly onWindow: ((app: BrowserApp) => void) | undefined; readonly devices: number }

/** One window from its opening to its end; answers what is to be shown after it. */
async function showWindow(own: BrowserAppOptions, demo: Demo | undefined, around: Around): Promise<Next> {
  let asked: Promise<Next> | undefined
  let next: Next
  const showDemo = async (wanted: boolean): Promise<void> => {
    asked ??= wanted ? prepare(around.devices) : Promise.resolve('own' as const)
    try {
      next = await asked
    } catch (error) {
      asked = undefined
      throw error
    }
    setTimeout(() => void app.close(), ANSWER_MS)
  }
  const app = await openBrowserApp({ ...own, ...(demo && dataOf(demo)), showDemo })
  around.onWindow?.(app)
  await app.closed
  if (next === undefined) {
    // The person closed the window while the demo was being made.
    const late = await asked?.catch(() => undefined)
    if (late !== undefined && late !== 'own') await endDemo(late)
  }
  return next
}

function dataOf({ dataDir, network, told }: Demo): Partial<BrowserAppOptions> {
  return { dataDir, network, passphrase: told.passphrase, address: undefined }
}

async function prepare(devices: number): Promise<Demo> {
  const place = createDemoPlace()
  try {
    return await prepareDemo(place, { devices })
  } catch (error) {
    removeDemoPlace(place)
    throw error
  }
}

async function endDemo(demo: Demo): Promise<void> {
  await demo.close()
  removeDemoPlace(demo)
}
