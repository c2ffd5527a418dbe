import type { Command } from 'commander'
import { AppError } from '../../shared/errors.ts'
import { REPORTS, type ReportName } from '../../shared/model/report.ts'
import { exportCall } from './devices.ts'
import { oneOf } from './input.ts'
import { table } from './output.ts'
import type { Act } from './program.ts'

export function addReportCommands(program: Command, act: Act): void {
  program
    .command('report')
    .argument('<name>', `"list", or one of: ${REPORTS.map(({ name }) => name).join(', ')}`)
    .option('--out <file>', 'CSV file to write')
    .description('writes a report as CSV')
    .action(
      act(async (context, [given], { out }: { out?: string }) => {
        if (given === 'list') {
          const rows = REPORTS.map(({ name, title }) => [name, title])
          return context.output.result({ reports: REPORTS }, () => table(['REPORT', 'WHAT IT HOLDS'], rows))
        }
        const names = REPORTS.map(({ name }) => name)
        const name: ReportName = oneOf(names, given!, 'NAME')
        if (out === undefined) throw new AppError('bad-input', 'name the CSV file to write', { path: '--out' })
        const core = await context.core()
        const everything = { filter: {}, sort: { column: 'serial', direction: 'asc' } } as const
        const { rows, path: file } = await core.handlers.devices.exportCsv(
          { ...everything, path: out },
          exportCall(context),
        )
        await context.output.result({ report: name, rows, file }, () => `Wrote ${rows} rows to ${file}.`)
      }),
    )
}
