import { runCli } from './cli/run.ts'
import { noSealing } from './ports/sealing.ts'
import { cliHost } from './start-cli.ts'

/** The terminal entry: the same core as the desktop, with Node's own ports. */
process.exitCode = await runCli(process.argv.slice(2), cliHost(noSealing))
