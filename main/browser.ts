import { explainFailedStart, openLog } from './desktop.ts'
import { NoBrowserError, openBrowserApp } from './open-browser.ts'
import { resolveDataDir } from './ports/paths.ts'
import { isRootOnLinux } from './shell/browser/start.ts'
import { readCommandLine } from './shell/command-line.ts'
import { addressInArguments } from './shell/deep-link.ts'

/** The desktop entry where Electron's runtime is missing. Ends when the window is closed, or by Ctrl-C. */
const dataDir = resolveDataDir(readCommandLine(process.argv).dataDir, process.env, process.platform)
const log = openLog(dataDir)

if (isRootOnLinux()) say('Warning: as root the browser runs without its sandbox. Start ADE Desk as an ordinary user.')
try {
  const app = await openBrowserApp({ dataDir, log, address: addressInArguments(process.argv) })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void app.close())
  await app.closed
} catch (error) {
  process.exitCode = 1
  if (error instanceof NoBrowserError) say(error.message)
  else {
    const { title, text } = explainFailedStart(error, log)
    say(`${title}\n${text}`)
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
