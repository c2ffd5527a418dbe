import { text } from '../../lib/text.ts'
import { useStore } from '../../lib/store.ts'
import { Page } from '../../ui/Page.tsx'
import type { OverviewStore } from './store.ts'

export function OverviewPage({ store }: { readonly store: OverviewStore }) {
  useStore(store)
  return <Page title={text().frame.places.overview}>{null}</Page>
}
