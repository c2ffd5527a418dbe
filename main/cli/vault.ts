import type { Command } from 'commander'
import { AppError } from '../../shared/errors.ts'
import type { VaultStatus } from '../../shared/model/vault.ts'
import { givenPassphrase, readPassphraseFile, unlockIfGiven, unlockVault, type CliContext } from './context.ts'
import { isoTime } from './json.ts'
import type { Act } from './program.ts'

export function addVaultCommands(program: Command, act: Act): void {
  const vault = program.command('vault').description('the sealed keystore of keys and tokens')

  vault
    .command('status')
    .description('whether there is a vault, and how it can be opened')
    .action(act(async (context) => show(context, (await unlockIfGiven(context)).vault.status())))

  vault
    .command('change-passphrase')
    .description('seals the vault with another passphrase')
    .requiredOption('--new-passphrase-file <file>', 'file holding the new passphrase')
    .action(
      act(async (context, _args, options: { newPassphraseFile: string }) => {
        const core = await unlockVault(context)
        const newPassphrase = await readPassphraseFile(context, options.newPassphraseFile)
        const passphrase = await givenPassphrase(context)
        const proof = passphrase && { passphrase }
        await show(context, await core.handlers.vault.changePassphrase({ ...proof, newPassphrase }, context.call()))
      }),
    )

  vault
    .command('backup')
    .argument('<file>', 'file to write; it must not exist')
    .description('writes keys, tokens, profiles, reports and settings to one encrypted file')
    .requiredOption('--backup-passphrase-file <file>', 'file holding the passphrase of the backup')
    .action(
      act(async (context, [path], options: { backupPassphraseFile: string }) => {
        const core = await unlockVault(context)
        const backupPassphrase = await readPassphraseFile(context, options.backupPassphraseFile)
        await show(context, await core.handlers.vault.backup({ path: path!, backupPassphrase }, context.call()))
      }),
    )

  vault
    .command('restore')
    .argument('<file>', 'a file made by "vault backup"')
    .description('takes keys, tokens, profiles, reports and settings over from a backup')
    .requiredOption('--backup-passphrase-file <file>', 'file holding the passphrase of the backup')
    .action(
      act(async (context, [path], options: { backupPassphraseFile: string }) => {
        const core = await context.core()
        const backupPassphrase = await readPassphraseFile(context, options.backupPassphraseFile)
        // Without a vault the restore makes it, so that a backup that cannot be used leaves nothing behind.
        const isNew = core.vault.status().state === 'missing'
        const passphrase = isNew ? await givenPassphrase(context) : undefined
        if (!isNew) await unlockVault(context)
        const input = { path: path!, backupPassphrase, ...(passphrase && { passphrase }) }
        await show(context, await explained(async () => core.handlers.vault.restore(input, context.call())))
      }),
    )
}

/** Here the vault is open already, or there is none yet: it is the other passphrase that was wrong. */
async function explained<T>(restore: () => Promise<T>): Promise<T> {
  try {
    return await restore()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'vault.wrong-passphrase') throw error
    const hint =
      'It is the passphrase of the backup that is wrong: check --backup-passphrase-file; mind capital letters.'
    throw new AppError(error.code, error.message, { facts: { ...error.facts, hint }, cause: error })
  }
}

async function show({ output }: CliContext, status: VaultStatus): Promise<void> {
  const json = {
    ...status,
    slots: status.slots.map((slot) => ({ ...slot, createdAt: isoTime(slot.createdAt) })),
  }
  await output.result(json, () => {
    const slots = status.slots.map(({ kind }) => kind).join(', ') || 'none'
    return `Vault: ${status.state}\nOpens by: ${slots}\nSealed secrets: ${status.secrets}`
  })
}
