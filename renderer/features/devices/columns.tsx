import type { ReactNode } from 'react'
import type { ColumnLayout } from '../../../shared/contract/devices.ts'
import { isTimeColumn } from '../../../shared/model/device-columns.ts'
import type { Device, DeviceColumn } from '../../../shared/model/device.ts'
import { formatDateTime, formatZone } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import type { TableColumn } from '../../ui/VirtualTable.tsx'
import * as labels from './labels.ts'
import { visibleText } from './visible-text.ts'
import styles from './Devices.module.css'

const WIDTHS_PX: Readonly<Partial<Record<DeviceColumn, number>>> = {
  serial: 136,
  model: 160,
  description: 220,
  family: 80,
  group: 128,
  token: 116,
  atApple: 104,
  profileStatus: 112,
  assignment: 124,
  enrollmentStatus: 190,
  tokenStatus: 168,
  profileUuid: 264,
  goneReason: 200,
  assignedBy: 180,
  lastSeenAt: 160,
}
const USUAL_WIDTH_PX = 160

export function tableColumn({ column, widthPx }: ColumnLayout[number]): TableColumn<Device> {
  const title = labels.COLUMN_TITLES[column]
  return {
    id: column,
    title: isTimeColumn(column) ? text().devices.timeColumn(title, formatZone(Date.now())) : title,
    widthPx: widthPx ?? WIDTHS_PX[column] ?? USUAL_WIDTH_PX,
    render: (device) => cell(device, column),
  }
}

/** What stands in a cell. Texts of devices are data: React writes them as text, in their own writing direction. */
function cell(device: Device, column: DeviceColumn): ReactNode {
  switch (column) {
    case 'serial':
    case 'profileUuid':
      return <Text value={device[column]} isCode />
    case 'family':
      return <Text value={device.family === null ? null : labels.familyName(device.family)} />
    case 'goneReason':
      return <Text value={device.goneReason === null ? null : labels.goneReasonText(device.goneReason)} />
    case 'atApple':
      return <StatusBadge {...labels.AT_APPLE_LABELS[device.atApple]} variant="plain" />
    case 'profileStatus':
      return <StatusBadge {...labels.profileStatusLabel(device.profileStatus)} variant="plain" />
    case 'assignment':
      return <StatusBadge {...labels.ASSIGNMENT_LABELS[device.assignment]} variant="plain" />
    case 'enrollmentStatus':
      return <StatusBadge {...labels.ENROLLMENT_STATUS_LABELS[device.enrollmentStatus]} variant="plain" />
    case 'tokenStatus':
      return <StatusBadge {...labels.TOKEN_STATUS_LABELS[device.tokenStatus]} variant="plain" />
    default: {
      const value = device[column]
      return <Text value={typeof value === 'number' ? formatDateTime(value) : value} />
    }
  }
}

function Text({ value, isCode = false }: { readonly value: string | null; readonly isCode?: boolean }) {
  if (value === null) return <span className={styles.absent}>{text().devices.none}</span>
  const shown = visibleText(value)
  return (
    <bdi className={isCode ? styles.code : undefined} title={shown}>
      {shown}
    </bdi>
  )
}
