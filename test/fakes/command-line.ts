import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '../../main/cli/run.ts'
import type { CorePorts } from '../../main/core/ports.ts'
import { repairStore } from '../../main/db/repair.ts'
import { systemClock } from '../../main/ports/clock.ts'
import { createFileLog } from '../../main/ports/file-log.ts'
import { logPath } from '../../main/ports/log-files.ts'
import { loadNetworkSettings } from '../../main/ports/network.ts'
import { noSealing } from '../../main/ports/sealing.ts'
import { readInputFile, writeOutputFile } from '../../main/ports/terminal.ts'
import { databasePath, startCore } from '../../main/start-core.ts'

export type Answer = { readonly exitCode: number; readonly out: string; readonly err: string }

type Core = Awaited<ReturnType<typeof startCore>>

/** Stretching a passphrase made cheap: what is tested is what surrounds it. */
const CHEAP = { costLog2: 4, blockSize: 1, parallelization: 1 } as const

/**
 * The command line over a real core in a folder of its own, without a process: what it prints is collected.
 * `treat` may stand between the two, to see what is asked of the core. `passphraseCost` null is the product's own:
 * every command that opens the vault then takes its time.
 */
export function createCommandLine(
  env: Readonly<Record<string, string | undefined>> = {},
  treat: (core: Core) => Core = (core) => core,
  passphraseCost: CorePorts['cost'] | null = CHEAP,
) {
  const folder = mkdtempSync(join(tmpdir(), 'ade-desk-cli-'))
  const dataDir = join(folder, 'data')

  async function run(args: readonly string[], { signal = new AbortController().signal } = {}): Promise<Answer> {
    let out = ''
    let err = ''
    const io = {
      writeOut: async (text: string) => void (out += text),
      writeErr: (text: string) => void (err += text),
      env,
      isInteractive: false,
      askSecret: async () => '',
      signal,
    }
    const exitCode = await runCli(args, {
      io,
      version: '0.0.0',
      openCore: async (options) =>
        treat(
          await startCore({
            dataDir: options.dataDir ?? dataDir,
            network: await loadNetworkSettings(options, env),
            sealing: noSealing,
            log: createFileLog(logPath(dataDir), systemClock, { lowest: 'debug' }),
            inProcess: true,
            ...(passphraseCost && { passphraseCost }),
          }),
        ),
      repairStore: (options) => repairStore(databasePath(options.dataDir ?? dataDir), Date.now()),
      readFile: readInputFile,
      writeFile: writeOutputFile,
      ref: () => 'ref-1',
    })
    return { exitCode, out, err }
  }

  return {
    folder,
    dataDir,
    path: (name: string) => join(folder, name),
    run,
    /** Runs with `--json`; the answer is the one document on stdout. */
    async json(...args: string[]) {
      const answer = await run([...args, '--json'])
      return { exitCode: answer.exitCode, value: JSON.parse(answer.out) as Record<string, unknown>, err: answer.err }
    },
  }
}
