import type { Command } from 'commander'
import { accountText, expiryTime, noteText } from '../../shared/contract/credentials.ts'
import { nameText } from '../../shared/contract/tokens.ts'
import { AppError } from '../../shared/errors.ts'
import { CREDENTIAL_KINDS, type Credential, type CredentialState } from '../../shared/model/credential.ts'
import { parseInstant } from '../../shared/model/instant.ts'
import { unlockVault, type CliContext } from './context.ts'
import { addRequestCommands } from './credential-requests.ts'
import { credentialJson, credentialTable, describeCredential } from './credential-text.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { checked, oneOf } from './input.ts'
import { contactOptions, contactsText, withContacts, type ContactOptions } from './token-contacts.ts'
import type { Act } from './program.ts'

type ChangeOptions = {
  readonly name?: string
  readonly expires?: string
  readonly account?: string
  readonly note?: string
}

export function addCredentialCommands(program: Command, act: Act): void {
  const credential = program.command('credential').description('everything that expires, in one list')

  credential
    .command('list')
    .description('ADE tokens, content tokens, push certificates, certificates in profiles and own entries')
    .option('--kind <kind>', `one of ${CREDENTIAL_KINDS.join(', ')}`)
    .action(act((context, _args, options: { kind?: string }) => list(context, options.kind)))

  credential
    .command('show')
    .argument('<credential>', 'id or name')
    .description('one of them')
    .action(act(async (context, [name]) => tell(context, (await context.core()).credentials.find(name!))))

  credential
    .command('verify')
    .argument('<credential>', 'id or name')
    .description('asks Apple now, or looks whether key and certificate fit')
    .action(act((context, [name]) => verify(context, name!)))

  credential
    .command('confirm-service')
    .argument('<credential>', 'id or name of a content token')
    .description('the management service that uses it is yours')
    .action(
      act(async (context, [name]) => {
        const core = await context.core()
        const { id } = core.credentials.find(name!)
        await tell(context, await core.handlers.credentials.confirmService({ id }, context.call()))
      }),
    )

  contactOptions(
    credential
      .command('add')
      .argument('<name>', 'such as "API key of the help desk"')
      .requiredOption('--expires <time>', 'date or time, such as 2027-03-31')
      .option('--note <text>', 'where it is, how it is renewed')
      .description('an entry of your own'),
  ).action(act((context, [name], options: ChangeOptions & ContactOptions) => add(context, name!, options)))

  credential
    .command('change')
    .argument('<credential>', 'id or name')
    .option('--name <name>', 'another name')
    .option('--expires <time>', 'another date, of an own entry')
    .option('--account <account>', 'Apple account, of a push certificate')
    .option('--note <text>', 'another note; empty takes it away')
    .description('changes what was typed in')
    .action(act((context, [name], options: ChangeOptions) => change(context, name!, options)))

  contactOptions(
    credential
      .command('contacts')
      .argument('<credential>', 'id or name')
      .description('says who looks after it; an empty value takes one away'),
  ).action(act((context, [name], options: ContactOptions) => setContacts(context, name!, options)))

  credential
    .command('remove')
    .argument('<credential>', 'id or name')
    .description('forgets it here; nothing changes at Apple')
    .option('--yes', 'really remove it')
    .action(act((context, [name], options: { yes?: boolean }) => remove(context, name!, options.yes ?? false)))

  addRequestCommands(credential, act)

  credential
    .command('calendar')
    .requiredOption('--out <file>', 'calendar file to write (.ics)')
    .description('all expiries as a calendar, with an alarm per level')
    .action(
      act(async (context, _args, { out }: { out: string }) => {
        const core = await context.core()
        const { path: file, events } = await core.handlers.credentials.saveCalendar({ path: out }, context.call())
        const credentials = core.credentials.list().map(credentialJson)
        await context.output.result({ file, events, credentials }, () => `Wrote ${events} events to ${file}.`)
      }),
    )

  credential
    .command('csv')
    .requiredOption('--out <file>', 'CSV file to write')
    .description('the list as CSV')
    .action(
      act(async (context, _args, { out }: { out: string }) => {
        const core = await context.core()
        const { path: file, rows } = await core.handlers.credentials.exportCsv({ path: out }, context.call())
        await context.output.result({ file, rows }, () => `Wrote ${rows} rows to ${file}.`)
      }),
    )
}

