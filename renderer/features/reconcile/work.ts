import type { Result } from '../../../shared/result.ts'
import type { Failure } from '../../lib/api.ts'
import type { ReconcileStore, Work, WorkKind } from './store.ts'

type Follow<P> = { readonly signal: AbortSignal; readonly onProgress: (progress: P) => void }

/**
 * Follows work to its end; what went wrong is kept beside it. Answers undefined where it failed, was cancelled, or other
 * work is under way.
 */
export async function follow<T, P>(
  store: ReconcileStore,
  kind: WorkKind,
  start: (options: Follow<P>) => Promise<Result<T, Failure>>,
): Promise<T | undefined> {
  if (store.getState().work) return undefined
  const controller = new AbortController()
  // The caller's progress is the one of its kind.
  const show = (progress: P | null) => store.setState({ work: { kind, progress, controller } as Work })
  show(null)
  store.setState({ failure: null, wasCancelled: null })
  const result = await start({ signal: controller.signal, onProgress: show })
  store.setState({ work: null })
  if (result.ok) return result.value
  if (result.error.code === 'cancelled') store.setState({ wasCancelled: kind })
  else store.setState({ failure: { kind, error: result.error } })
  return undefined
}

export function cancelWork(store: ReconcileStore): void {
  store.getState().work?.controller.abort()
}

export function dismissFailure(store: ReconcileStore): void {
  store.setState({ failure: null, wasCancelled: null })
}
