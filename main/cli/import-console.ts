import type { Command } from 'commander'
import { MAX_PAGE_ROWS } from '../../shared/contract/devices.ts'
import type { ImportProgress } from '../../shared/contract/imports.ts'
import { AppError } from '../../shared/errors.ts'
import {
  DATE_ORDERS,
  IMPORT_FIELDS,
  IMPORT_KINDS,
  type ColumnMapping,
  type ImportRecord,
  type ImportRemark,
  type RemarkKind,
} from '../../shared/model/import.ts'
import type { Core } from '../core/core.ts'
import type { CliContext } from './context.ts'
import { EXIT } from './exit-codes.ts'
import { oneOf, wholeNumber } from './input.ts'
import { isoTime } from './json.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

type Options = {
  readonly asOf?: string
  readonly kind?: string
  readonly column?: readonly string[]
  readonly dateOrder?: string
  readonly remember?: boolean
}

/** Rows of a table: JSON has all of them. */
const SHOWN_ROWS = 30

export function addConsoleImport(imports: Command, act: Act): void {
  imports
    .command('console')
    .argument('<file>', 'the console’s list of enrollment status or of devices: CSV, text or XLSX')
    .option('--as-of <time>', 'the moment the file speaks of, ISO 8601; without it the file’s own date')
    .option('--kind <kind>', IMPORT_KINDS.join(', '))
    .option('--column <field=number...>', 'which column, from 1, holds a field, such as serial=3')
    .option('--date-order <order>', `of dates such as 4/5/2026: ${DATE_ORDERS.join(', ')}`)
    .option('--remember', 'takes the same columns for the next file with this header')
    .description('takes over enrollment status, token status, user, friendly name and last seen from the console')
    .action(act((context, [path], options: Options) => importConsole(context, path!, options)))
}

async function importConsole(context: CliContext, path: string, options: Options): Promise<void> {
  const { kind, column, dateOrder, asOf, remember } = options
  const core = await context.core()
  const wish = {
    path,
    ...(kind !== undefined && { kind: oneOf(IMPORT_KINDS, kind, '--kind') }),
    ...(column && { mapping: readMapping(column) }),
    ...(dateOrder !== undefined && { dateOrder: oneOf(DATE_ORDERS, dateOrder, '--date-order') }),
    ...(asOf !== undefined && { asOf: readMoment(asOf) }),
    ...(remember && { remember }),
  }
  const call = context.call<ImportProgress>((progress) => context.output.progress(progressText(progress)))
  const made = await core.handlers.imports.run(wish, call)
  if (context.output.isJson) await writeJson(context, core, made)
  else {
    const text = await readable(context, core, made)
    await context.output.result(null, () => text)
  }
  const { rows, rejected } = made.counts
  if (rejected > 0) context.exitCode = rejected === rows ? EXIT.usage : EXIT.partly
}

function readMapping(given: readonly string[]): ColumnMapping {
  const pairs = given.map((text) => {
    const [field = '', place = ''] = text.split('=', 2)
    const column = wholeNumber(place, '--column')
    if (column < 1) throw new AppError('bad-input', 'columns are counted from 1', { path: '--column' })
    return [oneOf(IMPORT_FIELDS, field, '--column'), column - 1] as const
  })
  return Object.fromEntries(pairs)
}

function readMoment(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(text) ? Date.parse(text) : NaN
  if (!Number.isNaN(time)) return time
  throw new AppError('bad-input', `"${text}" is no time such as 2026-02-01T08:00:00Z`, { path: '--as-of' })
}

function progressText({ phase, done, total }: ImportProgress): string {
  const part = total === 0 ? 100 : Math.floor((done / total) * 100)
  const words = { reading: 'reading', storing: 'storing', applying: 'taking over' }
  return `${words[phase]}: ${part} %`
}

