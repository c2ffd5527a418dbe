import type { Command } from 'commander'
import { MAX_PAGE_ROWS, serial as serialInput } from '../../shared/contract/devices.ts'
import {
  ASSIGNMENT,
  DEVICE_COLUMNS,
  ENROLLMENT_STATUS,
  TOKEN_STATUS,
  type Device,
  type DeviceColumn,
  type DeviceFilter,
  type DeviceSort,
} from '../../shared/model/device.ts'
import { DEVICE_COLUMN_TITLES } from '../../shared/model/device-columns.ts'
import type { Core } from '../core/core.ts'
import { addActivationCommands } from './activation.ts'
import { addAssignCommands } from './assign.ts'
import { unlockVault, type CliContext } from './context.ts'
import { checked, notEmpty, oneOf, wholeNumber } from './input.ts'
import { deviceJson, eventJson } from './json.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

export type FilterOptions = {
  readonly status?: string
  readonly profileStatus?: string
  readonly assignment?: string
  readonly tokenStatus?: string
  readonly family?: string
  readonly group?: string
  readonly token?: string
  readonly atApple?: string
  readonly search?: string
}

type ListOptions = FilterOptions & {
  readonly sort?: string
  readonly limit?: string
  readonly offset?: string
  readonly columns?: string
  readonly csv?: string
}

const TABLE_COLUMNS: readonly DeviceColumn[] = [
  'serial',
  'model',
  'family',
  'token',
  'atApple',
  'profileStatus',
  'assignment',
  'enrollmentStatus',
  'assetTag',
]

export function addDeviceCommands(program: Command, act: Act): void {
  const device = program.command('device').description('devices that Apple lists, or listed once')

  withFilters(device.command('list').description('devices with their lifecycle'))
    .option('--sort <column>', 'column, with ":desc" for the other direction', 'serial')
    .option('--limit <n>', 'at most so many')
    .option('--offset <n>', 'leave out the first so many')
    .option('--columns <list>', 'columns, separated by commas')
    .option('--csv <file>', 'write them to a CSV file')
    .action(act((context, _args, options: ListOptions) => list(context, options)))

  device
    .command('show')
    .argument('<serial>', 'serial number')
    .option('--refresh', 'asks Apple about this device first')
    .description('one device with its time line')
    .action(
      act((context, [serial], options: { refresh?: boolean }) => show(context, serial!, options.refresh ?? false)),
    )

  addAssignCommands(device, act)
  addActivationCommands(device, act)
}

export function withFilters(command: Command): Command {
  return command
    .option('--status <status>', `enrollment status: ${ENROLLMENT_STATUS.join(', ')}`)
    .option('--profile-status <status>', 'Apple’s word: empty, assigned, pushed, removed')
    .option('--assignment <state>', ASSIGNMENT.join(', '))
    .option('--token-status <status>', TOKEN_STATUS.join(', '))
    .option('--family <family>', 'Apple’s word: iPhone, iPad, Mac, …')
    .option('--group <group>', 'organization group with everything below it')
    .option('--token <token>', 'id or name')
    .option('--at-apple <state>', 'present, gone, unknown or any', 'any')
    .option('--search <text>', 'inside serial, asset tag, model and description')
}

const FILTER_OPTIONS = [
  ['status', '--status'],
  ['profileStatus', '--profile-status'],
  ['assignment', '--assignment'],
  ['tokenStatus', '--token-status'],
  ['family', '--family'],
  ['group', '--group'],
  ['token', '--token'],
  ['atApple', '--at-apple'],
  ['search', '--search'],
] as const

/** The filter that the list options describe. */
export function readFilter(core: Core, options: FilterOptions): DeviceFilter {
  for (const [name, option] of FILTER_OPTIONS) notEmpty(options[name], option)
  return {
    ...(options.status && { enrollmentStatus: oneOf(ENROLLMENT_STATUS, options.status, '--status') }),
    ...(options.profileStatus && { profileStatus: options.profileStatus }),
    ...(options.assignment && { assignment: oneOf(ASSIGNMENT, options.assignment, '--assignment') }),
    ...(options.tokenStatus && { tokenStatus: oneOf(TOKEN_STATUS, options.tokenStatus, '--token-status') }),
    ...(options.family && { family: options.family }),
    ...(options.group && { group: options.group }),
    ...(options.token && { tokenId: core.tokens.find(options.token).id }),
    ...readAtApple(options.atApple ?? 'any'),
    ...(options.search && { search: options.search }),
  }
}

function readAtApple(text: string): Pick<DeviceFilter, 'atApple'> {
  const atApple = oneOf(['present', 'gone', 'unknown', 'any'] as const, text, '--at-apple')
  return atApple === 'any' ? {} : { atApple }
}

