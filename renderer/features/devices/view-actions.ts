import type { SavedView } from '../../../shared/contract/devices.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { toast } from '../../lib/feedback.ts'
import { fromResult, valueOr } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { isSameFilter } from './filters.ts'
import { arrange } from './layout-actions.ts'
import { isSameLayout } from './layout.ts'
import { openAs } from './list-actions.ts'
import type { DevicesPageState, DevicesStore } from './store.ts'

export async function loadViews(store: DevicesStore, { api }: Desk): Promise<void> {
  store.setState({ views: fromResult(await api.devices.savedViews({})) })
}

/** The list as the view was saved; null is everything, in the order and columns there are now. */
export async function showView(store: DevicesStore, desk: Desk, view: SavedView | null): Promise<void> {
  store.setState({ viewId: view?.id ?? null })
  if (view) arrange(store, desk, view.columns)
  await openAs(store, desk, view ? { filter: view.filter, sort: view.sort } : { filter: {} })
}

/** Resolves with what went wrong, in words that belong beside the name. */
export async function saveNewView(store: DevicesStore, desk: Desk, name: string): Promise<Failure | null> {
  const id = crypto.randomUUID()
  const failure = await save(store, desk, { id, name, ...listOf(store.getState()) })
  if (!failure) store.setState({ viewId: id })
  return failure
}

export async function updateView(store: DevicesStore, desk: Desk, { id, name }: SavedView): Promise<Failure | null> {
  return save(store, desk, { id, name, ...listOf(store.getState()) })
}

export async function renameView(
  store: DevicesStore,
  desk: Desk,
  { id, name }: Pick<SavedView, 'id' | 'name'>,
): Promise<Failure | null> {
  return save(store, desk, { id, name })
}

export async function deleteView(store: DevicesStore, { api }: Desk, { id }: SavedView): Promise<Failure | null> {
  const result = await api.devices.deleteView({ id })
  if (!result.ok) return result.error
  store.setState({ views: fromResult(result), viewId: null })
  return null
}

type Change = Parameters<Desk['api']['devices']['saveView']>[0]

async function save(store: DevicesStore, { api, feedback }: Desk, change: Change): Promise<Failure | null> {
  const result = await api.devices.saveView(change)
  if (!result.ok) return result.error
  store.setState({ views: fromResult(result) })
  toast(feedback, text().devices.views.saved(change.name ?? ''))
  return null
}

function listOf({ filter, sort, columns }: DevicesPageState): Pick<Change, 'filter' | 'sort' | 'columns'> {
  return { filter, sort, columns: columns.map((item) => ({ ...item })) }
}

export type CurrentView = { readonly view: SavedView; readonly isChanged: boolean }

/** The saved view the list came from, and whether the list still is what was saved. */
export function currentView(
  state: Pick<DevicesPageState, 'views' | 'viewId' | 'filter' | 'sort' | 'columns'>,
): CurrentView | null {
  const view = valueOr(state.views, []).find(({ id }) => id === state.viewId)
  if (!view) return null
  const { filter, sort, columns } = state
  const isSame =
    isSameFilter(view.filter, filter) &&
    view.sort.column === sort.column &&
    view.sort.direction === sort.direction &&
    isSameLayout(view.columns, columns)
  return { view, isChanged: !isSame }
}
