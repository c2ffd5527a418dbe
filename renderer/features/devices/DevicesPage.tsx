import { useEffect, useState } from 'react'
import type { AssignmentsStore, Chosen } from '../assignments/index.ts'
import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { ColumnDialog } from './ColumnDialog.tsx'
import { DeviceTable } from './DeviceTable.tsx'
import { exportList } from './export-actions.ts'
import { ExportNotice } from './ExportNotice.tsx'
import { FilterBar } from './FilterBar.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import * as layout from './layout-actions.ts'
import * as list from './list-actions.ts'
import { MoveDialog } from './MoveDialog.tsx'
import { OpenedDevice } from './OpenedDevice.tsx'
import { rowCount } from './selectors.ts'
import { keepListFresh } from './stale-list.ts'
import type { DevicesStore } from './store.ts'
import { TableFoot } from './TableFoot.tsx'
import { loadViews } from './view-actions.ts'
import { ViewMenu } from './ViewMenu.tsx'
import styles from './Devices.module.css'

/** Wide enough for the filters beside the table. */
const WIDE = '(min-width: 1200px)'

export type DevicesPageProps = {
  readonly store: DevicesStore
  readonly assignments: AssignmentsStore
  readonly tokens: readonly unknown[]
  readonly onShowTokens: () => void
  readonly onDiagnose: (chosen: Chosen) => void
  readonly onRegister: (chosen: Chosen) => void
}

/** Each part reads only what it draws, so that scrolling redraws the table and nothing else. */
export function DevicesPage({ store, assignments, tokens, onShowTokens, ...on }: DevicesPageProps) {
  const desk = useDesk()
  const total = useStore(store, rowCount)

  useEffect(() => {
    void list.refreshList(store, desk)
    void layout.loadLayout(store, desk)
    void loadViews(store, desk)
    return keepListFresh(store, desk)
  }, [store, desk])

  return (
    <Page
      title={text().devices.title}
      variant="full"
      subtitle={total === null ? '' : text().devices.count(total)}
      actions={<Actions store={store} />}
    >
      <Filters store={store} />
      <ExportNotice store={store} />
      <div className={styles.main}>
        <Panel store={store} />
        <div className={styles.list}>
          <DeviceTable store={store} hasTokens={tokens.length > 0} onShowTokens={onShowTokens} />
          <TableFoot store={store} assignments={assignments} {...on} />
        </div>
        <OpenedDevice store={store} assignments={assignments} {...on} />
      </div>
      <MoveDialog store={store} />
    </Page>
  )
}

type PartProps = { readonly store: DevicesStore }

function Actions({ store }: PartProps) {
  const desk = useDesk()
  const words = text().devices
  const columns = useStore(store, (state) => state.columns)
  const total = useStore(store, rowCount)
  const isExporting = useStore(store, ({ exporting }) => exporting.status === 'running')
  const [isArranging, setIsArranging] = useState(false)
  return (
    <>
      <ViewMenu store={store} />
      <Button icon="columns" onPress={() => setIsArranging(true)}>
        {words.columnDialog.button}
      </Button>
      <Button
        icon="download"
        isDisabled={total === null || total === 0}
        isBusy={isExporting}
        onPress={() => void exportList(store, desk)}
      >
        {words.export}
      </Button>
      {isArranging && (
        <ColumnDialog
          columns={columns}
          onChange={(chosen) => layout.showColumns(store, desk, chosen)}
          onReset={() => layout.resetColumns(store, desk)}
          onClose={() => setIsArranging(false)}
        />
      )}
    </>
  )
}

function Filters({ store }: PartProps) {
  const desk = useDesk()
  const filter = useStore(store, (state) => state.filter)
  const facets = useStore(store, (state) => state.facets)
  const shows = useStore(store, (state) => state.showsFilters)
  return (
    <FilterBar
      filter={filter}
      facets={facets}
      showsFilters={shows ?? globalThis.matchMedia(WIDE).matches}
      onFilter={(name, value) => void list.setFilter(store, desk, { name, value })}
      onClear={() => void list.showDevices(store, desk, {})}
      onShowFilters={(showsFilters) => store.setState({ showsFilters })}
    />
  )
}

function Panel({ store }: PartProps) {
  const desk = useDesk()
  const filter = useStore(store, (state) => state.filter)
  const facets = useStore(store, (state) => state.facets)
  const shows = useStore(store, (state) => state.showsFilters)
  if (!(shows ?? globalThis.matchMedia(WIDE).matches)) return null
  return (
    <FilterPanel
      filter={filter}
      facets={facets}
      onFilter={(name, value) => void list.setFilter(store, desk, { name, value })}
    />
  )
}
