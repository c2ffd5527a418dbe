import { useState, type FormEvent } from 'react'
import type { Settings } from '../../../shared/model/settings.ts'
import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { changeSettings, testNotice } from './actions.ts'
import { readDays, writeDays } from './notice-days.ts'
import styles from './Settings.module.css'
import type { SettingsStore } from './store.ts'
import { TaskFailure } from './TaskFailure.tsx'

export function NoticesSection({ store, settings }: { readonly store: SettingsStore; readonly settings: Settings }) {
  const desk = useDesk()
  const { tasks } = useStore(store)
  const [draft, setDraft] = useState<string | null>(null)
  const words = text().settings.notices
  const days = draft ?? writeDays(settings.noticeDays)
  const isWrong = draft !== null && readDays(draft) === null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const noticeDays = readDays(days)
    if (noticeDays && (await changeSettings(store, desk, { noticeDays: [...noticeDays] }, 'notices'))) setDraft(null)
  }

  return (
    <SettingGroup title={words.title}>
      <SettingGroup.Block>
        <form className={styles.inline} onSubmit={(event) => void submit(event)}>
          <div className={styles.grow}>
            <TextField
              label={words.days}
              value={days}
              onChange={setDraft}
              description={words.daysHint}
              error={isWrong ? words.daysWrong : ''}
              maxLength={100}
            />
          </div>
          <Button type="submit" isDisabled={draft === null || isWrong}>
            {text().settings.save}
          </Button>
        </form>
        <TaskFailure store={store} task="notices" />
      </SettingGroup.Block>
      <SettingGroup.Switch
        title={words.desktop}
        description={words.desktopDetail}
        isOn={settings.desktopNotices}
        onChange={(desktopNotices) => void changeSettings(store, desk, { desktopNotices }, 'look')}
      />
      <SettingGroup.Switch
        title={words.login}
        description={words.loginDetail}
        isOn={settings.startAtLogin}
        onChange={(startAtLogin) => void changeSettings(store, desk, { startAtLogin }, 'look')}
      >
        <TaskFailure store={store} task="look" />
      </SettingGroup.Switch>
      <SettingGroup.Row
        title={words.test}
        description={words.testDetail}
        control={
          <Button isBusy={tasks.test?.status === 'loading'} onPress={() => void testNotice(store, desk)}>
            {words.testButton}
          </Button>
        }
      >
        <TaskFailure store={store} task="test" />
      </SettingGroup.Row>
    </SettingGroup>
  )
}
