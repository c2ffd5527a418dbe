import { AppError } from '../../shared/errors.ts'
import { Secret } from '../../shared/secret.ts'
import type { CallContext } from '../../shared/contract/define.ts'
import type { Core } from '../core/core.ts'
import type { Io } from './io.ts'
import type { Output } from './output.ts'

/** Global options, as given before or after the command; the environment fills in what is missing. */
export type GlobalOptions = {
  readonly dataDir?: string | undefined
  readonly passphraseFile?: string | undefined
  readonly appleUrl?: string | undefined
  readonly proxy?: string | undefined
  readonly caFile?: string | undefined
  readonly json?: boolean | undefined
  readonly quiet?: boolean | undefined
  readonly verbose?: boolean | undefined
}

export type StoreRepair = {
  /** Where the damaged store is now. */
  readonly setAside: string
  readonly tables: readonly { readonly table: string; readonly rows: number; readonly isComplete: boolean }[]
}

/** What a command works with. The core is opened when the first one asks for it. */
export type CliContext = {
  readonly io: Io
  readonly output: Output
  readonly options: GlobalOptions
  readonly core: () => Promise<Core>
  /** What a handler of the core is called with: cancelled by Ctrl-C. */
  readonly call: <P = never>(report?: (progress: P) => void) => CallContext<P>
  /** Bounded; `file.unreadable` names the path. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly readText: (path: string) => Promise<string>
  readonly writeFile: (path: string, text: string) => Promise<void>
  /** Nobody may have the store open, so this comes instead of `core`. */
  readonly repairStore: () => StoreRepair
  /** Set by a command that ends well but not with 0. */
  exitCode: number
}

/** One line of a passphrase file; a line break at its end does not belong to the passphrase. */
export async function readPassphraseFile(context: CliContext, path: string): Promise<Secret> {
  return new Secret((await context.readText(path)).replace(/\r?\n$/, ''))
}

/** The passphrase of the command line or the environment, undefined where none was given. */
export async function givenPassphrase(context: CliContext): Promise<Secret | undefined> {
  const { io, options } = context
  if (options.passphraseFile !== undefined) return readPassphraseFile(context, options.passphraseFile)
  const text = io.env['ADE_DESK_PASSPHRASE']
  return text ? new Secret(text) : undefined
}

/**
 * Opens the vault for this command: by the operating system where it is sealed there, by the passphrase given, or by
 * asking. The first command that needs a vault makes it with that passphrase.
 */
export async function unlockVault(context: CliContext): Promise<Core> {
  const core = await context.core()
  const { state, slots } = core.vault.status()
  if (state === 'unlocked') return core
  const passphrase = (await givenPassphrase(context)) ?? (await askPassphrase(context, state === 'missing'))
  if (state === 'missing') {
    if (passphrase === undefined) throw new AppError('vault.missing', 'no passphrase was given to make the vault with')
    await createVault(core, context, passphrase)
  } else if (passphrase !== undefined) {
    await core.handlers.vault.unlock({ passphrase }, context.call())
  } else if (slots.some((slot) => slot.kind === 'os')) {
    await core.handlers.vault.unlock({}, context.call())
  } else {
    throw new AppError('vault.locked', 'no passphrase was given')
  }
  return core
}

/** Two first commands at once: the slower one finds the vault of the other and opens it. */
async function createVault(core: Core, context: CliContext, passphrase: Secret): Promise<void> {
  try {
    await core.handlers.vault.create({ passphrase }, context.call())
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'vault.exists') throw error
    await core.handlers.vault.unlock({ passphrase }, context.call())
  }
}

/** For commands that read without the vault but tell more with it: a passphrase that is given must be right. */
export async function unlockIfGiven(context: CliContext): Promise<Core> {
  const core = await context.core()
  const passphrase = await givenPassphrase(context)
  if (passphrase !== undefined && core.vault.status().state === 'locked')
    await core.handlers.vault.unlock({ passphrase }, context.call())
  return core
}

async function askPassphrase({ io }: CliContext, isNew: boolean): Promise<Secret | undefined> {
  if (!io.isInteractive) return undefined
  const text = await io.askSecret(isNew ? 'Passphrase for the new vault: ' : 'Passphrase: ')
  return text ? new Secret(text) : undefined
}
