import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Facts } from '../../ui/Card.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { checkStore, openFolder } from './actions.ts'
import { formatBytes } from '../../lib/format-bytes.ts'
import type { SettingsStore } from './store.ts'
import { TaskFailure } from './TaskFailure.tsx'

export function DataSection({ store }: { readonly store: SettingsStore }) {
  const desk = useDesk()
  const { about, doctor } = useStore(store)
  const words = text().settings.data
  return (
    <SettingGroup title={words.title} description={words.text}>
      <SettingGroup.Row
        title={words.folder}
        control={<Button onPress={() => void openFolder(store, desk, 'data')}>{words.open}</Button>}
      >
        {about.status === 'ready' && <Copyable label={words.folderLabel} value={about.value.dataDir} />}
        <TaskFailure store={store} task="folder" />
      </SettingGroup.Row>
      <SettingGroup.Row
        title={words.check}
        description={words.checkDetail}
        control={
          <Button isBusy={doctor.status === 'loading'} onPress={() => void checkStore(store, desk)}>
            {words.checkButton}
          </Button>
        }
      >
        {doctor.status === 'ready' && (
          <>
            {doctor.value.store.integrity === 'ok' ? (
              <Notice tone="good" title={words.sound} />
            ) : (
              <Notice tone="bad" title={words.damaged}>
                <p>{words.damagedNext}</p>
              </Notice>
            )}
            <Facts
              facts={[
                {
                  label: words.devices,
                  value: doctor.value.store.rows === null ? words.unknown : formatCount(doctor.value.store.rows),
                },
                { label: words.size, value: formatBytes(doctor.value.store.sizeBytes) },
                { label: words.schema, value: String(doctor.value.store.schemaVersion) },
              ]}
            />
          </>
        )}
        {doctor.status === 'failed' && <FailureNotice error={doctor.error} />}
      </SettingGroup.Row>
    </SettingGroup>
  )
}
