import { Command, CommanderError, Option } from 'commander'
import { isCancelled, type ErrorCode } from '../../shared/errors.ts'
import { toAppError } from '../../shared/store-failure.ts'
import { addAppCommands } from './app.ts'
import type { CliContext, GlobalOptions } from './context.ts'
import { addCredentialCommands } from './credentials.ts'
import { addDeviceCommands } from './devices.ts'
import { addDiagnoseCommands } from './diagnose.ts'
import { EXIT, exitCodeOf } from './exit-codes.ts'
import { failureWords } from './failure-words.ts'
import { addGroupCommands } from './group.ts'
import { addImportCommands } from './import.ts'
import type { Io } from './io.ts'
import { addNetcheckCommands } from './netcheck.ts'
import { addProfileCommands } from './profiles.ts'
import { addReconcileCommands } from './reconcile.ts'
import { addRehearseCommands } from './rehearse.ts'
import { addReportCommands } from './reports.ts'
import { addSyncCommands } from './sync.ts'
import { addTokenCommands } from './tokens.ts'
import { addVaultCommands } from './vault.ts'

type Action<O> = (context: CliContext, args: readonly string[], options: O) => Promise<void>

/** Turns a command's function into what commander calls, with the context in front. */
export type Act = <O>(action: Action<O>) => (...received: unknown[]) => Promise<void>

/** The whole command tree. `contextOf` is asked once the options of a run are known. */
export function createProgram(version: string, contextOf: (options: GlobalOptions) => CliContext): Command {
  const program = new Command('ade-desk')
    .description('Apple Automated Device Enrollment for administrators of on-premise MDM consoles')
    .version(version)
    .option('--data-dir <dir>', 'data folder (ADE_DESK_DATA_DIR)')
    .option('--passphrase-file <file>', 'file holding the vault’s passphrase (ADE_DESK_PASSPHRASE)')
    .option('--apple-url <url>', 'address of Apple’s service (ADE_DESK_APPLE_URL)')
    .option('--proxy <url>', 'proxy (HTTPS_PROXY, NO_PROXY)')
    .option('--ca-file <file>', 'further trusted certificates, PEM (NODE_EXTRA_CA_CERTS)')
    .option('--json', 'one JSON document on stdout')
    .addOption(new Option('--quiet', 'no messages on stderr').conflicts('verbose'))
    .option('--verbose', 'more messages on stderr')
    .showHelpAfterError('(add --help for the options)')

  const act: Act =
    (action) =>
    async (...received) => {
      // Commander calls with the arguments, then the options, then the command itself.
      const args = received.slice(0, -2) as (string | undefined)[]
      const options = received.at(-2) as Parameters<typeof action>[2]
      await action(
        contextOf(program.opts()),
        args.filter((arg) => arg !== undefined),
        options,
      )
    }

  for (const add of [
    addVaultCommands,
    addTokenCommands,
    addGroupCommands,
    addSyncCommands,
    addDeviceCommands,
    addProfileCommands,
    addReconcileCommands,
    addCredentialCommands,
    addImportCommands,
    addReportCommands,
    addDiagnoseCommands,
    addNetcheckCommands,
    addRehearseCommands,
    addAppCommands,
  ]) {
    add(program, act)
  }
  return program
}

/** Lets errors and help go through our own streams instead of ending the process. */
export function overrideExit(command: Command, io: Io): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => void io.writeOut(text),
    writeErr: () => {},
  })
  for (const child of command.commands) overrideExit(child, io)
}

export type Failure =
  { readonly exitCode: number; readonly json: { readonly error: unknown }; readonly text: string } | undefined

/** What is said about a failure, in both forms; undefined where commander has answered already (help, version). */
export function describeFailure(error: unknown, { ref, signal }: { ref: string; signal: AbortSignal }): Failure {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return undefined
    // A group of commands without one of them: commander then gives its help text instead of a message.
    const isMissing = error.code === 'commander.help'
    const message = isMissing ? 'A command is missing.' : error.message.replace(/^error: /, '')
    return failure({ code: 'bad-input', message, ref: '', hint: 'See "ade-desk --help" or "ade-desk COMMAND --help".' })
  }
  // A disk may be full, and a page of the store turn out to be damaged, under any command.
  const told = toAppError(error)
  const code = isCancelled(error, signal) ? 'cancelled' : (told?.code ?? 'internal')
  const { title, detail, next } = failureWords({ code, message: told?.message })
  const hint = typeof told?.facts['hint'] === 'string' ? told.facts['hint'] : next
  const path = told?.path ? ` (${told.path})` : ''
  return failure({ code, message: `${title}${path}. ${detail}`, hint, ref: code === 'internal' ? ref : '' })
}

function failure(error: { code: ErrorCode; message: string; hint: string; ref: string }): Failure {
  const reference = error.ref ? `\nReference: ${error.ref}` : ''
  return {
    exitCode: error.code === 'bad-input' ? EXIT.usage : exitCodeOf(error.code),
    json: { error: { ...error, ref: error.ref || null } },
    text: `${error.message}\n${error.hint}${reference}`,
  }
}
