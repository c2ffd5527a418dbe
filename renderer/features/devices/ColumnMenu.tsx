import { DEVICE_COLUMNS, type DeviceColumn } from '../../../shared/model/device.ts'
import { ChoiceMenu } from '../../ui/Menu.tsx'
import { COLUMN_TITLES } from './labels.ts'

const ITEMS = DEVICE_COLUMNS.map((column) => ({ value: column, text: COLUMN_TITLES[column] }))

export type ColumnMenuProps = {
  readonly columns: readonly DeviceColumn[]
  readonly onChange: (columns: readonly DeviceColumn[]) => void
}

/** Which columns the table has; the shown ones keep their order, a new one comes last. */
export function ColumnMenu({ columns, onChange }: ColumnMenuProps) {
  const change = (chosen: readonly string[]) => {
    const added = DEVICE_COLUMNS.filter((column) => chosen.includes(column) && !columns.includes(column))
    onChange([...columns.filter((column) => chosen.includes(column)), ...added])
  }
  return <ChoiceMenu label="Columns" isMultiple items={ITEMS} chosen={columns} onChange={change} />
}
