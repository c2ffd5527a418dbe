import type { DeviceView } from '../../../shared/contract/devices.ts'
import type { DeviceColumn, DeviceFilter, DeviceSort } from '../../../shared/model/device.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { text } from '../../lib/text.ts'
import { fromResult, IDLE, LOADING, startLoading } from '../../lib/remote.ts'
import type { RowRange } from '../../ui/row-window.ts'
import { withFilter, type FilterName } from './filters.ts'
import { addPage, NO_PAGES, PAGE_ROWS, pagesOf, touchPages, type RowPages } from './row-pages.ts'
import { afterFilter, NOTHING } from './selection.ts'
import type { DevicesStore } from './store.ts'

/** Pages asked for at once. Those scrolled past while these are under way are never asked for. */
const MAX_LOADING_PAGES = 3

export function showDevices(store: DevicesStore, desk: Desk, filter: DeviceFilter): Promise<void> {
  return openAs(store, desk, { filter })
}

/** Another filter, another order or both. What was chosen as "all of this list" belongs to the list that was. */
export function openAs(
  store: DevicesStore,
  desk: Desk,
  wish: { readonly filter: DeviceFilter; readonly sort?: DeviceSort },
): Promise<void> {
  store.setState(({ selection }) => ({ ...wish, selection: afterFilter(selection), range: null }))
  return openList(store, desk, { keepsPlace: false })
}

/** Before the page is shown: what it will list, without rows of what it listed last. */
export function chooseDevices(store: DevicesStore, { api }: Desk, filter: DeviceFilter): void {
  const { view, opening } = store.getState()
  if (view.status === 'ready') void api.devices.closeView({ view: view.value.view })
  store.setState({
    filter,
    view: IDLE,
    opening: opening + 1,
    pages: NO_PAGES,
    loadingPages: new Set(),
    opened: null,
    selection: NOTHING,
    range: null,
    viewId: null,
  })
}

export function setFilter(
  store: DevicesStore,
  desk: Desk,
  { name, value }: { readonly name: FilterName; readonly value: string | undefined },
): Promise<void> {
  return showDevices(store, desk, withFilter(store.getState().filter, name, value))
}

/** A second press on the same column turns the order round. */
export function sortBy(store: DevicesStore, desk: Desk, column: DeviceColumn): Promise<void> {
  const { sort } = store.getState()
  const isSame = sort.column === column
  const direction = isSame && sort.direction === 'asc' ? 'desc' : 'asc'
  store.setState({ sort: { column, direction }, range: null })
  return openList(store, desk, { keepsPlace: false })
}

/** Opens the list again after the store has changed; the same rows stay in sight. */
export function refreshList(store: DevicesStore, desk: Desk): Promise<void> {
  return openList(store, desk, { keepsPlace: true })
}

/** Shows the row of this number, counted from zero; the focus goes there. */
export function goToRow(store: DevicesStore, row: number): void {
  store.setState(({ goTo }) => ({ goTo: { row, key: (goTo?.key ?? 0) + 1, keepsFocus: false } }))
}

/** The rows on screen: fetches the pages that are missing. */
export function showRows(store: DevicesStore, desk: Desk, visible: RowRange): void {
  store.setState(({ pages }) => ({ visible, pages: touchPages(pages, pagesOf(visible)) }))
  loadMissing(store, desk)
}

async function openList(store: DevicesStore, desk: Desk, { keepsPlace }: { readonly keepsPlace: boolean }) {
  const { api, feedback } = desk
  const opening = store.getState().opening + 1
  store.setState(({ view, facets }) => ({
    opening,
    view: view.status === 'ready' ? view : LOADING,
    facets: startLoading(facets),
  }))
  const isLatest = () => store.getState().opening === opening
  const { filter, sort, view: before, visible } = store.getState()

  const isSeen = keepsPlace && before.status === 'ready'
  const opened = await api.devices.openView({ filter, sort })
  if (!opened.ok) return isLatest() ? failList(store, opened.error) : undefined
  const view = opened.value
  const first = await loadFirstPages(desk, view, isSeen ? visible : { first: 0, end: 1 })
  if (!isLatest()) return void api.devices.closeView({ view: view.view })
  if (!first.ok) return failList(store, first.error)
  // After the rows: one thread answers, and people wait for these.
  void api.devices.facets({ filter }).then((facets) => isLatest() && store.setState({ facets: fromResult(facets) }))

  store.setState(({ scrollKey }) => ({
    view: { status: 'ready', value: view },
    pages: first.pages,
    loadingPages: new Set(),
    scrollKey: keepsPlace ? scrollKey : scrollKey + 1,
  }))
  if (before.status === 'ready') void api.devices.closeView({ view: before.value.view })
  if (!keepsPlace) announce(feedback, `${text().devices.count(view.total)}. ${sortText(sort)}`)
  loadMissing(store, desk)
}

function sortText({ column, direction }: DeviceSort): string {
  const { columns, table } = text().devices
  return table.sorted(columns[column], direction === 'asc')
}

type FirstPages = { readonly ok: true; readonly pages: RowPages } | { readonly ok: false; readonly error: Failure }

/** The rows the person will see first arrive together with the list, so that it never stands there empty. */
async function loadFirstPages({ api }: Desk, { view, total }: DeviceView, range: RowRange): Promise<FirstPages> {
  let pages = NO_PAGES
  for (const page of pagesOf({ first: range.first, end: Math.min(range.end, total) })) {
    const rows = await api.devices.rows({ view, offset: page * PAGE_ROWS, limit: PAGE_ROWS })
    if (!rows.ok) return { ok: false, error: rows.error }
    pages = addPage(pages, page, rows.value)
  }
  return { ok: true, pages }
}

function loadMissing(store: DevicesStore, desk: Desk): void {
  const { view, visible, pages, loadingPages } = store.getState()
  if (view.status !== 'ready') return
  const range = { first: visible.first, end: Math.min(visible.end, view.value.total) }
  const missing = pagesOf(range).filter((page) => !pages.has(page) && !loadingPages.has(page))
  const free = Math.max(0, MAX_LOADING_PAGES - loadingPages.size)
  for (const page of missing.slice(0, free)) void loadPage(store, desk, { view: view.value.view, page })
}

type PageRequest = { readonly view: number; readonly page: number }

async function loadPage(store: DevicesStore, desk: Desk, { view, page }: PageRequest): Promise<void> {
  store.setState(({ loadingPages }) => ({ loadingPages: new Set(loadingPages).add(page) }))
  const rows = await desk.api.devices.rows({ view, offset: page * PAGE_ROWS, limit: PAGE_ROWS })
  const { view: current } = store.getState()
  if (current.status !== 'ready' || current.value.view !== view) return
  store.setState(({ loadingPages }) => ({ loadingPages: new Set([...loadingPages].filter((other) => other !== page)) }))
  if (rows.ok) {
    store.setState(({ pages }) => ({ pages: addPage(pages, page, rows.value) }))
    loadMissing(store, desk)
  } else if (rows.error.code === 'view.gone') await refreshList(store, desk)
  else failList(store, rows.error)
}

function failList(store: DevicesStore, error: Failure): void {
  store.setState({ view: { status: 'failed', error }, pages: NO_PAGES, loadingPages: new Set() })
}
