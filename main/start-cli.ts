import type { CliHost } from './cli/run.ts'
import { repairStore } from './db/repair.ts'
import { systemClock } from './ports/clock.ts'
import { createEchoLog } from './ports/echo-log.ts'
import { createFileLog } from './ports/file-log.ts'
import { logPath } from './ports/log-files.ts'
import { loadNetworkSettings } from './ports/network.ts'
import { resolveDataDir } from './ports/paths.ts'
import { systemRandom } from './ports/random.ts'
import type { OsSealing } from './ports/sealing.ts'
import { processTerminal, readInputFile, writeOutputFile } from './ports/terminal.ts'
import { databasePath, startCore } from './start-core.ts'
import { VERSION } from './version.ts'

/** What the command line needs of this process; the packaged program hands in its operating system's sealing. */
export function cliHost(sealing: OsSealing): CliHost {
  const io = processTerminal()
  return {
    io,
    version: VERSION,
    readFile: readInputFile,
    writeFile: writeOutputFile,
    ref: () => systemRandom.uuid().slice(0, 8),
    repairStore: (options) =>
      repairStore(databasePath(resolveDataDir(options.dataDir, io.env, process.platform)), systemClock.now()),
    async openCore(options) {
      const dataDir = resolveDataDir(options.dataDir, io.env, process.platform)
      const network = await loadNetworkSettings(options, io.env)
      const file = createFileLog(logPath(dataDir), systemClock, { lowest: options.verbose ? 'debug' : 'info' })
      const log = options.verbose ? createEchoLog(file, (line) => io.writeErr(`${line}\n`)) : file
      return startCore({ dataDir, network, sealing, log, inProcess: true })
    },
  }
}
