import type { Command } from 'commander'
import { releaseSentence } from '../../shared/contract/assignments.ts'
import { MAX_NAMED_SERIALS, type DeviceSelection } from '../../shared/contract/devices.ts'
import { AppError } from '../../shared/errors.ts'
import { toSerial, type Serial } from '../../shared/model/ids.ts'
import type { Core } from '../core/core.ts'
import { showOutcomes, showPlan, showReport } from './assign-text.ts'
import { unlockVault, type CliContext } from './context.ts'
import { readFilter, withFilters, type FilterOptions } from './devices.ts'
import type { Act } from './program.ts'

type SelectionOptions = FilterOptions & { readonly serial?: readonly string[]; readonly file?: string }
type ReleaseOptions = {
  readonly serial?: readonly string[]
  readonly file?: string
  readonly confirm?: string
  readonly dryRun?: boolean
}
type RetryOptions = { readonly token?: string; readonly dryRun?: boolean }
type AssignOptions = SelectionOptions & { readonly profile?: string; readonly dryRun?: boolean }

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
    .option('--confirm <sentence>', '"RELEASE n DEVICES", with their number')
    .option('--dry-run', 'only says what it would come to, and the sentence')
    .description(
      'takes devices out of the organization for good; they can come back only by the seller or Configurator',
    )
    .action(act((context, _args, options: ReleaseOptions) => release(context, options)))

  device
    .command('retry')
    .option('--token <token>', 'id or name; without it all')
    .option('--dry-run', 'only says what it would come to')
    .description('tells Apple once more about devices that wait or have failed')
    .action(act((context, _args, options: RetryOptions) => retry(context, options)))
}

function withSelection(command: Command): Command {
  return withFilters(command)
    .option('--serial <serial...>', 'serial numbers')
    .option('--file <file>', 'serial numbers, one per line or in a CSV; "-" is standard input')
}

async function retry(context: CliContext, { token, dryRun = false }: RetryOptions): Promise<void> {
  const wish = token === undefined ? {} : { token }
  if (dryRun) {
    const core = await context.core()
    return showPlan(context, await core.handlers.assignments.previewRetry(wish, context.call()), 'retry')
  }
  const core = await unlockVault(context)
  const listed = Number.MAX_SAFE_INTEGER
  await showReport(context, await core.handlers.assignments.retry({ ...wish, listed }, context.call()), 'retry')
}

async function release(context: CliContext, options: ReleaseOptions): Promise<void> {
  const { confirm = '', dryRun = false, ...named } = options
  const core = dryRun ? await context.core() : await unlockVault(context)
  const selection = await readSelection(core, context, named)
  if (selection.kind !== 'serials') throw new AppError('bad-input', 'no devices are named', { path: '--serial' })
  const { serials } = selection
  if (dryRun) {
    const plan = await core.handlers.assignments.previewRelease({ serials }, context.call())
    return showPlan(context, plan, 'release', { sentence: releaseSentence(plan.total) })
  }
  const wish = { serials, confirm, listed: Number.MAX_SAFE_INTEGER }
  const { file, results, devices } = await core.handlers.assignments.release(wish, context.call())
  context.output.say(`The list was saved as ${file}.`)
  await showOutcomes(context, { results, devices }, 'release', { file })
}

async function assign(context: CliContext, options: AssignOptions, profile: string | null): Promise<void> {
  const act = profile === null ? 'unassign' : 'assign'
  const core = options.dryRun ? await context.core() : await unlockVault(context)
  const selection = await readSelection(core, context, options)
  if (options.dryRun) {
    return showPlan(context, await core.handlers.assignments.preview({ selection, profile }, context.call()), act)
  }
  const listed = Number.MAX_SAFE_INTEGER
  await showReport(context, await core.handlers.assignments.assign({ selection, profile, listed }, context.call()), act)
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
