import type { AssignmentPlan } from '../../../shared/contract/assignments.ts'
import { releaseSentence } from '../../../shared/contract/assignments.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { readSerials } from './serials.ts'
import type { AssignmentsStore, Chosen, Task, TaskKind, TaskResult } from './store.ts'

/** Devices a result list holds at most: more than a person reads, and what one file of text may have. */
export const MAX_LISTED = 10_000

/** Opens the dialog for these devices; what runs is shown instead. */
export async function beginTask(store: AssignmentsStore, desk: Desk, kind: TaskKind, chosen: Chosen): Promise<void> {
  if (isRunning(store)) return change(store, { isOpen: true })
  const task: Task = {
    ...chosen,
    kind,
    profile: null,
    profiles: IDLE,
    plan: IDLE,
    serials: IDLE,
    run: null,
    result: null,
    isOpen: true,
  }
  store.setState({ task })
  if (kind === 'assign') {
    change(store, { profiles: LOADING })
    const profiles = fromResult(await desk.api.profiles.list({}))
    if (isStill(store, task)) change(store, { profiles })
  } else if (kind === 'release') {
    change(store, { serials: LOADING })
    const serials = await readSerials(desk, chosen)
    if (!isStill(store, task)) return
    change(store, { serials })
    if (serials.status === 'ready' && serials.value.length > 0) await preview(store, desk)
  } else await preview(store, desk)
}

export async function chooseProfile(store: AssignmentsStore, desk: Desk, profile: string): Promise<void> {
  change(store, { profile, run: null })
  await preview(store, desk)
}

/** The dry run. */
async function preview(store: AssignmentsStore, desk: Desk): Promise<void> {
  const { task } = store.getState()
  if (!task) return
  change(store, { plan: LOADING })
  const plan = fromResult(await askPlan(desk, task))
  // Another profile was chosen, or the dialog was left, while the answer was on its way.
  if (!isStill(store, task) || store.getState().task?.profile !== task.profile) return
  change(store, { plan })
  if (plan.status === 'ready') announce(desk.feedback, planText(task.kind, plan.value))
}

function askPlan({ api }: Desk, { kind, selection, profile, serials }: Task) {
  if (kind === 'retry') return api.assignments.previewRetry({ selection })
  if (kind === 'release') return api.assignments.previewRelease({ serials: namedIn(serials) })
  return api.assignments.preview({ selection, profile })
}

function namedIn(serials: Task['serials']): Serial[] {
  return serials.status === 'ready' ? [...serials.value] : []
}

export function planText(kind: TaskKind, { total, change: changed, same, gone }: AssignmentPlan): string {
  return text().assignments[kind].plan(total, changed, same, gone)
}

/** `sentence`: what was typed, for a release. */
export async function runTask(store: AssignmentsStore, desk: Desk, sentence = ''): Promise<void> {
  const { task } = store.getState()
  if (!task || isRunning(store)) return
  const controller = new AbortController()
  change(store, { run: { status: 'running', controller } })
  const answer = await ask(store, desk, { task, sentence, controller })
  if (answer.ok) {
    const { results, devices } = answer.value
    const file = 'file' in answer.value ? answer.value.file : null
    change(store, { run: null, result: { results, devices, file, exported: IDLE }, isOpen: true })
    announce(desk.feedback, text().assignments.announced(countAll(results)))
  } else if (answer.error.code === 'cancelled') change(store, { run: { status: 'cancelled' }, isOpen: true })
  else change(store, { run: { status: 'failed', error: answer.error }, isOpen: true })
}

type Asked = { readonly task: Task; readonly sentence: string; readonly controller: AbortController }

function ask(store: AssignmentsStore, { api }: Desk, { task, sentence, controller }: Asked) {
  const { kind, selection, profile, serials } = task
  const options = {
    signal: controller.signal,
    onProgress: (progress: { phase: 'comparing' | 'telling'; done: number; total: number }) =>
      change(store, { run: { status: 'running', controller, ...progress } }),
  }
  const listed = MAX_LISTED
  switch (kind) {
    case 'assign':
    case 'unassign':
      return api.assignments.assign({ selection, profile, listed }, options)
    case 'retry':
      return api.assignments.retry({ selection, listed }, options)
    case 'release':
      return api.assignments.release(
        { serials: namedIn(serials), confirm: sentence, listed },
        { signal: controller.signal },
      )
  }
}

/** What has to be typed; undefined as long as nobody knows how many there are. */
export function wantedSentence({ serials }: Pick<Task, 'serials'>): string | undefined {
  return serials.status === 'ready' ? releaseSentence(new Set(serials.value).size) : undefined
}

export function cancelTask(store: AssignmentsStore): void {
  const run = store.getState().task?.run
  if (run?.status === 'running') run.controller.abort()
}

/** What is under way goes on; the status strip shows it. */
export function closeTask(store: AssignmentsStore): void {
  if (isRunning(store)) change(store, { isOpen: false })
  else store.setState({ task: null })
}

export function showTask(store: AssignmentsStore): void {
  change(store, { isOpen: true })
}

export function changeResult(store: AssignmentsStore, part: Partial<TaskResult>): void {
  const result = store.getState().task?.result
  if (result) change(store, { result: { ...result, ...part } })
}

export function countAll(results: Readonly<Record<string, number>>): number {
  return Object.values(results).reduce((sum, count) => sum + count, 0)
}

export function isRunning(store: AssignmentsStore): boolean {
  return store.getState().task?.run?.status === 'running'
}

function isStill(store: AssignmentsStore, { selection, kind }: Task): boolean {
  const { task } = store.getState()
  return task?.selection === selection && task.kind === kind
}

function change(store: AssignmentsStore, part: Partial<Task>): void {
  store.setState(({ task }) => (task ? { task: { ...task, ...part } } : {}))
}
