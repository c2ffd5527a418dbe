import type { Command } from '../../lib/command.ts'
import type { Desk } from '../../lib/desk.ts'
import { text } from '../../lib/text.ts'
import { loadGroups } from './actions.ts'
import * as changes from './change-actions.ts'
import { startImport } from './import-actions.ts'
import type { GroupsStore } from './store.ts'

/** What the palette offers of the tree; `go` leads there. Undo is offered once the tree says what it takes back. */
export function groupCommands(store: GroupsStore, desk: Desk, go: () => void): readonly Command[] {
  const { groups, frame } = text()
  const { loaded } = store.getState()
  const undo = loaded.status === 'ready' ? loaded.value.tree.undo : null
  const command = (id: string, title: string, icon: Command['icon'], run: () => void): Command => ({
    id: `groups:${id}`,
    section: 'actions',
    title,
    detail: frame.places.groups,
    icon,
    run: () => {
      go()
      run()
    },
  })
  return [
    command('add', groups.add, 'plus', () => void beginAdding(store, desk)),
    command('import', groups.imports.title, 'upload', () => startImport(store)),
    ...(undo ? [command('undo', groups.undo.what[undo.kind], 'undo', () => void changes.undoChange(store, desk))] : []),
  ]
}

/** Below the group that is shown; before the place was ever open that is the root. */
async function beginAdding(store: GroupsStore, desk: Desk): Promise<void> {
  if (store.getState().chosen === null) await loadGroups(store, desk)
  const { chosen } = store.getState()
  if (chosen !== null) changes.ask(store, { kind: 'add', group: chosen })
}