/** A list per kind of remark, in the order of the file. */
const LISTS: readonly (readonly [name: string, kind: RemarkKind, toRow: (remark: ImportRemark) => unknown])[] = [
  ['repairedRows', 'repaired', ({ line, text, serial, detail }) => ({ line, text, serial, how: detail.split(' ') })],
  ['rejectedRows', 'rejected', ({ line, text, detail }) => ({ line, text, reason: detail })],
  ['duplicateRows', 'duplicate', ({ line, serial, detail }) => ({ line, serial, countsInstead: Number(detail) })],
  ['unknownSerials', 'unknown', ({ line, serial }) => ({ line, serial })],
  ['olderRows', 'older', ({ line, serial }) => ({ line, serial })],
  ['notUnderstoodCells', 'not-understood', ({ line, serial, text, detail }) => ({ line, serial, text, field: detail })],
]

/** Written page by page: every row of a million may have been repaired. */
async function writeJson(context: CliContext, core: Core, made: ImportRecord): Promise<void> {
  const { id, fileName, sha256, sizeBytes, kind, asOf, mapping, counts } = made
  const head = { import: id, file: fileName, sha256, sizeBytes, kind, asOf: isoTime(asOf), mapping, ...counts }
  const facts = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  const { output } = context
  await output.part(`{\n${facts.join(',\n')}`, '')
  for (const [name, kind, toRow] of LISTS) {
    await output.part(`,\n  ${JSON.stringify(name)}: [`, '\n  ]')
    let separator = ''
    for await (const page of pages(context, core, { id, kind })) {
      const rows = page.map((remark) => `\n    ${JSON.stringify(toRow(remark))}`)
      await output.part(separator + rows.join(','), '\n  ]')
      separator = ','
    }
    await output.part(separator === '' ? ']' : '\n  ]', '')
  }
  await output.part('\n}\n')
}

async function* pages(
  context: CliContext,
  core: Core,
  { id, kind }: { readonly id: string; readonly kind: RemarkKind },
): AsyncGenerator<readonly ImportRemark[]> {
  for (let offset = 0; ; offset += MAX_PAGE_ROWS) {
    const page = await core.handlers.imports.remarks({ id, kind, offset, limit: MAX_PAGE_ROWS }, context.call())
    if (page.rows.length > 0) yield page.rows
    if (offset + page.rows.length >= page.total || page.rows.length === 0) return
  }
}

const TITLES: Readonly<Record<RemarkKind, string>> = {
  repaired: 'repaired',
  rejected: 'rejected',
  duplicate: 'listed twice; line',
  unknown: 'unknown here, kept as a record of the console',
  older: 'older than what is stored',
  'not-understood': 'not understood',
}

async function readable(
  context: CliContext,
  core: Core,
  { id, fileName, asOf, counts }: ImportRecord,
): Promise<string> {
  const lines = [
    `${fileName}, as of ${isoTime(asOf)}: ${counts.rows} rows; ${counts.accepted} accepted, ${counts.repaired} repaired, ${counts.rejected} rejected.`,
    `${counts.devices} serial numbers: ${counts.changed} changed, ${counts.unchanged} as before, ${counts.older} newer here, ${counts.unknown} unknown here. ${counts.duplicates} listed twice.`,
  ]
  const rows: (readonly string[])[] = []
  for (const kind of ['rejected', 'repaired', 'not-understood', 'duplicate', 'unknown'] as const) {
    const left = SHOWN_ROWS - rows.length
    if (left <= 0) break
    const page = await core.handlers.imports.remarks({ id, kind, offset: 0, limit: left }, context.call())
    rows.push(...page.rows.map((row) => [String(row.line), row.text, `${TITLES[kind]} ${row.detail}`.trim()]))
  }
  if (rows.length > 0) lines.push('', table(['LINE', 'CELL', 'WHAT'], rows))
  if (rows.length === SHOWN_ROWS) lines.push('', 'With --json every row is told.')
  return lines.join('\n')
}
