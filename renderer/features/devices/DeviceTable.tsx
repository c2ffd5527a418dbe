import { useCallback, useMemo } from 'react'
import type { DeviceColumn } from '../../../shared/model/device.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../ui/Button.tsx'
import type { RowRange } from '../../ui/row-window.ts'
import { VirtualTable } from '../../ui/VirtualTable.tsx'
import { tableColumn } from './columns.tsx'
import { openRow } from './detail-actions.ts'
import { isFiltered } from './filters.ts'
import * as list from './list-actions.ts'
import { NoDevices } from './NoDevices.tsx'
import { rowAt } from './row-pages.ts'
import { rowCount } from './selectors.ts'
import type { DevicesStore } from './store.ts'
import styles from './Devices.module.css'

export type DeviceTableProps = {
  readonly store: DevicesStore
  readonly hasTokens: boolean
  readonly onShowTokens: () => void
}

export function DeviceTable({ store, hasTokens, onShowTokens }: DeviceTableProps) {
  const desk = useDesk()
  const view = useStore(store, (state) => state.view)
  const total = useStore(store, rowCount)
  const pages = useStore(store, (state) => state.pages)
  const sort = useStore(store, (state) => state.sort)
  const filter = useStore(store, (state) => state.filter)
  const columns = useStore(store, (state) => state.columns)
  const scrollKey = useStore(store, (state) => state.scrollKey)
  const tableColumns = useMemo(() => columns.map(tableColumn), [columns])
  const showRows = useCallback((range: RowRange) => list.showRows(store, desk, range), [store, desk])
  const open = useCallback((index: number) => void openRow(store, desk, index), [store, desk])
  // The table hands back ids of the columns it was given.
  const sortBy = useCallback((id: string) => void list.sortBy(store, desk, id as DeviceColumn), [store, desk])

  if (view.status === 'failed') {
    return (
      <div className={styles.inPlace}>
        <FailureNotice error={view.error}>
          <Button onPress={() => void list.refreshList(store, desk)}>Try again</Button>
        </FailureNotice>
      </div>
    )
  }
  if (total === 0) {
    return (
      <div className={styles.inPlace}>
        <NoDevices
          isFiltered={isFiltered(filter)}
          hasTokens={hasTokens}
          onClear={() => void list.showDevices(store, desk, {})}
          onShowTokens={onShowTokens}
        />
      </div>
    )
  }
  return (
    <VirtualTable
      label="Devices"
      columns={tableColumns}
      rowCount={total}
      rowAt={(index) => rowAt(pages, index)}
      sort={sort}
      onSort={sortBy}
      onVisibleRows={showRows}
      onOpen={open}
      scrollKey={String(scrollKey)}
    />
  )
}
