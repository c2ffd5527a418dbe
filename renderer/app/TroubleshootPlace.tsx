import { selectSerials } from '../features/devices/index.ts'
import { TroubleshootPage, troubleshootQuery, troubleshootSection } from '../features/troubleshoot/index.ts'
import { valueOr } from '../lib/remote.ts'
import { useStore } from '../lib/store.ts'
import { diagnosisQuery } from './diagnosis-address.ts'
import type { PageStores } from './page.ts'
import { describe, goTo } from './route-store.ts'
import { addressQuery } from './routes.ts'

/** Hands the place its stores, and the ways out of it. */
export function TroubleshootPlace({ page }: { readonly page: PageStores }) {
  const query = useStore(page.route, (state) => state.query)
  const tokens = useStore(page.tokens, (state) => state.tokens)
  return (
    <TroubleshootPage
      diagnosis={page.diagnosis}
      netcheck={page.netcheck}
      rehearsal={page.rehearsal}
      tokens={valueOr(tokens, [])}
      section={troubleshootSection(query)}
      onSection={(section) =>
        describe(page.address, page.route, {
          place: 'troubleshoot',
          query: section === 'diagnosis' ? diagnosisQuery(page.diagnosis.getState()) : troubleshootQuery(section),
        })
      }
      onShowPlace={(place) => goTo(page.address, { place, query: '' })}
      onShowDevice={(device) => goTo(page.address, { place: 'devices', query: addressQuery({ device }) })}
      onChooseDevices={(serials) => {
        selectSerials(page.devices, page.desk, serials)
        goTo(page.address, { place: 'devices', query: '' })
      }}
    />
  )
}
