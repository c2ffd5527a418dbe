import {
  ASSIGNMENT,
  AT_APPLE,
  DEVICE_COLUMNS,
  ENROLLMENT_STATUS,
  type DeviceColumn,
  type DeviceFilter,
} from '../../../shared/model/device.ts'
import { DELIMITERS, FILE_TYPES, DATE_STYLES } from '../../../shared/model/report.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { OrderedList } from '../../ui/OrderedList.tsx'
import { Select } from '../../ui/Select.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { SwitchLine } from '../../ui/SwitchLine.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ASSIGNMENT_LABELS, AT_APPLE_LABELS, COLUMN_TITLES, ENROLLMENT_STATUS_LABELS } from '../devices/index.ts'
import * as actions from './actions.ts'
import styles from './Reports.module.css'
import type { ReportDraft, ReportsStore } from './store.ts'

export type ReportDialogProps = { readonly store: ReportsStore; readonly draft: ReportDraft }

/** Name, columns, rows and form of an own report. */
export function ReportDialog({ store, draft }: ReportDialogProps) {
  const desk = useDesk()
  const refusal = useStore(store, (state) => state.refusal)
  const words = text().reports.editor
  const close = () => actions.closeDialogs(store)
  const canSave = draft.name.trim() !== '' && draft.columns.length > 0
  return (
    <Dialog title={draft.id === null ? words.titleNew : words.title} isOpen onClose={close} size="wide">
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (canSave) void actions.saveDraft(store, desk)
        }}
      >
        {refusal && <FailureNotice error={refusal} />}
        <TextField
          label={words.name}
          value={draft.name}
          maxLength={100}
          autoFocus
          onChange={(name) => actions.changeDraft(store, { name })}
        />
        <Columns store={store} draft={draft} />
        <Rows store={store} draft={draft} />
        <Form store={store} draft={draft} />
        <Dialog.Actions>
          <Button onPress={close}>{words.cancel}</Button>
          <Button type="submit" variant="primary" isDisabled={!canSave}>
            {words.save}
          </Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  )
}

function Columns({ store, draft: { columns } }: ReportDialogProps) {
  const words = text().reports.editor
  const chosen = new Set<string>(columns)
  const order = [...columns, ...DEVICE_COLUMNS.filter((column) => !chosen.has(column))]
  const change = (ids: readonly string[], shown: ReadonlySet<string>) =>
    actions.changeDraft(store, { columns: ids.filter((id): id is DeviceColumn => shown.has(id)) })
  return (
    <fieldset className={styles.part}>
      <legend>{words.columns}</legend>
      <p className={styles.quiet}>{words.columnsHint}</p>
      <OrderedList
        label={words.columns}
        items={order.map((column) => ({ id: column, text: COLUMN_TITLES[column] }))}
        chosen={chosen}
        onChoose={(next) => change(order, next)}
        onOrder={(ids) => change(ids, chosen)}
        dragLabel={words.drag}
      />
      {columns.length === 0 && <p className={styles.error}>{words.noColumns}</p>}
    </fieldset>
  )
}

const ANY = 'any'

function Rows({ store, draft: { filter, sort } }: ReportDialogProps) {
  const words = text().reports.editor
  const set = (change: Partial<DeviceFilter>) => {
    const kept = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined && value !== '')
    actions.changeDraft(store, { filter: Object.fromEntries(kept) })
  }
  const labelled = <V extends string>(values: readonly V[], labels: Readonly<Record<V, { readonly text: string }>>) => [
    { value: ANY, text: words.any } as const,
    ...values.map((value) => ({ value, text: labels[value].text })),
  ]
  const columns = DEVICE_COLUMNS.map((value) => ({ value, text: COLUMN_TITLES[value] }))
  return (
    <fieldset className={styles.part}>
      <legend>{words.rows}</legend>
      <div className={styles.choices}>
        <SelectField
          label={words.atApple}
          options={labelled(AT_APPLE, AT_APPLE_LABELS)}
          value={filter.atApple ?? ANY}
          onChange={(value) => set({ atApple: value === ANY ? undefined : value })}
        />
        <SelectField
          label={words.enrollment}
          options={labelled(ENROLLMENT_STATUS, ENROLLMENT_STATUS_LABELS)}
          value={filter.enrollmentStatus ?? ANY}
          onChange={(value) => set({ enrollmentStatus: value === ANY ? undefined : value })}
        />
        <SelectField
          label={words.assignment}
          options={labelled(ASSIGNMENT, ASSIGNMENT_LABELS)}
          value={filter.assignment ?? ANY}
          onChange={(value) => set({ assignment: value === ANY ? undefined : value })}
        />
      </div>
      <div className={styles.choices}>
        <TextField
          label={words.family}
          value={filter.family ?? ''}
          maxLength={100}
          onChange={(family) => set({ family })}
        />
        <TextField label={words.group} value={filter.group ?? ''} onChange={(group) => set({ group })} />
        <TextField
          label={words.search}
          value={filter.search ?? ''}
          maxLength={200}
          onChange={(search) => set({ search })}
        />
      </div>
      <div className={styles.choices}>
        <SelectField
          label={words.sort}
          options={columns}
          value={sort.column}
          onChange={(column) => actions.changeDraft(store, { sort: { ...sort, column } })}
        />
        <Select
          label={words.sort}
          options={[
            { value: 'asc', text: words.ascending },
            { value: 'desc', text: words.descending },
          ]}
          value={sort.direction}
          onChange={(direction) => actions.changeDraft(store, { sort: { ...sort, direction } })}
        />
      </div>
    </fieldset>
  )
}

function Form({ store, draft: { format, fileType } }: ReportDialogProps) {
  const words = text().reports.editor
  const set = (change: Partial<ReportDraft['format']>) =>
    actions.changeDraft(store, { format: { ...format, ...change } })
  return (
    <fieldset className={styles.part}>
      <legend>{words.form}</legend>
      <div className={styles.choices}>
        <SelectField
          label={words.fileType}
          options={FILE_TYPES.map((value) => ({ value, text: words.fileTypes[value] }))}
          value={fileType}
          onChange={(value) => actions.changeDraft(store, { fileType: value })}
        />
        <SelectField
          label={words.delimiter}
          options={DELIMITERS.map((value) => ({ value, text: words.delimiters[value] }))}
          value={format.delimiter}
          onChange={(delimiter) => set({ delimiter })}
        />
        <SelectField
          label={words.dates}
          options={DATE_STYLES.map((value) => ({ value, text: words.dateStyles[value] }))}
          value={format.dates}
          onChange={(dates) => set({ dates })}
        />
      </div>
      <SwitchLine label={words.bom} isOn={format.bom} onChange={(bom) => set({ bom })} />
      <p className={styles.quiet}>{words.bomHint}</p>
    </fieldset>
  )
}
