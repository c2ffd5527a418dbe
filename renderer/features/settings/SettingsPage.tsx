import { text } from '../../lib/text.ts'
import { useStore } from '../../lib/store.ts'
import { Page } from '../../ui/Page.tsx'
import type { SettingsStore } from './store.ts'

export function SettingsPage({ store }: { readonly store: SettingsStore }) {
  useStore(store)
  return <Page title={text().frame.places.settings}>{null}</Page>
}
