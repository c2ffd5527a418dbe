import type { Result } from '../../shared/result.ts'
import type { Failure } from './api.ts'

/** Something that lives on the other side of the port. One union, so that no two states can be true at once. */
export type Remote<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: Failure }

export const IDLE = { status: 'idle' } as const
export const LOADING = { status: 'loading' } as const

export function fromResult<T>(result: Result<T, Failure>): Remote<T> {
  return result.ok ? { status: 'ready', value: result.value } : { status: 'failed', error: result.error }
}

/** What is known, whether or not it is fresh; `fallback` when nothing is. */
export function valueOr<T>(remote: Remote<T>, fallback: T): T {
  return remote.status === 'ready' ? remote.value : fallback
}

/** A list that is read again keeps its old value on screen; only the first reading shows as loading. */
export function startLoading<T>(remote: Remote<T>): Remote<T> {
  return remote.status === 'ready' ? remote : LOADING
}
