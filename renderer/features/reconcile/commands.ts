import type { Command } from '../../lib/command.ts'
import type { Desk } from '../../lib/desk.ts'
import { text } from '../../lib/text.ts'
import { showStart } from './actions.ts'
import { showImport } from './import-actions.ts'
import type { ReconcileStore } from './store.ts'

/** What the palette offers of this place; `go` leads there. */
export function reconcileCommands(store: ReconcileStore, desk: Desk, go: () => void): readonly Command[] {
  const { reconcilePage, imports } = text()
  const command = (id: string, title: string, icon: Command['icon'], show: () => void): Command => ({
    id: `reconcile:${id}`,
    section: 'actions',
    title,
    icon,
    run: () => {
      show()
      go()
    },
  })
  return [
    command('new', reconcilePage.result.newOne, 'compare', () => showStart(store)),
    command('import', imports.place.title, 'upload', () => showImport(store, desk)),
  ]
}
