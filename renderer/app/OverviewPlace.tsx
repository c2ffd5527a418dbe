import { exportList, forgetFailure, saveCalendar } from '../features/credentials/index.ts'
import { filterToQuery } from '../features/devices/index.ts'
import { OverviewPage } from '../features/overview/index.ts'
import { loadTokens, openConnect } from '../features/tokens/index.ts'
import { openDemo } from '../features/vault/index.ts'
import { useStore } from '../lib/store.ts'
import { actOnNotice } from './notice-acts.ts'
import type { PageStores } from './page.ts'
import { goTo } from './route-store.ts'
import { addressQuery } from './routes.ts'
import type { Place } from '../../shared/model/places.ts'

/** Hands the overview what other places know, and the ways there. */
export function OverviewPlace({ page }: { readonly page: PageStores }) {
  const tokens = useStore(page.tokens, (state) => state.tokens)
  const credentials = useStore(page.credentials, (state) => state.list)
  const savingFailure = useStore(page.credentials, (state) => state.failure)
  const demoWork = useStore(page.vault, (state) => state.tasks.demo)
  const isDemo = useStore(page.shell, (state) => state.isDemo)
  const go = (place: Place) => goTo(page.address, { place, query: '' })
  const connect = () => {
    openConnect(page.tokens)
    go('tokens')
  }
  return (
    <OverviewPage
      store={page.overview}
      notices={page.notices}
      sync={page.sync}
      tokens={tokens}
      credentials={credentials}
      savingFailure={savingFailure}
      onForgetFailure={() => forgetFailure(page.credentials)}
      onSaveCalendar={() => void saveCalendar(page.credentials, page.desk)}
      onExportCredentials={() => void exportList(page.credentials, page.desk)}
      onAct={(notice) => actOnNotice(page, notice)}
      onReloadTokens={() => void loadTokens(page.tokens, page.desk)}
      onShowTokens={(name) => goTo(page.address, { place: 'tokens', query: addressQuery({ token: name }) })}
      onShowRuns={() => go('sync')}
      onShowDevices={(filter) => goTo(page.address, { place: 'devices', query: filterToQuery(filter) })}
      onConnect={connect}
      demoWork={demoWork}
      onTryDemo={isDemo ? undefined : () => void openDemo(page.vault, page.desk)}
    />
  )
}
