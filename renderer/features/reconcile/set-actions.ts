import type { Cause, Verdict } from '../../../shared/model/reconcile.ts'
import { copyText } from '../../lib/copy-text.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast, toastRefusal } from '../../lib/feedback.ts'
import { formatCount } from '../../lib/format.ts'
import { addPage, PAGE_ROWS, pagesOf, rowAt, touchPages } from '../../lib/row-pages.ts'
import { text } from '../../lib/text.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import type { RowRange } from '../../ui/row-window.ts'
import { verdictsOf } from './selectors.ts'
import type { Opened, OpenedSet, ReconcileStore } from './store.ts'
import { follow } from './work.ts'

/** Pages asked for at once. Those scrolled past while these are under way are never asked for. */
const MAX_LOADING_PAGES = 3

let nextKey = 0

export function emptySet(verdict: Verdict, part: Partial<OpenedSet> = {}): OpenedSet {
  const nothing = { total: null, pages: new Map(), loading: new Set<number>(), failure: null }
  return { verdict, cause: null, search: '', ...nothing, key: nextKey++, ...part }
}

export async function showSet(
  store: ReconcileStore,
  desk: Desk,
  { verdict, cause = null }: { readonly verdict: Verdict; readonly cause?: Cause | null },
): Promise<void> {
  changeOpened(store, ({ set }) => ({ set: emptySet(verdict, { cause, search: set.search }), row: null }))
  await loadSet(store, desk)
}

export async function narrow(
  store: ReconcileStore,
  desk: Desk,
  part: Partial<Pick<OpenedSet, 'cause' | 'search'>>,
): Promise<void> {
  changeOpened(store, ({ set }) => ({ set: emptySet(set.verdict, { cause: set.cause, search: set.search, ...part }) }))
  await loadSet(store, desk)
}

/** The first page of what is shown, and how many rows there are. */
export async function loadSet(store: ReconcileStore, desk: Desk): Promise<void> {
  const { opened } = store.getState()
  if (!opened?.reconciliation.hasRows) return
  const fresh = emptySet(opened.set.verdict, { cause: opened.set.cause, search: opened.set.search })
  changeOpened(store, () => ({ set: fresh }))
  await loadPage(store, desk, fresh.key, 0)
  const { set } = store.getState().opened ?? {}
  if (set?.key === fresh.key && set.total !== null) {
    announce(desk.feedback, text().reconcilePage.result.rows(set.total))
  }
}

/** The rows on screen: fetches the pages that are missing. */
export function showRows(store: ReconcileStore, desk: Desk, visible: RowRange): void {
  const { opened } = store.getState()
  if (!opened || opened.set.total === null) return
  const { set } = opened
  const wanted = pagesOf({ first: visible.first, end: Math.min(visible.end, set.total ?? 0) })
  const touched = touchPages(set.pages, wanted)
  if (touched !== set.pages) changeSet(store, set.key, { pages: touched })
  const missing = wanted.filter((page) => !set.pages.has(page) && !set.loading.has(page))
  for (const page of missing.slice(0, Math.max(0, MAX_LOADING_PAGES - set.loading.size))) {
    void loadPage(store, desk, set.key, page)
  }
}

async function loadPage(store: ReconcileStore, { api }: Desk, key: number, page: number): Promise<void> {
  const { opened } = store.getState()
  if (!opened || opened.set.key !== key) return
  changeSet(store, key, { loading: new Set(opened.set.loading).add(page) })
  const rows = await api.reconcile.rows({ ...wantedRows(opened), offset: page * PAGE_ROWS, limit: PAGE_ROWS })
  const { set } = store.getState().opened ?? {}
  if (set?.key !== key) return
  const loading = new Set([...set.loading].filter((other) => other !== page))
  if (!rows.ok) return changeSet(store, key, { loading, failure: rows.error, total: set.total ?? 0 })
  changeSet(store, key, { loading, total: rows.value.total, pages: addPage(set.pages, page, rows.value.rows) })
}

function wantedRows({ reconciliation: { id }, set: { verdict, cause, search } }: Opened) {
  const wanted = { id, verdicts: [...verdictsOf(verdict)], ...(cause === null ? {} : { cause }) }
  return search === '' ? wanted : { ...wanted, search }
}

export function openRow(store: ReconcileStore, index: number): void {
  changeOpened(store, ({ set }) => ({ row: rowAt(set.pages, index) ?? null }))
}

export function closeRow(store: ReconcileStore): void {
  changeOpened(store, () => ({ row: null }))
}

/** The serial numbers of what is shown, each once; says so where there are more than can be handed on. */
export async function serialsShown(store: ReconcileStore, desk: Desk): Promise<readonly Serial[]> {
  const { opened } = store.getState()
  if (!opened) return []
  const found = await desk.api.reconcile.serials(wantedRows(opened))
  if (!found.ok) {
    store.setState({ failure: { kind: 'export', error: found.error } })
    return []
  }
  const { total, serials } = found.value
  if (serials.length < total && opened.set.verdict !== 'duplicate') {
    toastRefusal(desk.feedback, text().reconcilePage.result.onlyFirst(formatCount(serials.length), formatCount(total)))
  }
  return serials
}

export async function copySerials(store: ReconcileStore, desk: Desk): Promise<void> {
  const serials = await serialsShown(store, desk)
  if (serials.length === 0) return
  if (!(await copyText(desk, serials.join('\n')))) return
  toast(desk.feedback, text().reconcilePage.result.copied(serials.length))
}

/** Asks where, then writes what is shown. */
export async function exportSet(store: ReconcileStore, desk: Desk): Promise<void> {
  const { opened } = store.getState()
  if (!opened) return
  const words = text().reconcilePage.result
  const suggestedName = `reconciliation-${opened.set.verdict}-${dayOf(new Date())}.csv`
  const chosen = await desk.api.shell.chooseSavePath({ suggestedName, title: words.exportTitle })
  if (!chosen.ok) return store.setState({ failure: { kind: 'export', error: chosen.error } })
  if (chosen.value === null) return
  const path = chosen.value
  type Done = { readonly rows: number; readonly path: string }
  const exported = await follow<Done, { readonly rows: number; readonly total: number }>(store, 'export', (options) =>
    desk.api.reconcile.exportCsv({ ...wantedRows(opened), path }, options),
  )
  if (!exported) return
  store.setState({ exported })
  announce(desk.feedback, words.exported(exported.rows))
}

export function dismissExport(store: ReconcileStore): void {
  store.setState({ exported: null })
}

function dayOf(day: Date): string {
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0'))
  return `${day.getFullYear()}-${month}-${date}`
}

function changeOpened(store: ReconcileStore, part: (opened: Opened) => Partial<Opened>): void {
  store.setState(({ opened }) => (opened ? { opened: { ...opened, ...part(opened) } } : {}))
}

function changeSet(store: ReconcileStore, key: number, part: Partial<OpenedSet>): void {
  changeOpened(store, ({ set }) => (set.key === key ? { set: { ...set, ...part } } : {}))
}
