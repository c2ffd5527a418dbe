import type { Command } from 'commander'
import { AppError } from '../../shared/errors.ts'
import { groupPath, nameText, type RemovalProgress } from '../../shared/contract/tokens.ts'
import type { Token } from '../../shared/model/token.ts'
import { unlockVault, type CliContext } from './context.ts'
import { sayTokenConflicts } from './group.ts'
import { checked } from './input.ts'
import { isoTime, tokenJson } from './json.ts'
import { table } from './output.ts'
import { addContactsCommand, contactText } from './token-contacts.ts'
import type { Act } from './program.ts'

type KeygenOptions = { readonly name: string; readonly group?: string; readonly out: string }
type ImportOptions = {
  readonly group?: string
  readonly name?: string
  readonly key?: string
  readonly offline?: boolean
  readonly forceServer?: boolean
}

export function addTokenCommands(program: Command, act: Act): void {
  const token = program.command('token').description('server tokens of Automated Device Enrollment')

  token
    .command('keygen')
    .description('makes a key pair and saves the certificate for the portal')
    .requiredOption('--name <name>', 'name of the token to come')
    .option('--group <group>', 'organization group, such as /Global/EMEA')
    .requiredOption('--out <file>', 'where to save the certificate (PEM)')
    .action(act(keygen))

  token
    .command('import')
    .argument('<file>', 'the .p7m file downloaded from the portal')
    .description('opens a token file, proves it with Apple and stores it')
    .option('--group <group>', 'organization group it is connected to')
    .option('--name <name>', 'name of the token')
    .option('--key <file>', 'private key (PEM) made by another tool')
    .option('--offline', 'skip the proof with Apple')
    .option('--force-server', 'accept a token of another server under this name')
    .action(act((context, [path], options: ImportOptions) => importFile(context, path!, options)))

  token
    .command('list')
    .description('all tokens')
    .action(
      act(async (context) => {
        const core = await context.core()
        const tokens = await core.handlers.tokens.list({}, context.call())
        await context.output.result({ tokens: tokens.map(tokenJson) }, () => tokenTable(tokens))
      }),
    )

  token
    .command('show')
    .argument('<token>', 'id or name')
    .description('one token')
    .action(
      act(async (context, [name]) => {
        const found = (await context.core()).tokens.find(name!)
        await context.output.result({ token: tokenJson(found) }, () => describe(found))
      }),
    )

  token
    .command('verify')
    .argument('<token>', 'id or name')
    .description('asks Apple now whether the token works')
    .action(act((context, [name]) => verify(context, name!)))

  addContactsCommand(token, act)

  token
    .command('remove')
    .argument('<token>', 'id or name')
    .description('forgets a token; its devices become history')
    .option('--yes', 'really remove it')
    .action(
      act(async (context, [name], options: { yes?: boolean }) => {
        const core = await context.core()
        const found = core.tokens.find(name!)
        if (!options.yes) {
          const hint = `Add --yes to remove "${found.name}". Its ${found.deviceCount} devices stay as history; devices that are enrolled stay enrolled.`
          throw new AppError('bad-input', 'removing a token must be confirmed', { path: '--yes', facts: { hint } })
        }
        await core.handlers.tokens.remove(
          { tokenId: found.id },
          context.call<RemovalProgress>(({ looked, total }) =>
            context.output.progress(`${found.name}: ${looked} of ${total} devices`),
          ),
        )
        await context.output.result({ removed: found.id }, () => `Removed "${found.name}".`)
      }),
    )
}

async function keygen(context: CliContext, _args: readonly string[], options: KeygenOptions): Promise<void> {
  const name = checked(nameText, options.name, '--name')
  const group = options.group === undefined ? {} : { group: checked(groupPath, options.group, '--group') }
  const core = await unlockVault(context)
  const key = await core.handlers.tokens.createKey({ name, ...group }, context.call())
  await context.writeFile(options.out, key.certificate)
  const json = {
    keyId: key.id,
    name: key.name,
    certificate: key.certificate,
    fingerprintSha256: key.fingerprintSha256,
    file: options.out,
  }
  await context.output.result(
    json,
    () => `Saved the certificate to ${options.out}.
SHA-256 fingerprint: ${key.fingerprintSha256}
Next: upload it to your server in Apple Business Manager, download the server token (.p7m)
and import it with "ade-desk token import FILE.p7m".`,
  )
}

async function importFile(context: CliContext, path: string, options: ImportOptions): Promise<void> {
  const bytes = await context.readFile(path)
  const name = options.name === undefined ? {} : { name: checked(nameText, options.name, '--name') }
  const group = options.group === undefined ? {} : { group: checked(groupPath, options.group, '--group') }
  const privateKey = options.key === undefined ? {} : { privateKey: await context.readText(options.key) }
  const core = await unlockVault(context)
  const { token, renewed } = await core.handlers.tokens.importFile(
    {
      fileName: path,
      bytes,
      ...name,
      ...group,
      ...privateKey,
      offline: options.offline ?? false,
      forceServer: options.forceServer ?? false,
    },
    context.call(),
  )
  await sayTokenConflicts(context, core, token.group)
  await context.output.result({ token: tokenJson(token), renewed }, () => {
    return `${renewed ? 'Renewed' : 'Connected'} "${token.name}".\n\n${describe(token)}`
  })
}

async function verify(context: CliContext, name: string): Promise<void> {
  const core = await unlockVault(context)
  const { id } = core.tokens.find(name)
  const { token, account, clockSkewSeconds } = await core.handlers.tokens.verify({ tokenId: id }, context.call())
  await context.output.result({ token: tokenJson(token), account, clockSkewSeconds }, () => {
    const skew = clockSkewSeconds === null ? '' : `\nClock difference to Apple: ${clockSkewSeconds} s`
    return `${describe(token)}${skew}`
  })
}

function tokenTable(tokens: readonly Token[]): string {
  if (tokens.length === 0) return 'No tokens yet. Start with "ade-desk token keygen".'
  return table(
    ['NAME', 'STATE', 'DAYS LEFT', 'DEVICES', 'SERVER', 'ORGANIZATION', 'GROUP', 'LAST SYNC', 'ID'],
    tokens.map((token) => [
      token.name,
      token.state,
      String(token.daysLeft),
      String(token.deviceCount),
      token.serverName,
      token.orgName,
      token.group,
      isoTime(token.lastSyncAt),
      token.id,
    ]),
  )
}

function describe(token: Token): string {
  return table(
    ['Token', token.name],
    [
      ['State', `${token.state} since ${isoTime(token.stateSince)}`],
      ['Expires', `${isoTime(token.expiresAt)} (${token.daysLeft} days)`],
      ['Server', token.serverName],
      ['Server UUID', token.serverUuid],
      ['Organization', token.orgName],
      ['Apple account', token.adminId],
      ['Group', token.group],
      ['Devices', String(token.deviceCount)],
      ['Owner', contactText(token.owner)],
      ['Deputy', contactText(token.deputy)],
      ...(token.termsCheckAt === null ? [] : [['Terms, next look', isoTime(token.termsCheckAt)]]),
      ['Last fetch', isoTime(token.lastFetchAt)],
      ['Last sync', isoTime(token.lastSyncAt)],
      ['Next sync', isoTime(token.nextSyncAt)],
      ['Id', token.id],
    ],
  )
}
