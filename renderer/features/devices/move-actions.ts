import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
import { formatCount } from '../../lib/format.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { refreshList } from './list-actions.ts'
import { NOTHING, toInput, type Selection } from './selection.ts'
import type { DevicesStore, MoveState } from './store.ts'

/** Opens the dialog for these devices. One move at a time: one that runs is shown instead. */
export async function beginMove(store: DevicesStore, { api }: Desk, what: Selection, count: number): Promise<void> {
  if (store.getState().moving?.run?.status === 'running') return change(store, { isOpen: true })
  store.setState({ moving: { what, count, group: '', groups: LOADING, plan: IDLE, run: null, isOpen: true } })
  const tree = await api.groups.tree({})
  const groups = tree.ok ? { ok: true as const, value: tree.value.groups.map(({ path }) => path) } : tree
  change(store, { groups: fromResult(groups) })
}

/** The dry run. */
export async function chooseGroup(store: DevicesStore, { api, feedback }: Desk, group: string): Promise<void> {
  const { moving } = store.getState()
  if (!moving || moving.run?.status === 'running') return
  change(store, { group, plan: LOADING, run: null })
  const plan = fromResult(await api.devices.previewMove({ selection: toInput(moving.what), group }))
  if (store.getState().moving?.group !== group) return
  change(store, { plan })
  if (plan.status === 'ready') announce(feedback, planText(plan.value))
}

export function planText({
  total,
  change: moved,
  same,
  gone,
}: {
  total: number
  change: number
  same: number
  gone: number
}) {
  return text().devices.move.plan(total, formatCount(moved), formatCount(same), formatCount(gone))
}

export async function move(store: DevicesStore, desk: Desk): Promise<void> {
  const { moving } = store.getState()
  if (!moving || moving.plan.status !== 'ready') return
  const { what, group } = moving
  const controller = new AbortController()
  let done = 0
  const report = (total: number) => change(store, { run: { status: 'running', done, total, controller } })
  report(moving.plan.value.change)
  const result = await desk.api.devices.moveToGroup(
    { selection: toInput(what), group },
    {
      signal: controller.signal,
      onProgress: (progress) => {
        done = progress.done
        report(progress.total)
      },
    },
  )
  if (result.ok) {
    store.setState(({ selection }) => ({
      moving: null,
      ...(selection === what && { selection: NOTHING, range: null }),
    }))
    toast(desk.feedback, text().devices.move.done(result.value.change, group))
  } else if (result.error.code === 'cancelled') change(store, { run: { status: 'cancelled', done }, isOpen: true })
  else change(store, { run: { status: 'failed', error: result.error }, isOpen: true })
  await refreshList(store, desk)
}

export function cancelMove(store: DevicesStore): void {
  const run = store.getState().moving?.run
  if (run?.status === 'running') run.controller.abort()
}

/** A move under way goes on; the status strip shows it. */
export function closeMove(store: DevicesStore): void {
  if (store.getState().moving?.run?.status === 'running') change(store, { isOpen: false })
  else store.setState({ moving: null })
}

function change(store: DevicesStore, part: Partial<MoveState>): void {
  store.setState(({ moving }) => (moving ? { moving: { ...moving, ...part } } : {}))
}
