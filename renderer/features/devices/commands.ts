import type { Command } from '../../lib/command.ts'
import type { Desk } from '../../lib/desk.ts'
import { valueOr } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { cancelExport, exportList } from './export-actions.ts'
import { beginMove } from './move-actions.ts'
import { copySerials } from './selection-actions.ts'
import type { Selection } from './selection.ts'
import { selectedCount } from './selectors.ts'
import type { DevicesPageState, DevicesStore } from './store.ts'
import { showView } from './view-actions.ts'

/** What the palette offers of the list: its file, its saved views, and what is selected. `go` leads to the list. */
export function deviceListCommands(store: DevicesStore, desk: Desk, go: () => void): readonly Command[] {
  const words = text().devices
  const state = store.getState()
  const { selection, count } = chosenFor(state)
  const action = (id: string, title: string, icon: Command['icon'], run: () => void, detail?: string): Command => ({
    id: `devices.${id}`,
    section: 'actions',
    title,
    icon,
    run: () => {
      go()
      run()
    },
    ...(detail === undefined ? {} : { detail }),
  })
  const about = text().assignments.actions.about(count)
  const isExporting = state.exporting.status === 'running'
  return [
    isExporting
      ? action('cancel-export', text().frame.commands.cancelExport, 'close', () => cancelExport(store))
      : action('export', words.exportTitle, 'download', () => void exportList(store, desk)),
    ...valueOr(state.views, []).map((view) =>
      action(`view:${view.id}`, view.name, 'laptop', () => void showView(store, desk, view), words.views.button),
    ),
    ...(count === 0
      ? []
      : [action('move', words.selection.move, 'folder', () => void beginMove(store, desk, selection, count), about)]),
    ...(selectedCount(state) === 0
      ? []
      : [action('copy', words.selection.copy, 'copy', () => void copySerials(store, desk), about)]),
  ]
}

/** The selected devices, or without any the one that is open. */
function chosenFor(state: DevicesPageState): { readonly selection: Selection; readonly count: number } {
  const { opened, selection } = state
  const count = selectedCount(state)
  if (count > 0 || opened === null) return { selection, count }
  return { selection: { kind: 'serials', serials: new Set([opened.serial]) }, count: 1 }
}
