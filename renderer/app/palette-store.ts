import type { Desk } from '../lib/desk.ts'
import { findDevices, MIN_DEVICE_QUERY, TYPING_PAUSE_MS, type FoundDevices } from '../lib/find-devices.ts'
import { IDLE, LOADING, type Remote } from '../lib/remote.ts'
import { createStore, type StoreApi } from '../lib/store.ts'

export type PaletteState = {
  readonly isOpen: boolean
  readonly query: string
  readonly found: Remote<FoundDevices>
  /** Paths of all groups, read when the palette opens. */
  readonly groups: readonly { readonly path: string; readonly name: string }[]
}

export type PaletteStore = StoreApi<PaletteState>

export function createPaletteStore(): PaletteStore {
  return createStore<PaletteState>()(() => ({ isOpen: false, query: '', found: IDLE, groups: [] }))
}

export async function openPalette(store: PaletteStore, { api }: Desk): Promise<void> {
  store.setState({ isOpen: true, query: '', found: IDLE })
  const tree = await api.groups.tree({})
  if (tree.ok) store.setState({ groups: tree.value.groups.map(({ path, name }) => ({ path, name })) })
}

export function closePalette(store: PaletteStore): void {
  store.setState({ isOpen: false, query: '', found: IDLE })
}

/** Takes what was typed; devices are looked for once typing has paused. */
export async function typeQuery(store: PaletteStore, desk: Desk, query: string): Promise<void> {
  const search = query.trim()
  const isSearch = search.length >= MIN_DEVICE_QUERY
  store.setState({ query, found: isSearch ? LOADING : IDLE })
  if (!isSearch) return
  await new Promise((resolve) => setTimeout(resolve, TYPING_PAUSE_MS))
  const isCurrent = () => store.getState().isOpen && store.getState().query === query
  if (!isCurrent()) return
  const found = await findDevices(desk, search)
  if (isCurrent()) store.setState({ found })
}
