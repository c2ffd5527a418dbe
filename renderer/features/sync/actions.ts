import type { TokenId } from '../../../shared/model/ids.ts'
import type { SyncProgress, SyncRun } from '../../../shared/model/sync-run.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, startLoading } from '../../lib/remote.ts'
import { runSummary } from './selectors.ts'
import type { SyncStore } from './store.ts'

const SHOWN_RUNS = 100

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

export type RunRequest = { readonly tokenId: TokenId; readonly full: boolean }

/** Starts a run and follows it to its end. A second press while one is under way does nothing. */
export async function startRun(store: SyncStore, desk: Desk, { tokenId, full }: RunRequest): Promise<void> {
  if (store.getState().own.has(tokenId)) return
  const controller = new AbortController()
  store.setState(({ own, refusals }) => ({
    own: new Map(own).set(tokenId, controller),
    refusals: without(refusals, tokenId),
  }))
  const result = await desk.api.sync.run(
    { tokenId, full },
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

export type IntervalChoice = { readonly tokenId: TokenId; readonly intervalMinutes: number }

export async function changeInterval(store: SyncStore, desk: Desk, choice: IntervalChoice): Promise<void> {
  const result = await desk.api.sync.setInterval(choice)
  if (!result.ok) {
    return store.setState(({ refusals }) => ({ refusals: new Map(refusals).set(choice.tokenId, result.error) }))
  }
  const changed = result.value
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

function announceEnd({ feedback }: Desk, run: SyncRun): void {
  announce(feedback, `${run.token}: ${runSummary(run)}`)
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  return new Map([...map].filter(([known]) => known !== key))
}
