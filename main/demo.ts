import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildPaths } from './build-paths.ts'
import { readDemoOptions } from './demo/options.ts'
import { savePicture } from './demo/picture.ts'
import { createDemoPlace, prepareDemo } from './demo/prepare.ts'
import type { Told } from './demo/story.ts'
import { electronRuntime, fetchElectronRuntime } from './demo/electron-runtime.ts'
import { openDesktopCore, openLog } from './desktop.ts'
import { installedBrowser, showInBrowser } from './open-browser.ts'
import { noSealing } from './ports/sealing.ts'
import { isRootOnLinux } from './shell/browser/start.ts'

/**
 * `npm run demo`: the main job on the built-in simulator, in a throw-away folder, then the window. `--once` ends after
 * the summary and a picture of the page.
 */
const options = readDemoOptions(process.argv.slice(2))
const place = createDemoPlace()
const { folder, dataDir } = place
const log = openLog(dataDir)

say(`ADE Desk demo: a simulator of Apple's service with ${options.devices} devices plays Apple on this computer\n`)
const demo = await prepareDemo(place, { devices: options.devices, say: (line) => say(`  ${line}`) })
const { told, network, simulator } = demo
say(`\nLifecycle report: ${told.csvPath}`)
say(`Data of the demo: ${dataDir} (delete it whenever you like)\n`)
await (options.once ? takePicture() : openWindow(told))
await demo.close()

/** Real Electron if it is there or comes within a short time, else an installed browser, else a picture. */
async function openWindow({ passphrase }: Told): Promise<void> {
  if (!electronRuntime() && !installedBrowser()) say("Looking for Electron's runtime …")
  const runtime = electronRuntime() ?? (await fetchElectronRuntime())
  if (runtime) return openElectron(runtime, passphrase)
  if (installedBrowser()) return openBrowser(passphrase)
  say('No window can be opened here: Electron has no runtime (a closed network refuses its download) and no Chrome,')
  say('Edge or Chromium was found. Install one of them, or name one in ADE_DESK_BROWSER, and run the demo again.')
  await takePicture()
}

async function openElectron(runtime: string, passphrase: string): Promise<void> {
  say('Opening ADE Desk in Electron. Close the window to end the demo.')
  const env = {
    ...process.env,
    ADE_DESK_DATA_DIR: dataDir,
    ADE_DESK_APPLE_URL: simulator.url,
    ADE_DESK_PASSPHRASE: passphrase,
  }
  const args = [...(isRootOnLinux() ? ['--no-sandbox'] : []), buildPaths().entry('index')]
  const child = spawn(runtime, args, { stdio: 'inherit', env })
  await new Promise((resolve) => {
    child.once('error', resolve)
    child.once('exit', resolve)
  })
}

async function openBrowser(passphrase: string): Promise<void> {
  say('Opening ADE Desk in an installed browser. Close the window to end the demo.')
  if (isRootOnLinux()) say('Warning: as root the browser runs without its sandbox.')
  const core = await openDesktopCore({ dataDir, sealing: noSealing, log, network, passphrase })
  // There is nothing but the demo to go back to: leaving it ends it.
  const app = await showInBrowser({
    core,
    dataDir,
    log,
    showDemo: async () => void setTimeout(() => void app.close(), 200),
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void app.close())
  await app.closed
}

/** The page as it would be seen; a machine that cannot even do that is told so and the demo still succeeded. */
async function takePicture(): Promise<void> {
  const path = join(folder, 'devices.png')
  try {
    const core = await openDesktopCore({ dataDir, sealing: noSealing, log, network, passphrase: told.passphrase })
    await savePicture({ core, dataDir, log, path })
    say(`Picture of the window: ${path}`)
  } catch (error) {
    log.error('demo.no-picture', { error })
    say('A picture of the window could not be taken here; the log of the demo says why.')
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
