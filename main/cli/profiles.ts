import type { Command } from 'commander'
import { AppError } from '../../shared/errors.ts'
import { checkProfileText } from '../core/profiles/index.ts'
import { unlockVault, type CliContext } from './context.ts'
import { showReport } from './assign-text.ts'
import { EXIT } from './exit-codes.ts'
import { versionNumber } from './input.ts'
import { table } from './output.ts'
import { findingLines, profileJson, profileTextOf, say, showProfile, versionJson } from './profile-text.ts'
import type { Act } from './program.ts'

export function addProfileCommands(program: Command, act: Act): void {
  const profile = program.command('profile').description('enrollment profiles')

  profile
    .command('validate')
    .argument('<file>', 'a profile as JSON')
    .description('says what Apple would refuse, what has no effect, and what is recommended')
    .action(act((context, [path]) => validate(context, path!)))

  profile
    .command('import')
    .argument('<file>', 'a profile as plain ADE JSON')
    .description('keeps a file as the draft of a profile, which is made where there is none of that name')
    .option('--name <name>', 'name in ADE Desk; by default the one in the file')
    .option('--group <path>', 'organization group')
    .action(
      act(async (context, [path], options: { name?: string; group?: string }) => {
        const core = await context.core()
        const text = profileTextOf(await context.readFile(path!), path!)
        const { profile, created } = await core.handlers.profiles.import({ text, ...options }, context.call())
        await showProfile(context, profile, { created })
      }),
    )

  profile
    .command('export')
    .argument('<profile>', 'id or name')
    .description('writes the draft as it was imported or edited, or a version as it was sent')
    .requiredOption('--out <file>', 'file to write')
    .option('--version-number <n>', 'a published version in place of the draft')
    .action(
      act(async (context, [wanted], options: { out: string; versionNumber?: string }) => {
        const core = await context.core()
        const profile = await core.handlers.profiles.show({ profile: wanted! }, context.call())
        const version =
          options.versionNumber === undefined ? 0 : versionNumber(options.versionNumber, '--version-number')
        const text =
          version === 0
            ? profile.draft
            : await core.handlers.profiles.body({ profile: profile.id, version }, context.call())
        await context.writeFile(options.out, text)
        await context.output.result(
          { profile: profileJson(profile), file: options.out },
          () => `Written: ${options.out}`,
        )
      }),
    )

  profile
    .command('list')
    .description('all profiles with their versions')
    .action(
      act(async (context) => {
        const profiles = await (await context.core()).handlers.profiles.list({}, context.call())
        await context.output.result({ profiles: profiles.map(profileJson) }, () =>
          table(
            ['Name', 'Group', 'Versions', 'Default of'],
            profiles.map(({ name, group, versions, defaultOf }) => [
              name,
              group,
              String(versions.length),
              defaultOf.join(', ') || null,
            ]),
          ),
        )
      }),
    )

  profile
    .command('show')
    .argument('<profile>', 'id or name')
    .description('one profile with its draft and versions')
    .action(
      act(async (context, [wanted]) => {
        const core = await context.core()
        await showProfile(context, await core.handlers.profiles.show({ profile: wanted! }, context.call()))
      }),
    )

  profile
    .command('diff')
    .argument('<profile>', 'id or name')
    .argument('<version>', 'a version; 0 is the draft')
    .argument('<other>', 'another version')
    .description('what differs between two versions, and how many devices have the first')
    .action(act((context, [wanted, from, to]) => diff(context, wanted!, [from!, to!])))

  addPublishing(profile, act)
}