async function list(context: CliContext, kind: string | undefined): Promise<void> {
  const only = kind === undefined ? undefined : oneOf(CREDENTIAL_KINDS, kind, '--kind')
  const core = await context.core()
  const { credentials } = await core.handlers.credentials.list({}, context.call())
  const chosen = credentials.filter((one) => only === undefined || one.kind === only)
  await context.output.result({ credentials: chosen.map(credentialJson) }, () => credentialTable(chosen))
}

/** Apple's word about it as an exit code; what is used by another service works. */
const EXIT_OF_STATE: Partial<Record<CredentialState, ExitCode>> = {
  expired: EXIT.refused,
  rejected: EXIT.refused,
  'terms-not-accepted': EXIT.refused,
  'access-denied': EXIT.refused,
  unreachable: EXIT.unreachable,
}

async function verify(context: CliContext, name: string): Promise<void> {
  const core = await unlockVault(context)
  const { id } = core.credentials.find(name)
  const credential = await core.handlers.credentials.verify({ id }, context.call())
  await tell(context, credential)
  context.exitCode = EXIT_OF_STATE[credential.state] ?? EXIT.done
}

async function add(context: CliContext, name: string, options: ChangeOptions & ContactOptions): Promise<void> {
  const core = await context.core()
  const input = {
    name: checked(nameText, name, 'NAME'),
    expiresAt: time(options.expires!),
    note: checked(noteText, options.note ?? null, '--note'),
    ...withContacts({ owner: null, deputy: null }, options),
  }
  await tell(context, await core.handlers.credentials.add(input, context.call()))
}

async function change(context: CliContext, given: string, options: ChangeOptions): Promise<void> {
  const core = await context.core()
  const { id } = core.credentials.find(given)
  const { name, expires, account, note } = options
  const input = {
    id,
    ...(name !== undefined && { name: checked(nameText, name, '--name') }),
    ...(expires !== undefined && { expiresAt: time(expires) }),
    ...(account !== undefined && { account: checked(accountText, account, '--account') }),
    ...(note !== undefined && { note: checked(noteText, note, '--note') }),
  }
  await tell(context, await core.handlers.credentials.change(input, context.call()))
}

/** What is not given stays as it is. */
async function setContacts(context: CliContext, name: string, options: ContactOptions): Promise<void> {
  const core = await context.core()
  const found = core.credentials.find(name)
  const input = { id: found.id, ...withContacts(found, options) }
  const credential = await core.handlers.credentials.setContacts(input, context.call())
  await context.output.result({ credential: credentialJson(credential) }, () => contactsText(credential))
}

async function remove(context: CliContext, name: string, isSure: boolean): Promise<void> {
  const core = await context.core()
  const found = core.credentials.find(name)
  if (!isSure && found.isRemovable) {
    const hint = `Add --yes to remove "${found.name}". What is sealed of it is forgotten; nothing changes at Apple.`
    throw new AppError('bad-input', 'removing a credential must be confirmed', { path: '--yes', facts: { hint } })
  }
  await core.handlers.credentials.remove({ id: found.id }, context.call())
  await context.output.result({ removed: found.id }, () => `Removed "${found.name}".`)
}

async function tell({ output }: CliContext, credential: Credential): Promise<void> {
  await output.result({ credential: credentialJson(credential) }, () => describeCredential(credential))
}

/** A date alone means its first moment in UTC. */
function time(text: string): number {
  const at = parseInstant(text)
  if (at === undefined) throw new AppError('bad-input', `"${text}" is no date or time`, { path: '--expires' })
  return checked(expiryTime, at, '--expires')
}
