import { REPORT_PRESETS } from '../../../shared/model/report-presets.ts'
import type { Command } from '../../lib/command.ts'
import type { Desk } from '../../lib/desk.ts'
import { valueOr } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { editNew, showReport } from './actions.ts'
import { EXPORTS, type ReportsStore } from './store.ts'
import { reportName } from './words.ts'

/** What the palette offers of the reports; `go` leads there. Own ones are known once they were read. */
export function reportCommands(store: ReportsStore, desk: Desk, go: () => void): readonly Command[] {
  const { place } = text().reports
  const command = (id: string, title: string, icon: Command['icon'], run: () => void): Command => ({
    id: `reports:${id}`,
    section: 'actions',
    title,
    detail: place.title,
    icon,
    run: () => {
      run()
      go()
    },
  })
  const known = valueOr(store.getState().list, null)?.reports
  const reports = known ?? REPORT_PRESETS.map((preset) => ({ ref: preset, name: preset }))
  return [
    command('new', place.make, 'plus', () => editNew(store)),
    command('exports', place.exports, 'clock', () => void showReport(store, desk, EXPORTS)),
    ...reports.map(({ ref, name }) =>
      command(ref, reportName(name), 'columns', () => void showReport(store, desk, ref)),
    ),
  ]
}