function readSort(text: string): DeviceSort {
  const cut = text.indexOf(':')
  const [column, direction] = cut === -1 ? [text, 'asc'] : [text.slice(0, cut), text.slice(cut + 1)]
  return {
    column: oneOf(DEVICE_COLUMNS, column, '--sort'),
    direction: oneOf(['asc', 'desc'] as const, direction, '--sort'),
  }
}

export function readColumns(text: string | undefined): readonly DeviceColumn[] | undefined {
  return text?.split(',').map((column) => oneOf(DEVICE_COLUMNS, column.trim(), '--columns'))
}

async function list(context: CliContext, options: ListOptions): Promise<void> {
  const offset = options.offset === undefined ? 0 : wholeNumber(options.offset, '--offset')
  const limit = options.limit === undefined ? Number.MAX_SAFE_INTEGER : wholeNumber(options.limit, '--limit')
  const sort = readSort(options.sort ?? 'serial')
  const columns = readColumns(options.columns)
  const core = await context.core()
  const filter = readFilter(core, options)

  const { view, total } = await core.handlers.devices.openView({ filter, sort }, context.call())
  let written: Written | undefined
  if (options.csv !== undefined) {
    const selection = { filter, sort, offset, limit, ...(columns && { columns: [...columns] }) }
    const { rows, path } = await core.handlers.devices.exportCsv(
      { ...selection, path: options.csv },
      exportCall(context),
    )
    written = { rows, file: path }
    if (!context.output.isJson) {
      const text = `Wrote ${rows} devices to ${path}.`
      return context.output.result(written, () => text)
    }
  }
  const end = Math.min(total, offset + limit)
  const pages = readPages(core, context, { view, offset, end })
  if (context.output.isJson)
    await writeJson(context, { head: { total, ...written }, pages, columns: columns ?? DEVICE_COLUMNS })
  else await writeTable(context, { total, offset, end, pages, columns: columns ?? TABLE_COLUMNS })
}

/** How an export is called: cancelled by Ctrl-C, its progress shown to a person. */
export function exportCall(context: CliContext) {
  return context.call<{ rows: number; total: number }>(({ rows, total }) =>
    context.output.progress(`${rows} of ${total} rows written`),
  )
}

async function* readPages(
  core: Core,
  context: CliContext,
  { view, offset, end }: { view: number; offset: number; end: number },
): AsyncGenerator<readonly Device[]> {
  for (let at = offset; at < end; at += MAX_PAGE_ROWS) {
    context.io.signal.throwIfAborted()
    const limit = Math.min(MAX_PAGE_ROWS, end - at)
    yield await core.handlers.devices.rows({ view, offset: at, limit }, context.call())
  }
}

/** What `--csv` adds to the answer. */
type Written = { readonly rows: number; readonly file: string }

type Listing = {
  readonly pages: AsyncIterable<readonly Device[]>
  readonly columns: readonly DeviceColumn[]
}

const LIST_END = '\n  ]'

/** Written page by page: a million devices are more than one string can hold. */
async function writeJson(
  { output }: CliContext,
  { head, pages, columns }: Listing & { head: { total: number } & Partial<Written> },
): Promise<void> {
  const facts = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
  await output.part(`{\n${facts.join('')}  "devices": [`, LIST_END)
  let separator = ''
  for await (const page of pages) {
    const rows = page.map((device) => `\n    ${JSON.stringify(deviceJson(device, columns))}`)
    await output.part(separator + rows.join(','), LIST_END)
    separator = ','
  }
  await output.part(`${LIST_END}\n}\n`)
}

async function writeTable(
  { output }: CliContext,
  { total, offset, end, pages, columns }: Listing & { total: number; offset: number; end: number },
): Promise<void> {
  const headers = columns.map((column) => DEVICE_COLUMN_TITLES[column].toUpperCase())
  for await (const page of pages) {
    const rows = page.map((device) => Object.values(deviceJson(device, columns)).map((value) => value as string | null))
    await output.part(`${table(headers, rows)}\n`)
  }
  output.say(end > offset ? `${offset + 1} to ${end} of ${total} devices` : `${total} devices`)
}

async function show(context: CliContext, text: string, refresh: boolean): Promise<void> {
  const serial = checked(serialInput, text.trim(), 'SERIAL')
  const core = refresh ? await unlockVault(context) : await context.core()
  if (refresh) await core.sync.refreshDevice(serial, context.call())
  const { device, raw, timeline } = await core.handlers.devices.show({ serial }, context.call())
  const json = { device: { ...deviceJson(device), raw }, timeline: timeline.map(eventJson) }
  await context.output.result(json, () => {
    const facts = Object.entries(deviceJson(device)).filter(([name, value]) => value !== null && name !== 'serial')
    const events = timeline.map(eventJson).map((event) => [event.at, event.text])
    return [
      table(
        ['Serial', device.serial],
        facts.map(([name, value]) => [name, String(value)]),
      ),
      '',
      table(['Time line', ''], events),
    ].join('\n')
  })
}
