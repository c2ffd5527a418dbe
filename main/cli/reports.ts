import type { Command } from 'commander'
import { AppError } from '../../shared/errors.ts'
import {
  DATE_STYLES,
  DELIMITERS,
  STANDARD_FORMAT,
  type Delimiter,
  type ReportFormat,
} from '../../shared/model/report.ts'
import { REPORT_PRESETS } from '../../shared/model/report-presets.ts'
import type { CliContext } from './context.ts'
import { exportCall } from './devices.ts'
import { oneOf } from './input.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

type Options = {
  readonly out?: string
  readonly delimiter?: string
  readonly bom: boolean
  readonly dates?: string
  readonly locale?: string
}

const DELIMITER_WORDS: Readonly<Record<string, Delimiter>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' }

export function addReportCommands(program: Command, act: Act): void {
  program
    .command('report')
    .argument('<name>', `"list", one of ${REPORT_PRESETS.join(', ')}, or an own report`)
    .option('--out <file>', 'file to write; one that ends in .xlsx becomes a workbook')
    .option('--delimiter <sign>', `between cells of a CSV file: ${Object.keys(DELIMITER_WORDS).join(', ')}`)
    .option('--no-bom', 'a CSV file without the mark by which spreadsheets know UTF-8')
    .option('--dates <style>', 'iso (UTC), or locale: as people write it, by the clock of this computer')
    .option('--locale <tag>', 'language of --dates locale, such as de-DE')
    .description('writes a report as CSV or XLSX')
    .action(
      act(async (context, [name], options: Options) => {
        if (name === 'list') await list(context)
        else await write(context, name!, options)
      }),
    )
}

async function list(context: CliContext): Promise<void> {
  const core = await context.core()
  const { reports } = await core.handlers.reports.list({}, context.call())
  const told = reports.map(({ name, title, isPreset }) => ({ name, title, kind: isPreset ? 'preset' : 'own' }))
  const rows = told.map((report) => [report.name, report.title ?? 'an own report'])
  // The same members as a report that is written.
  const json = { report: 'list', rows: told.length, file: null, reports: told }
  await context.output.result(json, () => table(['REPORT', 'WHAT IT HOLDS'], rows))
}

async function write(context: CliContext, given: string, options: Options): Promise<void> {
  if (options.out === undefined) throw new AppError('bad-input', 'name the file to write', { path: '--out' })
  const core = await context.core()
  const { reports, own } = await core.handlers.reports.list({}, context.call())
  const found = findReport(reports, given)
  if (!found) {
    const hint = `It is one of ${reports.map(({ name }) => name).join(', ')}.`
    throw new AppError('report.not-found', `there is no report ${given}`, { path: 'NAME', facts: { hint } })
  }
  const format = withOptions(own.find(({ id }) => id === found.ref)?.format ?? STANDARD_FORMAT, options)
  const { rows } = await core.handlers.reports.write({ ref: found.ref, path: options.out, format }, exportCall(context))
  const [report, file] = [found.name, options.out]
  if (rows === 0 && found.ref === 'reconciliation') context.output.say('Nobody has reconciled anything here yet.')
  await context.output.result({ report, rows, file }, () => `Wrote ${rows} rows to ${file}.`)
}

/** By its name as it is, by the name whatever the case, by its id. */
function findReport<R extends { readonly ref: string; readonly name: string }>(reports: readonly R[], given: string) {
  const folded = given.toLowerCase()
  return (
    reports.find(({ name }) => name === given) ??
    reports.find(({ name }) => name.toLowerCase() === folded) ??
    reports.find(({ ref }) => ref === given)
  )
}

/** What is not given stays as the report has it. */
function withOptions(format: ReportFormat, { delimiter, bom, dates, locale }: Options): ReportFormat {
  return {
    delimiter: delimiter === undefined ? format.delimiter : readDelimiter(delimiter),
    bom: format.bom && bom,
    dates: dates === undefined ? format.dates : oneOf(DATE_STYLES, dates, '--dates'),
    locale: locale === undefined ? format.locale : readLocale(locale),
  }
}

function readDelimiter(text: string): Delimiter {
  const sign = DELIMITERS.find((one) => one === text)
  return sign ?? DELIMITER_WORDS[oneOf(Object.keys(DELIMITER_WORDS), text, '--delimiter')]!
}

function readLocale(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? STANDARD_FORMAT.locale
  } catch {
    throw new AppError('bad-input', `"${text}" is no language tag such as de-DE`, { path: '--locale' })
  }
}
