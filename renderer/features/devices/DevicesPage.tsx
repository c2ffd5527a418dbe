import { useEffect } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { formatQuantity } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import * as details from './detail-actions.ts'
import { DeviceDrawer } from './DeviceDrawer.tsx'
import { DeviceTable } from './DeviceTable.tsx'
import { exportList } from './export-actions.ts'
import { ExportNotice } from './ExportNotice.tsx'
import { FilterBar, type NamedToken } from './FilterBar.tsx'
import * as list from './list-actions.ts'
import { rowCount } from './selectors.ts'
import { keepListFresh } from './stale-list.ts'
import type { DevicesStore } from './store.ts'
import styles from './Devices.module.css'

export type DevicesPageProps = {
  readonly store: DevicesStore
  readonly tokens: readonly NamedToken[]
  readonly onShowTokens: () => void
}

/** Each part reads only what it draws, so that scrolling redraws the table and nothing else. */
export function DevicesPage({ store, tokens, onShowTokens }: DevicesPageProps) {
  const desk = useDesk()
  const total = useStore(store, rowCount)

  useEffect(() => {
    void list.refreshList(store, desk)
    return keepListFresh(store, desk)
  }, [store, desk])

  return (
    <Page
      title="Devices"
      variant="full"
      subtitle={total === null ? '' : formatQuantity(total, 'device')}
      actions={<Actions store={store} />}
    >
      <Filters store={store} tokens={tokens} />
      <ExportNotice store={store} />
      <div className={styles.main}>
        <DeviceTable store={store} hasTokens={tokens.length > 0} onShowTokens={onShowTokens} />
        <OpenedDevice store={store} />
      </div>
    </Page>
  )
}

type PartProps = { readonly store: DevicesStore }

function Actions({ store }: PartProps) {
  const desk = useDesk()
  const columns = useStore(store, (state) => state.columns)
  const total = useStore(store, rowCount)
  const isExporting = useStore(store, ({ exporting }) => exporting.status === 'running')
  return (
    <>
      <ColumnMenu columns={columns} onChange={(chosen) => list.showColumns(store, chosen)} />
      <Button
        icon="download"
        isDisabled={total === null || total === 0}
        isBusy={isExporting}
        onPress={() => void exportList(store, desk)}
      >
        Export CSV
      </Button>
    </>
  )
}

function Filters({ store, tokens }: PartProps & Pick<DevicesPageProps, 'tokens'>) {
  const desk = useDesk()
  const filter = useStore(store, (state) => state.filter)
  const facets = useStore(store, (state) => state.facets)
  return (
    <FilterBar
      filter={filter}
      facets={facets}
      tokens={tokens}
      onFilter={(name, value) => void list.setFilter(store, desk, { name, value })}
      onClear={() => void list.showDevices(store, desk, {})}
    />
  )
}

function OpenedDevice({ store }: PartProps) {
  const desk = useDesk()
  const opened = useStore(store, (state) => state.opened)
  if (opened === null) return null
  const { serial, detail } = opened
  return (
    <DeviceDrawer
      key={serial}
      serial={serial}
      detail={detail}
      onRetry={() => void details.openDevice(store, desk, serial)}
      onClose={() => details.closeDevice(store)}
    />
  )
}
