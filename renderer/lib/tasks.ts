import type { Result } from '../../shared/result.ts'
import type { Failure } from './api.ts'
import { IDLE, LOADING, type Remote } from './remote.ts'
import type { StoreApi } from './store.ts'

/** What a place does one beside the other; each task has its own spot for what went wrong. */
export type WithTasks = { readonly tasks: Readonly<Record<string, Remote<null> | undefined>> }

/** A form was opened or changed: what was wrong before is no longer of interest. */
export function forgetTask<S extends WithTasks>(store: StoreApi<S>, task: keyof S['tasks']): void {
  setTask(store, task, IDLE)
}

/** Follows a task to its end; its failure stays in its spot. Answers the value, or undefined when it failed. */
export async function followTask<S extends WithTasks, T>(
  store: StoreApi<S>,
  task: keyof S['tasks'],
  call: Promise<Result<T, Failure>>,
): Promise<{ readonly value: T } | undefined> {
  setTask(store, task, LOADING)
  const result = await call
  setTask(store, task, result.ok ? IDLE : { status: 'failed', error: result.error })
  return result.ok ? { value: result.value } : undefined
}

function setTask<S extends WithTasks>(store: StoreApi<S>, task: keyof S['tasks'], state: Remote<null>): void {
  // A part of S: its own tasks, one of them anew.
  store.setState(({ tasks }) => ({ tasks: { ...tasks, [task]: state } }) as unknown as Partial<S>)
}
