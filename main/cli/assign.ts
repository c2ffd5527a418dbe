import type { Command } from 'commander'
import type { AssignedDevice, AssignmentPlan, AssignmentReport } from '../../shared/contract/assignments.ts'
import { MAX_NAMED_SERIALS, type DeviceSelection } from '../../shared/contract/devices.ts'
import { AppError } from '../../shared/errors.ts'
import { messagesIn } from '../../shared/messages/index.ts'
import { toSerial, type Serial } from '../../shared/model/ids.ts'
import type { Core } from '../core/core.ts'
import { unlockVault, type CliContext } from './context.ts'
import { readFilter, withFilters, type FilterOptions } from './devices.ts'
import { EXIT } from './exit-codes.ts'
import { isoTime } from './json.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

type SelectionOptions = FilterOptions & { readonly serial?: readonly string[]; readonly file?: string }
type ReleaseOptions = { readonly serial?: readonly string[]; readonly file?: string; readonly confirm: string }
type AssignOptions = SelectionOptions & { readonly profile?: string; readonly dryRun?: boolean }

/** Rows of a table: JSON has all of them. */
const SHOWN_ROWS = 50

export function addAssignCommands(device: Command, act: Act): void {
  withSelection(device.command('assign'))
    .requiredOption('--profile <profile>', 'id or name')
    .option('--dry-run', 'only says what it would come to')
    .description('gives devices a profile, now and whenever they come back without it')
    .action(act((context, _args, options: AssignOptions) => assign(context, options, options.profile!)))

  withSelection(device.command('unassign'))
    .option('--dry-run', 'only says what it would come to')
    .description('takes the profile of devices away; enrolled devices stay as they are until they are erased')
    .action(act((context, _args, options: AssignOptions) => assign(context, options, null)))

  device
    .command('release')
    .option('--serial <serial...>', 'serial numbers')
    .option('--file <file>', 'serial numbers, one per line or in a CSV; "-" is standard input')
    .requiredOption('--confirm <sentence>', '"RELEASE n DEVICES", with their number')
    .description(
      'takes devices out of the organization for good; they can come back only by the seller or Configurator',
    )
    .action(act((context, _args, options: ReleaseOptions) => release(context, options)))

  device
    .command('retry')
    .option('--token <token>', 'id or name; without it all')
    .description('tells Apple once more about devices that wait or have failed')
    .action(
      act(async (context, _args, options: { token?: string }) => {
        const core = await unlockVault(context)
        const listed = Number.MAX_SAFE_INTEGER
        const wish = { listed, ...(options.token !== undefined && { token: options.token }) }
        await showReport(context, await core.handlers.assignments.retry(wish, context.call()))
      }),
    )
}

function withSelection(command: Command): Command {
  return withFilters(command)
    .option('--serial <serial...>', 'serial numbers')
    .option('--file <file>', 'serial numbers, one per line or in a CSV; "-" is standard input')
}

async function release(context: CliContext, { confirm, ...named }: ReleaseOptions): Promise<void> {
  const core = await unlockVault(context)
  const selection = await readSelection(core, context, named)
  if (selection.kind !== 'serials') throw new AppError('bad-input', 'no devices are named', { path: '--serial' })
  const wish = { serials: selection.serials, confirm, listed: Number.MAX_SAFE_INTEGER }
  const { file, results, devices } = await core.handlers.assignments.release(wish, context.call())
  context.output.say(`The list was saved as ${file}.`)
  await showOutcomes(context, { results, devices }, { file })
}

async function assign(context: CliContext, options: AssignOptions, profile: string | null): Promise<void> {
  const core = options.dryRun ? await context.core() : await unlockVault(context)
  const selection = await readSelection(core, context, options)
  if (options.dryRun) {
    const plan = await core.handlers.assignments.preview({ selection, profile }, context.call())
    return context.output.result({ dryRun: true, plan, results: {}, devices: [] }, () => planText(plan))
  }
  const listed = Number.MAX_SAFE_INTEGER
  await showReport(context, await core.handlers.assignments.assign({ selection, profile, listed }, context.call()))
}