function addPublishing(profile: Command, act: Act): void {
  profile
    .command('publish')
    .argument('<profile>', 'id or name')
    .description('defines the draft at the server of a token; devices get it when it is assigned to them')
    .requiredOption('--token <token>', 'id or name')
    .option('--assign-current', 'gives the new version to the devices of this token that have the profile')
    .option('--again', 'also where an earlier attempt may have been carried out')
    .action(
      act(async (context, [wanted], options: { token: string; again?: boolean; assignCurrent?: boolean }) => {
        const core = await unlockVault(context)
        const { profile, version, differences } = await core.handlers.profiles.publish(
          { profile: wanted!, token: options.token, again: options.again ?? false },
          context.call(),
        )
        const published = { published: versionJson(version), differences }
        if (!options.assignCurrent) return showProfile(context, profile, published)
        const wish = { profile: profile.id, token: options.token, listed: Number.MAX_SAFE_INTEGER }
        const report = await core.handlers.assignments.update(wish, context.call())
        const after = await core.handlers.profiles.show({ profile: profile.id }, context.call())
        await showReport(context, report, 'assign', { profile: profileJson(after), ...published })
      }),
    )

  profile
    .command('verify')
    .argument('<profile>', 'id or name')
    .description('asks Apple whether it still knows the versions')
    .action(
      act(async (context, [wanted]) => {
        const core = await unlockVault(context)
        await showProfile(context, await core.handlers.profiles.verify({ profile: wanted! }, context.call()))
      }),
    )

  profile
    .command('default')
    .argument('<profile>', 'id or name; "none" takes the default away')
    .description('which profile new devices of a token get')
    .requiredOption('--token <token>', 'id or name')
    .action(
      act(async (context, [wanted], options: { token: string }) => {
        const core = await context.core()
        const chosen = wanted === 'none' ? null : wanted!
        const profile = await core.handlers.profiles.setDefault(
          { profile: chosen, token: options.token },
          context.call(),
        )
        if (profile) await showProfile(context, profile)
        else await context.output.result({ profile: null }, () => `${options.token} has no default profile.`)
      }),
    )

  profile
    .command('remove')
    .argument('<profile>', 'id or name')
    .description('takes a profile out of ADE Desk; Apple keeps its versions, and devices keep theirs')
    .option('--yes', 'really remove it')
    .action(
      act(async (context, [wanted], options: { yes?: boolean }) => {
        const core = await context.core()
        const profile = await core.handlers.profiles.show({ profile: wanted! }, context.call())
        if (!options.yes) {
          const hint = `Add --yes to remove "${profile.name}". Apple keeps its versions, and devices that have it keep it.`
          throw new AppError('bad-input', 'removing a profile must be confirmed', { path: '--yes', facts: { hint } })
        }
        await core.handlers.profiles.remove({ profile: profile.id }, context.call())
        await context.output.result({ removed: profile.id }, () => `Removed: ${profile.name}`)
      }),
    )
}

async function validate(context: CliContext, path: string): Promise<void> {
  const { valid, errors, warnings, advice } = checkProfileText(await context.readText(path), Date.now())
  const json = { valid, errors: errors.map(say), warnings: warnings.map(say), advice: advice.map(say) }
  await context.output.result(json, () =>
    [
      valid ? `${path}: Apple takes this profile.` : `${path}: Apple refuses this profile.`,
      ...findingLines('error', json.errors),
      ...findingLines('warning', json.warnings),
      ...findingLines('advice', json.advice),
    ].join('\n'),
  )
  if (!valid) context.exitCode = EXIT.usage
}

async function diff(context: CliContext, profile: string, versions: readonly [string, string]): Promise<void> {
  const core = await context.core()
  const [from, to] = versions.map((text) => versionNumber(text, 'version')) as [number, number] // two in, two out
  const found = await core.handlers.profiles.diff({ profile, from, to }, context.call())
  const whole = profileJson(await core.handlers.profiles.show({ profile }, context.call()))
  const cell = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
  const json = found.differences.map(({ path, before = null, after = null }) => ({ path, before, after }))
  await context.output.result({ profile: whole, differences: json, deviceCount: found.deviceCount }, () =>
    found.differences.length === 0
      ? 'No difference.'
      : table(
          ['Key', `Version ${from}`, `Version ${to}`],
          found.differences.map(({ path, before, after }) => [path, cell(before), cell(after)]),
        ),
  )
}
