import { useCallback, useMemo } from 'react'
import type { DeviceColumn } from '../../../shared/model/device.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import type { RowRange } from '../../ui/row-window.ts'
import { VirtualTable, type TableArrangement, type TableSelection } from '../../ui/VirtualTable.tsx'
import { tableColumn } from './columns.tsx'
import { openRow } from './detail-actions.ts'
import { isFiltered } from './filters.ts'
import * as layout from './layout-actions.ts'
import * as list from './list-actions.ts'
import { NoDevices } from './NoDevices.tsx'
import { rowAt } from './row-pages.ts'
import * as chosen from './selection-actions.ts'
import { isSelected } from './selection.ts'
import { rowCount, selectedCount } from './selectors.ts'
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
  const filter = useStore(store, (state) => state.filter)

  if (view.status === 'failed') {
    return (
      <div className={styles.inPlace}>
        <FailureNotice error={view.error}>
          <Button onPress={() => void list.refreshList(store, desk)}>{text().common.retry}</Button>
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
  return <Rows store={store} total={total} />
}

function Rows({ store, total }: { readonly store: DevicesStore; readonly total: number | null }) {
  const desk = useDesk()
  const pages = useStore(store, (state) => state.pages)
  const sort = useStore(store, (state) => state.sort)
  const columns = useStore(store, (state) => state.columns)
  const scrollKey = useStore(store, (state) => state.scrollKey)
  const goTo = useStore(store, (state) => state.goTo)
  const tableColumns = useMemo(() => columns.map(tableColumn), [columns])
  const showRows = useCallback((range: RowRange) => list.showRows(store, desk, range), [store, desk])
  const open = useCallback((index: number) => void openRow(store, desk, index), [store, desk])
  // The table hands back ids of the columns it was given.
  const sortBy = useCallback((id: string) => void list.sortBy(store, desk, id as DeviceColumn), [store, desk])
  const selection = useTableSelection(store)
  const arrangement = useMemo<TableArrangement>(
    () => ({
      onMove: (id, place) => layout.moveColumn(store, desk, id as DeviceColumn, place),
      onResize: (id, widthPx) => layout.resizeColumn(store, desk, id as DeviceColumn, widthPx),
      help: text().devices.table.headerKeys,
    }),
    [store, desk],
  )
  return (
    <VirtualTable
      label={text().devices.title}
      columns={tableColumns}
      rowCount={total}
      rowAt={(index) => rowAt(pages, index)}
      sort={sort}
      onSort={sortBy}
      onVisibleRows={showRows}
      onOpen={open}
      scrollKey={String(scrollKey)}
      selection={selection}
      arrangement={arrangement}
      goTo={goTo}
    />
  )
}

function useTableSelection(store: DevicesStore): TableSelection {
  const desk = useDesk()
  const selection = useStore(store, (state) => state.selection)
  const count = useStore(store, selectedCount)
  return useMemo(() => {
    const words = text().devices.table
    const isAll = selection.kind === 'matching' && selection.except.size === 0
    return {
      isSelected: (index) => {
        const device = rowAt(store.getState().pages, index)
        return device ? isSelected(selection, device.serial) : isAll
      },
      all: count === 0 ? 'none' : isAll ? 'all' : 'some',
      onToggle: (index) => chosen.toggleRow(store, desk, index),
      onRange: (anchor, index) => void chosen.chooseRange(store, desk, anchor, index),
      onAll: () => chosen.chooseAll(store, desk),
      onClear: () => chosen.chooseNothing(store, desk),
      labels: { row: words.select, all: words.selectAll },
    }
  }, [store, desk, selection, count])
}
