import type { ColumnLayout } from '../../../shared/contract/devices.ts'
import { DEVICE_COLUMNS, type DeviceColumn } from '../../../shared/model/device.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { OrderedList } from '../../ui/OrderedList.tsx'
import { COLUMN_TITLES } from './labels.ts'
import { allInOrder } from './layout.ts'
import styles from './Devices.module.css'

export type ColumnDialogProps = {
  readonly columns: ColumnLayout
  readonly onChange: (columns: readonly DeviceColumn[]) => void
  readonly onReset: () => void
  readonly onClose: () => void
}

/** Which columns the table has and in which order; it changes behind the dialog at once. */
export function ColumnDialog({ columns, onChange, onReset, onClose }: ColumnDialogProps) {
  const words = text().devices.columnDialog
  const order = allInOrder(columns)
  const chosen = new Set<string>(columns.map(({ column }) => column))
  const change = (ids: readonly string[], shown: ReadonlySet<string>) =>
    onChange(ids.filter((id): id is DeviceColumn => shown.has(id)))
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      <div className={styles.form}>
        <p className={styles.absent}>{words.hint}</p>
        <OrderedList
          label={words.list}
          items={order.map((column) => ({ id: column, text: COLUMN_TITLES[column] }))}
          chosen={chosen}
          onChoose={(next) => change(order, next)}
          onOrder={(ids) => change(ids, chosen)}
          dragLabel={words.drag}
        />
        <p className={styles.absent}>{words.shown(columns.length, DEVICE_COLUMNS.length)}</p>
        <Dialog.Actions>
          <Button onPress={onReset}>{words.reset}</Button>
          <Button variant="primary" onPress={onClose}>
            {words.done}
          </Button>
        </Dialog.Actions>
      </div>
    </Dialog>
  )
}