/** Devices by name, from a file, or by the filters of the list; one of the three. */
async function readSelection(core: Core, context: CliContext, options: SelectionOptions): Promise<DeviceSelection> {
  const { serial, file, ...filters } = options
  const filter = readFilter(core, filters)
  const hasFilter = Object.keys(filter).length > 0
  const ways = [serial !== undefined, file !== undefined, hasFilter].filter(Boolean).length
  if (ways !== 1) {
    const hint = 'Name devices with --serial or --file, or describe them with the filters of "device list".'
    throw new AppError('bad-input', ways === 0 ? 'no devices are named' : 'devices are named in several ways', {
      path: '--serial',
      facts: { hint },
    })
  }
  if (hasFilter) return { kind: 'matching', filter, except: [] }
  const serials = serial ? namedSerials(serial) : await readSerialFile(core, context, file!)
  if (serials.length === 0) throw new AppError('bad-input', 'it holds no serial number', { path: file ?? '--serial' })
  if (serials.length > MAX_NAMED_SERIALS)
    throw new AppError('bad-input', `at most ${MAX_NAMED_SERIALS} serial numbers at once`, { path: file ?? '--serial' })
  return { kind: 'serials', serials }
}

function namedSerials(given: readonly string[]): readonly Serial[] {
  return [...new Set(given.map(toSerial))].filter((serial) => serial !== '')
}

/** One per line, or the serial column of a CSV or a workbook. */
async function readSerialFile(core: Core, context: CliContext, file: string): Promise<readonly Serial[]> {
  const bytes = await context.readFile(file)
  return (await core.handlers.imports.readSerials({ bytes }, context.call())).serials
}

/** What became of each device, beside whatever else a command tells. */
export async function showReport(
  context: CliContext,
  { plan, ...outcomes }: AssignmentReport,
  more: object = {},
): Promise<void> {
  await showOutcomes(context, outcomes, { ...more, plan }, planText(plan))
}

async function showOutcomes(
  context: CliContext,
  { results, devices }: Pick<AssignmentReport, 'results' | 'devices'>,
  more: object,
  headline = '',
): Promise<void> {
  const told = devices.map(({ serial, outcome, nextAttemptAt }) => ({
    serial,
    outcome,
    message: outcomeText(outcome),
    nextAttemptAt: isoTime(nextAttemptAt),
  }))
  await context.output.result({ ...more, results, devices: told }, () =>
    [
      headline,
      table(
        ['Outcome', 'Devices', 'Meaning'],
        Object.entries(results).map(([outcome, count]) => [outcome, String(count), outcomeText(outcome)]),
      ),
      ...notDone(devices),
    ].join('\n'),
  )
  const bad = devices.filter(({ outcome }) => !GOOD.has(outcome)).length
  if (bad > 0) context.exitCode = bad === devices.length && devices.every(isRefused) ? EXIT.refused : EXIT.partly
}

/** What asks for nobody's attention. */
const GOOD = new Set(['SUCCESS', 'UNCHANGED'])

function isRefused({ outcome }: AssignedDevice): boolean {
  return outcome === 'NOT_ACCESSIBLE'
}

function notDone(devices: readonly AssignedDevice[]): readonly string[] {
  const open = devices.filter(({ outcome }) => !GOOD.has(outcome))
  if (open.length === 0) return []
  const rows = open
    .slice(0, SHOWN_ROWS)
    .map(({ serial, outcome, nextAttemptAt }) => [serial, outcome, isoTime(nextAttemptAt)])
  const more = open.length > SHOWN_ROWS ? [`… and ${open.length - SHOWN_ROWS} more: --json lists them all.`] : []
  return [table(['Serial', 'Outcome', 'Next attempt'], rows), ...more]
}

function planText({ total, change, same, gone, unpublished }: AssignmentPlan): string {
  const rest = unpublished === 0 ? '' : `, ${unpublished} are on a token where the profile is not published`
  return `${total} devices: ${change} change, ${same} already have it, ${gone} are gone or unknown${rest}.`
}

function outcomeText(outcome: string): string {
  const known = messagesIn('en').assignments.outcomes
  return Object.hasOwn(known, outcome)
    ? known[outcome as keyof typeof known]
    : messagesIn('en').assignments.otherOutcome
}
