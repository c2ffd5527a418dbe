import type { Command } from 'commander'
import { groupChange, groupName, type GroupChange } from '../../shared/contract/groups.ts'
import { groupPath } from '../../shared/contract/tokens.ts'
import { AppError } from '../../shared/errors.ts'
import { groupConflictText } from '../../shared/group-text.ts'
import { CHILD_PERMISSIONS, CURRENT_SETTINGS, GROUP_PAGES, type GroupConflict } from '../../shared/model/group.ts'
import type { Core } from '../core/core.ts'
import type { CliContext } from './context.ts'
import { EXIT } from './exit-codes.ts'
import { describeDetails, describePreview, detailsJson, groupTable } from './group-text.ts'
import { checked, issueText, oneOf } from './input.ts'
import { isoTime } from './json.ts'
import { printable } from './output.ts'
import type { Act } from './program.ts'

type DryRun = { readonly dryRun?: boolean }
type AddOptions = DryRun & { readonly type?: string; readonly groupId?: string }
type SetOptions = DryRun & { readonly current?: string; readonly child?: string; readonly value?: string }

const DRY_RUN = ['--dry-run', 'tells what would change, and changes nothing'] as const

export function addGroupCommands(program: Command, act: Act): void {
  const group = program.command('group').description('organization groups and what they pass down')

  group
    .command('list')
    .description('the whole tree')
    .action(act((context) => list(context)))

  group
    .command('show')
    .argument('<group>', 'path, such as /Global/EMEA')
    .description('one group: its settings, what counts there and why')
    .action(act(async (context, [path]) => show(context, await context.core(), checked(groupPath, path, 'GROUP'))))

  group
    .command('add')
    .argument('<group>', 'path of the new group; the group above must exist')
    .description('adds a group')
    .option(
      '--type <type>',
      'Partner, Customer, Container (the default), Prospect, Division, Region or one of your own',
    )
    .option('--group-id <id>', 'Group ID; needed where devices enroll')
    .option(...DRY_RUN)
    .action(act((context, [path], options: AddOptions) => add(context, path!, options)))

  group
    .command('move')
    .argument('<group>', 'path')
    .description('moves a group with everything below it')
    .requiredOption('--to <parent>', 'path of the group above it from now on')
    .option(...DRY_RUN)
    .action(
      act((context, [path], { to, ...options }: DryRun & { readonly to: string }) =>
        change(context, { kind: 'move', group: path, to }, options),
      ),
    )

  group
    .command('rename')
    .argument('<group>', 'path')
    .argument('<name>', 'its new name')
    .description('renames a group')
    .option(...DRY_RUN)
    .action(
      act((context, [path, name], options: DryRun) =>
        change(context, { kind: 'rename', group: path, name: checked(groupName, name, 'NAME') }, options),
      ),
    )

  group
    .command('edit')
    .argument('<group>', 'path')
    .description('changes type or Group ID')
    .option('--type <type>', 'its type')
    .option('--group-id <id>', 'its Group ID; an empty text takes it away')
    .option(...DRY_RUN)
    .action(act((context, [path], options: AddOptions) => edit(context, path!, options)))

  group
    .command('remove')
    .argument('<group>', 'path')
    .description('removes a group and all below it; devices go to the group above')
    .option(...DRY_RUN)
    .action(act((context, [path], options: DryRun) => change(context, { kind: 'remove', group: path }, options)))

  group
    .command('set')
    .argument('<group>', 'path')
    .argument('<page>', GROUP_PAGES.join(', '))
    .description('sets a page of a group: inherit or override, what groups below may do, and the value')
    .option('--current <setting>', CURRENT_SETTINGS.join(' or '))
    .option('--child <permission>', CHILD_PERMISSIONS.join(', '))
    .option('--value <value>', 'a token, the name of a profile, or minutes; a value alone overrides')
    .option(...DRY_RUN)
    .action(act((context, [path, page], options: SetOptions) => set(context, { path: path!, page: page! }, options)))

  group
    .command('import')
    .argument('<file>', 'CSV: path, type, Group ID')
    .description('adds groups of a CSV file and changes type and Group ID of those that exist; removes nothing')
    .option(...DRY_RUN)
    .action(act((context, [path], options: DryRun) => importFile(context, path!, options)))

  group
    .command('undo')
    .description('takes the last change back')
    .action(act((context) => undo(context)))
}

async function list(context: CliContext): Promise<void> {
  const core = await context.core()
  const { groups, effective, conflicts } = await core.handlers.groups.tree({}, context.call())
  await context.output.result({ groups, conflicts }, () => groupTable(groups, effective))
  sayConflicts(context, conflicts)
}

async function show(context: CliContext, core: Core, path: string, more: object = {}): Promise<void> {
  const details = await core.handlers.groups.show({ group: path }, context.call())
  await context.output.result({ ...detailsJson(details), ...more }, () => describeDetails(details))
}

function add(context: CliContext, given: string, { type, groupId, ...options }: AddOptions): Promise<void> {
  const path = checked(groupPath, given, 'GROUP').replace(/\/+$/, '')
  const cut = path.lastIndexOf('/')
  if (cut < 1) throw new AppError('bad-input', 'name the group by its path, such as /Global/EMEA', { path: 'GROUP' })
  const place = { parent: path.slice(0, cut), name: checked(groupName, path.slice(cut + 1), 'GROUP') }
  return change(context, { kind: 'add', ...place, ...(type && { type }), ...(groupId && { groupId }) }, options)
}

