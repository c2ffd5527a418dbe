import { useCallback, useEffect, useMemo } from 'react'
import type { DeviceColumn } from '../../../shared/model/device.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatQuantity } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import type { RowRange } from '../../ui/row-window.ts'
import { VirtualTable } from '../../ui/VirtualTable.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { tableColumn } from './columns.tsx'
import * as details from './detail-actions.ts'
import { DeviceDrawer } from './DeviceDrawer.tsx'
import { exportList } from './export-actions.ts'
import { ExportNotice } from './ExportNotice.tsx'
import { FilterBar, type NamedToken } from './FilterBar.tsx'
import { isFiltered } from './filters.ts'
import * as list from './list-actions.ts'
import { NoDevices } from './NoDevices.tsx'
import { rowAt } from './row-pages.ts'
import { rowCount } from './selectors.ts'
import { keepListFresh } from './stale-list.ts'
import type { DevicesStore } from './store.ts'
import styles from './Devices.module.css'

export type DevicesPageProps = {
  readonly store: DevicesStore
  readonly tokens: readonly NamedToken[]
  readonly onShowTokens: () => void
}

export function DevicesPage({ store, tokens, onShowTokens }: DevicesPageProps) {
  const desk = useDesk()
  const state = useStore(store)
  const { view, filter, sort, facets, columns, pages, opened, exporting, scrollKey } = state
  const total = rowCount(state)
  const tableColumns = useMemo(() => columns.map(tableColumn), [columns])
  const showRows = useCallback((range: RowRange) => list.showRows(store, desk, range), [store, desk])

  useEffect(() => {
    void list.refreshList(store, desk)
    return keepListFresh(store, desk)
  }, [store, desk])

  return (
    <Page
      title="Devices"
      variant="full"
      subtitle={total === null ? '' : formatQuantity(total, 'device')}
      actions={
        <>
          <ColumnMenu columns={columns} onChange={(chosen) => list.showColumns(store, chosen)} />
          <Button
            icon="download"
            isDisabled={total === null || total === 0}
            isBusy={exporting.status === 'running'}
            onPress={() => void exportList(store, desk)}
          >
            Export CSV
          </Button>
        </>
      }
    >
      <FilterBar
        filter={filter}
        facets={facets}
        tokens={tokens}
        onFilter={(name, value) => void list.setFilter(store, desk, { name, value })}
        onClear={() => void list.showDevices(store, desk, {})}
      />
      <ExportNotice store={store} />
      <div className={styles.main}>
        {view.status === 'failed' ? (
          <div className={styles.failure}>
            <FailureNotice error={view.error}>
              <Button onPress={() => void list.refreshList(store, desk)}>Try again</Button>
            </FailureNotice>
          </div>
        ) : (
          <VirtualTable
            label="Devices"
            columns={tableColumns}
            rowCount={total}
            rowAt={(index) => rowAt(pages, index)}
            sort={sort}
            // The table hands back ids of the columns it was given.
            onSort={(column) => void list.sortBy(store, desk, column as DeviceColumn)}
            onVisibleRows={showRows}
            onOpen={(index) => void details.openRow(store, desk, index)}
            scrollKey={String(scrollKey)}
            empty={
              <NoDevices
                isFiltered={isFiltered(filter)}
                hasTokens={tokens.length > 0}
                onClear={() => void list.showDevices(store, desk, {})}
                onShowTokens={onShowTokens}
              />
            }
          />
        )}
        {opened && (
          <DeviceDrawer
            key={opened.serial}
            serial={opened.serial}
            detail={opened.detail}
            onRetry={() => void details.openDevice(store, desk, opened.serial)}
            onClose={() => details.closeDevice(store)}
          />
        )}
      </div>
    </Page>
  )
}
