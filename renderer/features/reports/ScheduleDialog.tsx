import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import * as actions from './actions.ts'
import styles from './Reports.module.css'
import type { ReportsStore, ScheduleDraft } from './store.ts'
import { dayText, readKeep, readTime, reportName } from './words.ts'

const DAYS = ['every', '1', '2', '3', '4', '5', '6', '7'] as const

/** When a report writes itself, where to, and how many files stay. */
export function ScheduleDialog({
  store,
  schedule,
}: {
  readonly store: ReportsStore
  readonly schedule: ScheduleDraft
}) {
  const desk = useDesk()
  const refusal = useStore(store, (state) => state.refusal)
  const words = text().reports.schedules
  const { save, cancel } = text().reports.editor
  const [isTimeGood, isKeepGood] = [readTime(schedule.time) !== undefined, readKeep(schedule.keep) !== undefined]
  const canSave = schedule.path !== null && isTimeGood && isKeepGood
  const close = () => actions.closeDialogs(store)
  return (
    <Dialog title={words.dialog(reportName(schedule.name))} isOpen onClose={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave) void actions.saveSchedule(store, desk)
        }}
      >
        {refusal && <FailureNotice error={refusal} />}
        <SelectField
          label={words.when}
          options={DAYS.map((value) => ({ value, text: dayText(value === 'every' ? null : Number(value)) }))}
          value={DAYS.find((day) => day === String(schedule.weekday)) ?? 'every'}
          onChange={(day) => actions.changeSchedule(store, { weekday: day === 'every' ? null : Number(day) })}
        />
        <TextField
          label={words.time}
          value={schedule.time}
          maxLength={5}
          error={isTimeGood ? '' : words.badTime}
          onChange={(time) => actions.changeSchedule(store, { time })}
        />
        <TextField
          label={words.keep}
          value={schedule.keep}
          maxLength={4}
          error={isKeepGood ? '' : words.badKeep}
          onChange={(keep) => actions.changeSchedule(store, { keep })}
        />
        <div className={styles.fileField}>
          <span className={styles.label}>{words.file}</span>
          <bdi className={styles.path}>{schedule.path ?? words.noFile}</bdi>
          <p className={styles.quiet}>{words.fileHint}</p>
          <div>
            <Button icon="folder" onPress={() => void actions.chooseFile(store, desk)}>
              {words.choose}
            </Button>
          </div>
        </div>
        <Dialog.Actions>
          <Button onPress={close}>{cancel}</Button>
          <Button type="submit" variant="primary" isDisabled={!canSave}>
            {save}
          </Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  )
}
