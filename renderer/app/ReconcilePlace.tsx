import type { Serial } from '../../shared/model/ids.ts'
import { selectSerials } from '../features/devices/index.ts'
import { ReconcilePage } from '../features/reconcile/index.ts'
import type { PageStores } from './page.ts'
import { goTo } from './route-store.ts'
import { addressQuery } from './routes.ts'

/** Hands comparisons on to where something can be done about them. */
export function ReconcilePlace({ page }: { readonly page: PageStores }) {
  const choose = (serials: readonly Serial[]) => {
    selectSerials(page.devices, page.desk, serials)
    goTo(page.address, { place: 'devices', query: '' })
  }
  return (
    <ReconcilePage
      store={page.reconcile}
      onShowSync={() => goTo(page.address, { place: 'sync', query: '' })}
      onShowDevice={(device) => goTo(page.address, { place: 'devices', query: addressQuery({ device }) })}
      onShowDevices={() => goTo(page.address, { place: 'devices', query: '' })}
      onChooseDevices={choose}
    />
  )
}
