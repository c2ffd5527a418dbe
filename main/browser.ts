import { explainFailedStart, openLog } from './desktop.ts'
import { runBrowserDesktop } from './demo/browser-desktop.ts'
import { NoBrowserError, type BrowserApp } from './open-browser.ts'
import { resolveDataDir } from './ports/paths.ts'
import { isRootOnLinux } from './shell/browser/start.ts'
import { readCommandLine } from './shell/command-line.ts'
import { addressInArguments } from './shell/deep-link.ts'

/** The desktop entry where Electron's runtime is missing. Ends when the window is closed, or by Ctrl-C. */
const dataDir = resolveDataDir(readCommandLine(process.argv).dataDir, process.env, process.platform)
const log = openLog(dataDir)

if (isRootOnLinux()) say('Warning: as root the browser runs without its sandbox. Start ADE Desk as an ordinary user.')
try {
  let shown: BrowserApp | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void shown?.close())
  const address = addressInArguments(process.argv)
  await runBrowserDesktop({ dataDir, log, address, onWindow: (app) => (shown = app) })
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
