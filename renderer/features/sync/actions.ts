import type { TokenId } from '../../../shared/model/ids.ts'
import type { SyncProgress, SyncRun } from '../../../shared/model/sync-run.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { formatInterval } from '../../lib/format.ts'
import { fromResult, LOADING, startLoading } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { runSummary } from './selectors.ts'
import type { SyncPageState, SyncStore } from './store.ts'

const SHOWN_RUNS = 100
const SHOWN_CHANGES = 200

export async function loadSync(store: SyncStore, { api }: Desk): Promise<void> {
  store.setState(({ schedules, runs }) => ({ schedules: startLoading(schedules), runs: startLoading(runs) }))
  const [schedules, runs, running] = await Promise.all([
    api.sync.schedules({}),
    api.sync.runs({ limit: SHOWN_RUNS }),
    api.sync.running({}),
  ])
  store.setState({
    schedules: fromResult(schedules),
    runs: fromResult(runs),
    ...(running.ok ? { running: new Map(running.value.map((progress) => [progress.tokenId, progress])) } : {}),
  })
}

export function receiveProgress(store: SyncStore, progress: SyncProgress): void {
  store.setState(({ running }) => ({ running: new Map(running).set(progress.tokenId, progress) }))
}

export type RunRequest = {
  readonly tokenId: TokenId
  readonly full: boolean
  /** An empty list is true: a person has said so. */
  readonly acceptEmpty?: boolean
}

/** Starts a run and follows it to its end. A second press while one is under way does nothing. */
export async function startRun(store: SyncStore, desk: Desk, { tokenId, ...wish }: RunRequest): Promise<void> {
  if (store.getState().own.has(tokenId)) return
  const controller = new AbortController()
  store.setState(({ own, refusals }) => ({
    own: new Map(own).set(tokenId, controller),
    refusals: without(refusals, tokenId),
  }))
  const result = await desk.api.sync.run(
    { tokenId, ...wish },
    { signal: controller.signal, onProgress: (progress) => receiveProgress(store, progress) },
  )
  store.setState(({ own, running, refusals }) => ({
    own: without(own, tokenId),
    running: without(running, tokenId),
    refusals: result.ok || result.error.code === 'cancelled' ? refusals : new Map(refusals).set(tokenId, result.error),
  }))
  if (result.ok) announceEnd(desk, result.value)
  await loadSync(store, desk)
}

/** Ends a run, whoever started it: this page, another one or the schedule. What it has stored stays stored. */
export function cancelRun(store: SyncStore, desk: Desk, tokenId: TokenId): void {
  const own = store.getState().own.get(tokenId)
  if (own) own.abort()
  else void desk.api.sync.cancel({ tokenId })
}

export function dismissRefusal(store: SyncStore, tokenId: TokenId): void {
  store.setState(({ refusals }) => ({ refusals: without(refusals, tokenId) }))
}

/** Null: as its group says. */
export type IntervalChoice = { readonly tokenId: TokenId; readonly intervalMinutes: number | null }

export async function changeInterval(store: SyncStore, desk: Desk, choice: IntervalChoice): Promise<void> {
  const result = await desk.api.sync.setInterval(choice)
  if (!result.ok) {
    return store.setState(({ refusals }) => ({ refusals: new Map(refusals).set(choice.tokenId, result.error) }))
  }
  const changed = result.value
  announce(desk.feedback, text().sync.intervalChanged(changed.token, formatInterval(changed.intervalMinutes)))
  store.setState(({ schedules }) =>
    schedules.status === 'ready'
      ? {
          schedules: {
            status: 'ready',
            value: schedules.value.map((s) => (s.tokenId === changed.tokenId ? changed : s)),
          },
        }
      : {},
  )
}

/** A second press on the same column turns the order round. */
export function sortRunsBy(store: SyncStore, column: string): void {
  store.setState(({ sort }) => ({
    sort: { column, direction: sort.column === column && sort.direction === 'desc' ? 'asc' : 'desc' },
  }))
}

export async function openRun(store: SyncStore, { api }: Desk, run: SyncRun): Promise<void> {
  store.setState({ opened: { run, changes: LOADING } })
  const result = await api.sync.runChanges({ runId: run.id, limit: SHOWN_CHANGES })
  store.setState(({ opened }) => (opened?.run.id === run.id ? { opened: { run, changes: fromResult(result) } } : {}))
}

export function closeRun(store: SyncStore): void {
  store.setState({ opened: null })
}

export function askToAcceptEmpty(store: SyncStore, accepting: SyncPageState['accepting']): void {
  store.setState({ accepting })
}

export async function acceptEmpty(store: SyncStore, desk: Desk): Promise<void> {
  const { accepting } = store.getState()
  store.setState({ accepting: null })
  if (accepting) await startRun(store, desk, { tokenId: accepting.tokenId, full: true, acceptEmpty: true })
}

function announceEnd({ feedback }: Desk, run: SyncRun): void {
  announce(feedback, text().sync.summary.of(run.token, runSummary(run)))
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  return new Map([...map].filter(([known]) => known !== key))
}
