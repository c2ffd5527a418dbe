import { expect, it } from 'vitest'
import {
  acceptEmpty,
  askToAcceptEmpty,
  cancelRun,
  changeInterval,
  closeRun,
  loadSync,
  openRun,
  sortRunsBy,
  startRun,
} from '../../../../../renderer/features/sync/actions.ts'
import { createSyncStore } from '../../../../../renderer/features/sync/store.ts'
import type { TokenSchedule } from '../../../../../shared/contract/sync.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { SyncProgress } from '../../../../../shared/model/sync-run.ts'
import { createFakeDesk, later, settle, type SomeHandlers } from '../../fake-desk.ts'
import { syncRun, tokenId } from '../../samples.ts'

const ID = tokenId('t1')
const SCHEDULE: TokenSchedule = {
  tokenId: ID,
  token: 'Europe',
  nextSyncAt: null,
  lastSuccessAt: null,
  lastFetchAt: null,
  cursorAt: null,
  intervalMinutes: 1440,
  intervalFrom: 'default',
  group: '/Global',
  nextFetchAt: null,
  waitsFor: null,
}
const PROGRESS: SyncProgress = {
  tokenId: ID,
  token: 'Europe',
  mode: 'fetch',
  phase: 'reading',
  pages: 2,
  received: 2000,
}

function setUp(sync: NonNullable<SomeHandlers['sync']> = {}) {
  const lists = { schedules: () => [SCHEDULE], runs: () => [], running: () => [] }
  return { store: createSyncStore(), desk: createFakeDesk({ sync: { ...lists, ...sync } }) }
}

it('follows a run from its start to its end', async () => {
  const answer = later<ReturnType<typeof syncRun>>()
  const { store, desk } = setUp({
    run: (_input, { report }) => {
      report(PROGRESS)
      return answer.promise
    },
    runs: () => [syncRun({ added: 2 })],
  })
  const running = startRun(store, desk, { tokenId: ID, full: true })
  await settle()
  expect(store.getState().running.get(ID)).toEqual(PROGRESS)
  expect(store.getState().own.has(ID)).toBe(true)
  answer.resolve(syncRun({ added: 2 }))
  await running
  expect(store.getState()).toMatchObject({ running: new Map(), own: new Map(), runs: { value: [{ added: 2 }] } })
  expect(desk.feedback.getState().announcement).toBe('Europe: 2 added')
})

it('starts one run at a time for a token', async () => {
  let starts = 0
  const answer = later<ReturnType<typeof syncRun>>()
  const { store, desk } = setUp({ run: () => (starts++, answer.promise) })
  const first = startRun(store, desk, { tokenId: ID, full: false })
  await startRun(store, desk, { tokenId: ID, full: false })
  answer.resolve(syncRun())
  await first
  expect(starts).toBe(1)
})

it('cancels a run through its own call and does not call that a failure', async () => {
  const { store, desk } = setUp({
    run: (_input, { signal }) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(syncRun({ state: 'cancelled' })))),
  })
  const running = startRun(store, desk, { tokenId: ID, full: false })
  await settle()
  cancelRun(store, desk, ID)
  await running
  expect(store.getState().refusals.size).toBe(0)
  expect(desk.feedback.getState().announcement).toBe('Europe: Cancelled')
})

it('keeps beside the token why a run could not start', async () => {
  const { store, desk } = setUp({
    run: () => {
      throw new AppError('vault.locked', 'the vault is locked')
    },
  })
  await startRun(store, desk, { tokenId: ID, full: false })
  expect(store.getState().refusals.get(ID)).toMatchObject({ code: 'vault.locked' })
})

it('shows runs that the schedule started', async () => {
  const { store, desk } = setUp({ running: () => [PROGRESS] })
  await loadSync(store, desk)
  expect(store.getState().running.get(ID)).toEqual(PROGRESS)
  expect(store.getState().own.has(ID)).toBe(false)
})

it('shows the schedule as the core has it after a change', async () => {
  const { store, desk } = setUp({
    setInterval: ({ intervalMinutes }) => ({ ...SCHEDULE, intervalMinutes: intervalMinutes ?? 1440 }),
  })
  await loadSync(store, desk)
  await changeInterval(store, desk, { tokenId: ID, intervalMinutes: 60 })
  expect(store.getState().schedules).toMatchObject({ value: [{ intervalMinutes: 60 }] })
})

it('fetches again and accepts an empty list only after it was asked about', async () => {
  const asked: unknown[] = []
  const { store, desk } = setUp({ run: (input) => (asked.push(input), syncRun()) })
  await acceptEmpty(store, desk)
  askToAcceptEmpty(store, { tokenId: ID, token: 'Europe' })
  await acceptEmpty(store, desk)
  expect(asked).toEqual([{ tokenId: ID, full: true, acceptEmpty: true }])
  expect(store.getState().accepting).toBeNull()
})

it('shows what a run changed, and not what comes after another was opened', async () => {
  const answer = later<{ changes: []; hasMore: boolean; isKnown: boolean }>()
  const { store, desk } = setUp({ runChanges: () => answer.promise })
  const opening = openRun(store, desk, syncRun())
  expect(store.getState().opened).toMatchObject({ run: { id: 'r1' }, changes: { status: 'loading' } })
  closeRun(store)
  answer.resolve({ changes: [], hasMore: false, isKnown: true })
  await opening
  expect(store.getState().opened).toBeNull()
  await openRun(store, desk, syncRun())
  expect(store.getState().opened).toMatchObject({ changes: { status: 'ready', value: { isKnown: true } } })
})

it('a second press on a column turns its order round', () => {
  const { store } = setUp()
  sortRunsBy(store, 'added')
  expect(store.getState().sort).toEqual({ column: 'added', direction: 'desc' })
  sortRunsBy(store, 'added')
  expect(store.getState().sort).toEqual({ column: 'added', direction: 'asc' })
})
