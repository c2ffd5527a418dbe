import { useState } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { forgetTask } from '../../lib/tasks.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { BackupDialog } from './BackupDialog.tsx'
import { RestoreForm } from './RestoreForm.tsx'
import { RestoreResult } from './RestoreResult.tsx'
import type { VaultStore } from './store.ts'
import { closeSummary, restore, revealBackup, type RestoreRequest } from './task-actions.ts'

/** One file that holds the vault, made and read back. */
export function BackupGroup({ store }: { readonly store: VaultStore }) {
  const desk = useDesk()
  const { tasks, backupPath, restored } = useStore(store)
  const [open, setOpen] = useState<'backup' | 'restore' | null>(null)
  const { backup, restore: words } = text().vault
  const show = (task: 'backup' | 'restore') => {
    forgetTask(store, task)
    closeSummary(store)
    setOpen(task)
  }
  const close = () => setOpen(null)
  const bringBack = async (request: RestoreRequest) => {
    if (await restore(store, desk, request)) close()
  }
  return (
    <SettingGroup title={backup.title} description={backup.text}>
      <SettingGroup.Row
        title={backup.make}
        description={backup.makeDetail}
        control={
          <Button icon="archive" onPress={() => show('backup')}>
            {backup.begin}
          </Button>
        }
      >
        {backupPath !== null && (
          <Notice
            tone="good"
            title={backup.done}
            actions={<Button onPress={() => revealBackup(store, desk)}>{backup.reveal}</Button>}
          >
            <Copyable label={backup.title} value={backupPath} />
          </Notice>
        )}
      </SettingGroup.Row>
      <SettingGroup.Row
        title={backup.restore}
        description={backup.restoreDetail}
        control={
          <Button icon="upload" onPress={() => show('restore')}>
            {backup.beginRestore}
          </Button>
        }
      >
        {restored && <RestoreResult variant="section" summary={restored} onClose={() => closeSummary(store)} />}
      </SettingGroup.Row>
      {open === 'backup' && <BackupDialog store={store} onClose={close} />}
      {open === 'restore' && (
        <Dialog title={words.title} isOpen onClose={close}>
          <RestoreForm
            variant="dialog"
            newVault={null}
            task={tasks.restore}
            onRestore={(request) => void bringBack(request)}
            onChange={() => forgetTask(store, 'restore')}
            onClose={close}
          />
        </Dialog>
      )}
    </SettingGroup>
  )
}
