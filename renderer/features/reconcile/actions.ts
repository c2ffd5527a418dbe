import type { ReconcileFile, ReconcileProgress } from '../../../shared/contract/reconcile.ts'
import type { Reconciliation } from '../../../shared/model/reconcile.ts'
import { reconciliationSummary } from '../../../shared/reconcile-text.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
import { fromResult, LOADING, startLoading, valueOr } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { keepColumns } from './file-actions.ts'
import { changesText, firstSet } from './selectors.ts'
import { emptySet, loadSet } from './set-actions.ts'
import type { FileRole, GivenFile, ReconcileStore } from './store.ts'
import { follow } from './work.ts'

export async function loadReconciliations(store: ReconcileStore, { api }: Desk): Promise<void> {
  store.setState(({ list }) => ({ list: startLoading(list) }))
  store.setState({ list: fromResult(await api.reconcile.list({})) })
}

/** The first time the place is shown: the newest comparison, if there is one. */
export async function arrive(store: ReconcileStore, desk: Desk): Promise<void> {
  const isFirst = store.getState().list.status === 'idle'
  await loadReconciliations(store, desk)
  const { view, opened, list, files } = store.getState()
  const newest = valueOr(list, [])[0]
  if (isFirst && newest && view === 'start' && opened === null && files.portal === null) {
    await openReconciliation(store, desk, newest)
  }
}

export async function compare(store: ReconcileStore, desk: Desk): Promise<void> {
  const { files, against } = store.getState()
  const portal = wishOf(files.portal)
  const console = against === 'file' ? wishOf(files.console) : null
  if (!portal || console === undefined) return
  const given = against === 'file' ? [files.portal, files.console] : [files.portal]
  for (const file of given) if (file) await keepColumns(desk, file)
  const made = await follow<Reconciliation, ReconcileProgress>(store, 'compare', (options) =>
    desk.api.reconcile.start({ portal, console }, options),
  )
  if (!made) return
  announce(desk.feedback, reconciliationSummary(made, text().reconcile)[0]?.text ?? '')
  await loadReconciliations(store, desk)
  await openReconciliation(store, desk, made)
}

function wishOf(file: GivenFile | null): ReconcileFile | undefined {
  if (!file || file.path === null || file.preview.status !== 'ready') return undefined
  return { path: file.path, mapping: file.preview.value.mapping }
}

/** Whether everything is there that a comparison needs. */
export function canCompare({
  files,
  against,
}: Pick<ReturnType<ReconcileStore['getState']>, 'files' | 'against'>): boolean {
  const isRead = (role: FileRole) => {
    const preview = files[role]?.preview
    return preview?.status === 'ready' && preview.value.mapping.serial !== undefined
  }
  return isRead('portal') && (against === 'records' || isRead('console'))
}

export async function openReconciliation(store: ReconcileStore, desk: Desk, made: Reconciliation): Promise<void> {
  const set = emptySet(firstSet(made))
  store.setState({
    view: 'result',
    exported: null,
    failure: null,
    opened: { reconciliation: made, set, row: null, comparison: LOADING, since: null, asked: null },
  })
  await Promise.all([loadSet(store, desk), loadComparison(store, desk)])
}

async function loadComparison(store: ReconcileStore, { api }: Desk): Promise<void> {
  const { opened } = store.getState()
  if (!opened) return
  const { since } = opened
  const { id } = opened.reconciliation
  const comparison = fromResult(await api.reconcile.compare(since === null ? { id } : { id, with: since }))
  // Another one was opened or chosen while the answer was on its way.
  store.setState(({ opened: now }) =>
    now?.reconciliation.id === id && now.since === since ? { opened: { ...now, comparison } } : {},
  )
}

/** Holds what is shown against this earlier comparison; what was said before stays until the answer is there. */
export async function compareSince(store: ReconcileStore, desk: Desk, since: string): Promise<void> {
  store.setState(({ opened }) =>
    opened ? { opened: { ...opened, since, comparison: startLoading(opened.comparison) } } : {},
  )
  await loadComparison(store, desk)
  const { opened } = store.getState()
  if (opened?.since === since && opened.comparison.status === 'ready') {
    announce(desk.feedback, changesText(opened.comparison.value))
  }
}

/** Asks Apple about what nothing here tells, and shows what has become known. */
export async function askApple(store: ReconcileStore, desk: Desk): Promise<void> {
  const { opened } = store.getState()
  if (!opened) return
  const { id } = opened.reconciliation
  type Answer = { readonly reconciliation: Reconciliation; readonly asked: number; readonly left: number }
  const answer = await follow<Answer, ReconcileProgress>(store, 'ask', (options) =>
    desk.api.reconcile.askApple({ id }, options),
  )
  if (!answer) return
  const { reconciliation, asked, left } = answer
  announce(desk.feedback, text().reconcilePage.result.asked(asked))
  store.setState(({ opened: now }) =>
    now?.reconciliation.id === id ? { opened: { ...now, reconciliation, asked: { asked, left } } } : {},
  )
  await Promise.all([loadSet(store, desk), loadReconciliations(store, desk)])
}

export function showStart(store: ReconcileStore): void {
  store.setState({ view: 'start', failure: null, wasCancelled: null })
}

export function askToRemove(store: ReconcileStore, removing: Reconciliation | null): void {
  store.setState({ removing })
}

export async function remove(store: ReconcileStore, desk: Desk): Promise<void> {
  const { removing } = store.getState()
  if (!removing) return
  store.setState({ removing: null })
  const result = await desk.api.reconcile.remove({ id: removing.id })
  if (!result.ok) return store.setState({ failure: { kind: 'compare', error: result.error } })
  toast(desk.feedback, text().reconcilePage.history.removed)
  store.setState(({ opened }) => (opened?.reconciliation.id === removing.id ? { opened: null, view: 'start' } : {}))
  await loadReconciliations(store, desk)
}