function edit(context: CliContext, path: string, { type, groupId, ...options }: AddOptions): Promise<void> {
  if (type === undefined && groupId === undefined) {
    throw new AppError('bad-input', 'say what to change', { path: '--type or --group-id' })
  }
  const id = groupId === undefined ? {} : { groupId: groupId.trim() === '' ? null : groupId }
  return change(context, { kind: 'edit', group: path, ...(type !== undefined && { type }), ...id }, options)
}

type PageOf = { readonly path: string; readonly page: string }

async function set(context: CliContext, { path, page }: PageOf, { dryRun, ...options }: SetOptions): Promise<void> {
  const { current, child, value } = options
  if (current === undefined && child === undefined && value === undefined) {
    throw new AppError('bad-input', 'say what to set', { path: '--current, --child or --value' })
  }
  const wish = {
    kind: 'set-page',
    group: path,
    page: oneOf(GROUP_PAGES, page, 'PAGE'),
    ...(current !== undefined && { current: oneOf(CURRENT_SETTINGS, current, '--current') }),
    ...(child !== undefined && { child: oneOf(CHILD_PERMISSIONS, child, '--child') }),
    ...(value !== undefined && { value }),
  }
  await change(context, wish, { ...(dryRun && { dryRun }) })
  if (page === 'default-profile' && value?.trim()) await sayUnknownProfile(context, value.trim())
}

/** A name may be set before its profile is there; a slip of the pen must not go unnoticed. */
async function sayUnknownProfile(context: CliContext, value: string): Promise<void> {
  const core = await context.core()
  const profiles = await core.handlers.profiles.list({}, context.call())
  if (profiles.some(({ id, name }) => id === value || name.toLowerCase() === value.toLowerCase())) return
  context.output.say(
    `Note: no profile is called "${printable(value)}" yet; until there is one, new devices get none by it.`,
  )
}

async function importFile(context: CliContext, path: string, options: DryRun): Promise<void> {
  const bytes = await context.readFile(path)
  const core = await context.core()
  const { rows, rejected } = await core.handlers.groups.readTreeFile({ fileName: path, bytes }, context.call())
  for (const { line, reason } of rejected) context.output.say(`Line ${line} is left out: ${reason}.`)
  const told = rejected.map(({ line, reason }) => ({ line, reason }))
  const counts = { rows: rows.length + rejected.length, accepted: rows.length, rejected: told }
  if (rows.length === 0) {
    const hint = 'The file needs a path in each line, such as /Global/EMEA/Berlin, then type and Group ID.'
    throw new AppError('bad-input', 'no line of the file can be used', { path, facts: { hint } })
  }
  await change(context, { kind: 'import', rows }, options, { import: counts })
  if (rejected.length > 0 && context.exitCode === EXIT.done) context.exitCode = EXIT.partly
}

async function undo(context: CliContext): Promise<void> {
  const core = await context.core()
  const undone = await core.handlers.groups.undo({}, context.call())
  await context.output.result({ undone: { ...undone, at: isoTime(undone.at) } }, () => {
    return `Undone: ${undone.kind} of ${undone.group}, made at ${isoTime(undone.at)}.`
  })
}

/** Previews a change and makes it, or with `--dry-run` only tells; what deserves a word is said. `more` joins the JSON. */
async function change(context: CliContext, given: unknown, { dryRun }: DryRun, more: object = {}): Promise<void> {
  const wish = checkedChange(given)
  const core = await context.core()
  const call = context.call()
  const { conflicts: known } = await core.handlers.groups.tree({}, call)
  const preview = await core.handlers.groups.preview({ change: wish }, call)
  if (dryRun) {
    await context.output.result({ dryRun: true, ...preview, ...more }, () => describePreview(preview))
    if (preview.conflicts.some(({ severity }) => severity === 'refuse')) context.exitCode = EXIT.usage
    return
  }
  const { group } = await core.handlers.groups.apply({ change: wish }, call)
  const before = new Set(known.map((conflict) => JSON.stringify(conflict)))
  sayConflicts(
    context,
    preview.conflicts.filter((conflict) => !before.has(JSON.stringify(conflict))),
  )
  const { changes, deviceCount } = preview
  if (wish.kind === 'remove') {
    const removed = { removed: wish.group, devicesIn: group, changes, deviceCount }
    return context.output.result(removed, () => `Removed ${wish.group}. Its devices are in ${group} now.`)
  }
  await show(context, core, group, { changes, deviceCount, ...more })
}

/** Whatever the command line gives is held against the contract, as the window's wishes are. */
function checkedChange(given: unknown): GroupChange {
  const parsed = groupChange.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new AppError('bad-input', issueText(issue), { path: issue?.path.join('.') ?? '' })
}

/** At most so many are said one by one: a tree may have a thousand of them. */
const MOST_SAID = 20

function sayConflicts({ output }: CliContext, conflicts: readonly GroupConflict[]): void {
  for (const conflict of conflicts.slice(0, MOST_SAID)) output.say(`Note: ${groupConflictText(conflict)}.`)
  const more = conflicts.length - MOST_SAID
  if (more > 0) output.say(`Note: ${more} more; "ade-desk group list --json" has all of them.`)
}

/** After a token came to a group: what that means for the tree. */
export async function sayTokenConflicts(context: CliContext, core: Core, group: string): Promise<void> {
  const { conflicts } = await core.handlers.groups.show({ group }, context.call())
  sayConflicts(
    context,
    conflicts.filter(({ page }) => page === 'token'),
  )
}
