import type { Command } from '../../lib/command.ts'
import type { Desk } from '../../lib/desk.ts'
import { text } from '../../lib/text.ts'
import { openDialog } from './actions.ts'
import { openImport } from './import-actions.ts'
import { exportList, saveCalendar } from './save-actions.ts'
import type { CredentialsStore } from './store.ts'

/** What the palette offers of everything that expires; `go` leads to its place. */
export function credentialCommands(store: CredentialsStore, desk: Desk, go: () => void): readonly Command[] {
  const { title, actions } = text().credentials
  const command = (id: string, name: string, icon: Command['icon'], run: () => void): Command => ({
    id: `credentials:${id}`,
    section: 'actions',
    title: name,
    detail: title,
    icon,
    run,
  })
  const there = (run: () => void) => () => {
    go()
    run()
  }
  return [
    command(
      'import',
      actions.importFile,
      'upload',
      there(() => openImport(store)),
    ),
    command(
      'add',
      actions.add,
      'plus',
      there(() => openDialog(store, { kind: 'entry', credential: null })),
    ),
    command(
      'request',
      actions.request,
      'file-key',
      there(() => openDialog(store, { kind: 'request' })),
    ),
    command('calendar', actions.saveCalendar, 'clock', () => void saveCalendar(store, desk)),
    command('csv', actions.exportCsv, 'download', () => void exportList(store, desk)),
  ]
}
