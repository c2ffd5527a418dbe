import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { openFolder, revealDiagnostics, saveDiagnostics } from './actions.ts'
import type { SettingsStore } from './store.ts'
import { TaskFailure } from './TaskFailure.tsx'

export function DiagnosticsSection({ store }: { readonly store: SettingsStore }) {
  const desk = useDesk()
  const { tasks, diagnosticsPath } = useStore(store)
  const words = text().settings.diagnostics
  return (
    <SettingGroup title={words.title} description={words.text}>
      <SettingGroup.Row
        title={words.save}
        description={words.saveDetail}
        control={
          <Button
            icon="download"
            isBusy={tasks.diagnostics?.status === 'loading'}
            onPress={() => void saveDiagnostics(store, desk)}
          >
            {words.button}
          </Button>
        }
      >
        <TaskFailure store={store} task="diagnostics" />
        {diagnosticsPath !== null && (
          <Notice
            tone="good"
            title={words.done}
            actions={<Button onPress={() => revealDiagnostics(store, desk)}>{words.reveal}</Button>}
          >
            <Copyable label={words.savedPath} value={diagnosticsPath} />
          </Notice>
        )}
      </SettingGroup.Row>
      <SettingGroup.Row
        title={words.logs}
        description={words.logsDetail}
        control={<Button onPress={() => void openFolder(store, desk, 'logs')}>{words.openLogs}</Button>}
      >
        <TaskFailure store={store} task="folder" />
      </SettingGroup.Row>
    </SettingGroup>
  )
}
