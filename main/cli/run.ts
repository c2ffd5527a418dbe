import { AppError } from '../../shared/errors.ts'
import { fileReason } from '../../shared/file-reason.ts'
import type { Core } from '../core/core.ts'
import type { CliContext, GlobalOptions, StoreRepair } from './context.ts'
import { EXIT } from './exit-codes.ts'
import type { Io } from './io.ts'
import { createOutput } from './output.ts'
import { createProgram, describeFailure, overrideExit } from './program.ts'

export type CliHost = {
  readonly io: Io
  readonly version: string
  readonly openCore: (options: GlobalOptions) => Promise<Core>
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly writeFile: (path: string, text: string) => Promise<void>
  /** Puts what can be read of a damaged store into a new one; the damaged one is kept. */
  readonly repairStore: (options: GlobalOptions) => StoreRepair
  /** Short text that finds a failure in the log. */
  readonly ref: () => string
}

/** Answers one command line and gives its exit code. Never throws, never ends the process. */
export async function runCli(argv: readonly string[], host: CliHost): Promise<number> {
  const { io } = host
  let core: Core | undefined
  let context: CliContext | undefined

  const program = createProgram(host.version, (options) => {
    context = {
      io,
      output: createOutput(io, { json: options.json ?? false, quiet: options.quiet ?? false }),
      options,
      core: async () => (core ??= await host.openCore(options)),
      call: (report = () => {}) => ({ signal: io.signal, report }),
      readFile: (path) => readInput(host, path),
      readText: async (path) => decode(await readInput(host, path)),
      writeFile: (path, text) => writeOutput(host, path, text),
      repairStore: () => host.repairStore(options),
      exitCode: EXIT.done,
    }
    return context
  })
  overrideExit(program, io)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return context?.exitCode ?? EXIT.done
  } catch (error) {
    const ref = host.ref()
    const failure = describeFailure(error, { ref, signal: io.signal })
    if (!failure) return EXIT.done
    if (failure.exitCode === EXIT.fault) core?.log.error('cli.broke', { ref, error })
    // A script reads the one document on stdout; whoever watches stderr finds the failure there as well.
    if (argv.includes('--json')) {
      io.writeErr(`${JSON.stringify(failure.json)}\n`)
      await io.writeOut(failureDocument(failure.json, context?.output.unfinished())).catch(() => {}) // it may be stdout that failed
    } else {
      io.writeErr(`${failure.text}\n`)
    }
    return failure.exitCode
  } finally {
    await core?.close()
  }
}

/** A document of its own, or the last member of the one that had begun: stdout holds exactly one. */
function failureDocument(json: { readonly error: unknown }, unfinished: string | undefined): string {
  if (unfinished === undefined) return `${JSON.stringify(json, null, 2)}\n`
  return `${unfinished},\n  "error": ${JSON.stringify(json.error)}\n}\n`
}

async function readInput(host: CliHost, path: string): Promise<Uint8Array> {
  try {
    return await host.readFile(path)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('file.unreadable', fileReason(cause, 'read'), { path, cause })
  }
}

/** Windows PowerShell writes UTF-16 by itself; its mark in front tells. */
function decode(bytes: Uint8Array): string {
  const mark = bytes.length >= 2 ? (bytes[0]! << 8) | bytes[1]! : 0
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

async function writeOutput(host: CliHost, path: string, text: string): Promise<void> {
  try {
    await host.writeFile(path, text)
  } catch (cause) {
    throw new AppError('file.unwritable', fileReason(cause, 'write'), { path, cause })
  }
}
