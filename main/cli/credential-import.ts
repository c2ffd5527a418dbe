import type { Command } from 'commander'
import { accountText, MAX_CREDENTIAL_FILE_BYTES } from '../../shared/contract/credentials.ts'
import { nameText } from '../../shared/contract/tokens.ts'
import { AppError } from '../../shared/errors.ts'
import { TOPIC_CONFIRMATION, type Credential } from '../../shared/model/credential.ts'
import type { Core } from '../core/core.ts'
import { readPassphraseFile, unlockVault, type CliContext } from './context.ts'
import { credentialJson, describeCredential } from './credential-text.ts'
import { checked } from './input.ts'
import type { Act } from './program.ts'

type StokenOptions = { readonly name?: string; readonly offline?: boolean }
type PushOptions = {
  readonly key?: string
  readonly keyPassphraseFile?: string
  readonly name?: string
  readonly account?: string
  readonly renews?: string
  readonly new?: boolean
  readonly confirm?: string
}

export function addCredentialImports(imports: Command, act: Act): void {
  imports
    .command('stoken')
    .argument('<file>', 'the content token of Apps and Books (.vpptoken, .stoken)')
    .description('stores a content token; Apple is asked about it, its unit is not claimed')
    .option('--name <name>', 'name of a new record')
    .option('--offline', 'do not ask Apple')
    .action(act((context, [path], options: StokenOptions) => importStoken(context, path!, options)))

  imports
    .command('push-certificate')
    .argument('<file>', 'PEM, DER or PKCS #12')
    .description('stores a push certificate, or renews the one of the same topic')
    .option('--key <file>', 'its private key (PEM or DER), where the file does not hold it')
    .option('--key-passphrase-file <file>', 'file holding the passphrase of the PKCS #12 file or of the key')
    .option('--name <name>', 'name of a new record')
    .option('--account <account>', 'Apple account it was made with in the push portal')
    .option('--renews <credential>', 'id or name of the certificate it takes the place of')
    .option('--new', 'a further certificate, beside those that are here')
    .option('--confirm <sentence>', `"${TOPIC_CONFIRMATION}" replaces one of another topic`)
    .action(act((context, [path], options: PushOptions) => importPush(context, path!, options)))
}

async function importStoken(context: CliContext, path: string, options: StokenOptions): Promise<void> {
  const bytes = await context.readFile(path)
  const name = options.name === undefined ? {} : { name: checked(nameText, options.name, '--name') }
  const core = await unlockVault(context)
  const { credential, renewed, repairs } = await core.handlers.credentials.importStoken(
    { fileName: path, bytes: bounded(bytes), ...name, offline: options.offline ?? false },
    context.call(),
  )
  if (credential.state === 'unreachable') {
    context.output.say('Apple could not be asked about it; run "ade-desk credential verify" later.')
  }
  if (credential.state === 'used-elsewhere') {
    const who = credential.stoken?.usedBy?.name ?? credential.stoken?.usedBy?.id ?? 'a management service'
    context.output.say(
      `Its unit is used by "${who}". If that is your console, run "ade-desk credential confirm-service ${credential.id}".`,
    )
  }
  await tell(context, { credential, renewed, repairs, more: {} })
}

async function importPush(context: CliContext, path: string, options: PushOptions): Promise<void> {
  const bytes = await context.readFile(path)
  const { key, keyPassphraseFile, name, account, confirm } = options
  const core = await openVaultIfPossible(context)
  const { credential, renewed, repairs, replacedTopic } = await core.handlers.credentials.importPushCertificate(
    {
      fileName: path,
      bytes: bounded(bytes),
      asNew: options.new ?? false,
      ...(key !== undefined && { key: bounded(await context.readFile(key)) }),
      ...(keyPassphraseFile !== undefined && { passphrase: await readPassphraseFile(context, keyPassphraseFile) }),
      ...(name !== undefined && { name: checked(nameText, name, '--name') }),
      ...(account !== undefined && { account: checked(accountText, account, '--account') }),
      ...(options.renews !== undefined && { renews: core.credentials.find(options.renews).id }),
      ...(confirm !== undefined && { confirm }),
    },
    context.call(),
  )
  if (replacedTopic !== null)
    context.output.say(`The topic was ${replacedTopic}: devices enrolled with it must be enrolled again.`)
  if (credential.account === null)
    context.output.say('Note the Apple account it was made with: --account NAME. Only that one can renew it.')
  await tell(context, { credential, renewed, repairs, more: { replacedTopic } })
}

/** A certificate without its key needs no vault; where one comes along, the core says what is missing. */
async function openVaultIfPossible(context: CliContext): Promise<Core> {
  try {
    return await unlockVault(context)
  } catch (error) {
    const isClosed = error instanceof AppError && (error.code === 'vault.locked' || error.code === 'vault.missing')
    if (!isClosed) throw error
    return context.core()
  }
}

type Told = {
  readonly credential: Credential
  readonly renewed: boolean
  readonly repairs: readonly string[]
  readonly more: object
}

/** Counts as every import tells them; a file that cannot be used is an error and no count. */
async function tell({ output }: CliContext, { credential, renewed, repairs, more }: Told): Promise<void> {
  const repairedRows = repairs.length > 0 ? [{ line: 1, how: repairs }] : []
  const counts = { rows: 1, accepted: 1, repaired: repairedRows.length, rejected: 0, repairedRows, rejectedRows: [] }
  const repaired = repairs.length > 0 ? ` (put right: ${repairs.join(', ')})` : ''
  await output.result(
    { ...counts, repairs, renewed, ...more, credential: credentialJson(credential) },
    () => `${renewed ? 'Renewed' : 'Stored'} "${credential.name}"${repaired}.\n\n${describeCredential(credential)}`,
  )
}

/** The contract bounds files too, but the command line calls the core without it. */
function bounded(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_CREDENTIAL_FILE_BYTES) return bytes
  throw new AppError('bad-input', `the file has ${bytes.length} bytes; such files have a few kilobytes`, {
    path: 'FILE',
  })
}
