import { text } from '../../lib/text.ts'
import { useStore } from '../../lib/store.ts'
import { Page } from '../../ui/Page.tsx'
import type { GroupsStore } from './store.ts'

export function GroupsPage({ store }: { readonly store: GroupsStore }) {
  useStore(store)
  return <Page title={text().frame.places.groups}>{null}</Page>
}
