import { expect, test } from 'vitest'
import type { Failure } from '../../../../renderer/lib/api.ts'
import { IDLE, type Remote } from '../../../../renderer/lib/remote.ts'
import { createStore } from '../../../../renderer/lib/store.ts'
import { followTask, forgetTask } from '../../../../renderer/lib/tasks.ts'

type State = { readonly tasks: Readonly<Partial<Record<'save' | 'send', Remote<null>>>>; readonly other: string }

const FAILURE: Failure = { code: 'db.busy', message: 'busy', ref: 'r1' }
const makeStore = () => createStore<State>()(() => ({ tasks: {}, other: 'as it was' }))

test('a task is under way until it is answered; the value goes to whoever asked', async () => {
  const store = makeStore()
  const done = followTask(store, 'save', Promise.resolve({ ok: true, value: 7 }))
  expect(store.getState().tasks).toEqual({ save: { status: 'loading' } })
  expect(await done).toEqual({ value: 7 })
  expect(store.getState()).toEqual({ tasks: { save: IDLE }, other: 'as it was' })
})

test('a failure stays in its own spot until it is forgotten', async () => {
  const store = makeStore()
  expect(await followTask(store, 'send', Promise.resolve({ ok: false, error: FAILURE }))).toBeUndefined()
  await followTask(store, 'save', Promise.resolve({ ok: true, value: null }))
  expect(store.getState().tasks).toEqual({ save: IDLE, send: { status: 'failed', error: FAILURE } })
  forgetTask(store, 'send')
  expect(store.getState().tasks).toEqual({ save: IDLE, send: IDLE })
})
