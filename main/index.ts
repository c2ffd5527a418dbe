import * as electron from 'electron'
import { buildPaths } from './build-paths.ts'
import { runCli } from './cli/run.ts'
import { explainFailedStart, newRef, openLog } from './desktop.ts'
import { openElectronCore } from './demo/electron-core.ts'
import { isDemoAsked } from './demo/options.ts'
import { createDemoPlace } from './demo/prepare.ts'
import { resolveDataDir } from './ports/paths.ts'
import { readCommandLine } from './shell/command-line.ts'
import { answerCommandLine, placeAppData } from './shell/electron/command-line.ts'
import { createSafeStorageSealing } from './shell/electron/safe-storage.ts'
import { startElectronShell } from './shell/electron/start.ts'
import { createUpdateCheck } from './shell/electron/updates.ts'
import { cliHost } from './start-cli.ts'
import { updateSource } from './update-source.ts'
import { GUIDE_URL } from './version.ts'

/** The desktop entry: the window, or with `--cli` the command line of the packaged program. */
const { app, dialog, safeStorage } = electron
const commandLine = readCommandLine(process.argv)
const isDemo = isDemoAsked(process.argv)
// Electron's own files and its lock go into the data folder, so the demo's is there before anything else.
const demoPlace = isDemo ? createDemoPlace() : undefined
const dataDir = demoPlace?.dataDir ?? resolveDataDir(commandLine.dataDir, process.env, process.platform)
const sealing = createSafeStorageSealing(safeStorage, process.platform)
placeAppData(app, dataDir)

if (commandLine.cli) {
  const { cli } = commandLine
  await answerCommandLine(app, () => runCli(cli, cliHost(sealing)))
} else {
  await openWindow()
}

/** The system's settings and its PAC file, evaluated as Chromium does. Needs the app to be ready, as the core's calls do. */
function systemProxy(url: string): Promise<string> {
  return electron.session.defaultSession.resolveProxy(url)
}

async function openWindow(): Promise<void> {
  const { page, preload, icons } = buildPaths()
  const log = openLog(dataDir)
  process.on('uncaughtExceptionMonitor', (error) => log.error('app.crashed', { error }))
  try {
    await startElectronShell(electron, {
      dataDir,
      pageDir: page,
      preload,
      iconDir: icons,
      guideUrl: GUIDE_URL,
      argv: process.argv,
      platform: process.platform,
      log,
      ref: newRef,
      devServerUrl: process.env['ELECTRON_RENDERER_URL'],
      checkForUpdates: createUpdateCheck({ isPackaged: app.isPackaged, log, ...updateSource(dataDir) }),
      openCore: () => openElectronCore(app, { dataDir, sealing, log, demoPlace, systemProxy }),
    })
  } catch (error) {
    const { title, text } = explainFailedStart(error, log)
    dialog.showErrorBox(title, text)
    app.exit(1)
  }
}
