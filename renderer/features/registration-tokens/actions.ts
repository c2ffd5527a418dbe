import { MAX_SHOWN_VALUES } from '../../../shared/contract/registration-tokens.ts'
import {
  REGISTRATION_LENGTH,
  type RegistrationAct,
  type RegistrationFactor,
  type RegistrationPlan,
  type RegistrationRule,
  type RegistrationValue,
} from '../../../shared/model/registration-token.ts'
import type { Result } from '../../../shared/result.ts'
import type { Chosen } from '../assignments/index.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast, toastRefusal } from '../../lib/feedback.ts'
import { formatCount } from '../../lib/format.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import type { Progress, RegistrationJob, RegistrationStore, RegistrationTask } from './store.ts'

/** Opens the dialog for these devices, with what is known and the dry run. */
export async function beginRegistration(store: RegistrationStore, desk: Desk, chosen: Chosen): Promise<void> {
  const { selection } = chosen
  const serial = selection.kind === 'serials' && selection.serials.length === 1 ? selection.serials[0]! : null
  const task: RegistrationTask = {
    ...chosen,
    serial,
    details: IDLE,
    act: 'issue',
    factor: 'rule',
    length: '',
    plan: IDLE,
    work: IDLE,
    endedAfter: null,
    values: IDLE,
  }
  store.setState({ task })
  await Promise.all([readDetails(store, desk), preview(store, desk)])
}

async function readDetails(store: RegistrationStore, { api }: Desk): Promise<void> {
  const serial = store.getState().task?.serial
  if (!serial) return
  const details = fromResult(await api.registrationTokens.show({ serial }))
  if (store.getState().task?.serial === serial) change(store, { details })
}

export async function chooseAct(store: RegistrationStore, desk: Desk, act: RegistrationAct): Promise<void> {
  change(store, { act, work: IDLE, endedAfter: null })
  await preview(store, desk)
}

async function preview(store: RegistrationStore, { api }: Desk): Promise<void> {
  const { task } = store.getState()
  if (!task) return
  change(store, { plan: LOADING })
  const plan = fromResult(await api.registrationTokens.preview({ act: task.act, selection: task.selection }))
  const now = store.getState().task
  // Another act was chosen, or the dialog was left, while the answer was on its way.
  if (now?.selection === task.selection && now.act === task.act) change(store, { plan })
}

export function write(store: RegistrationStore, part: Partial<Pick<RegistrationTask, 'factor' | 'length'>>): void {
  change(store, part)
}

/** Undefined: as the group wants it; null: no length at all. */
export function readLength(typed: string): number | null | undefined {
  if (typed.trim() === '') return undefined
  const length = Number(typed)
  return Number.isInteger(length) && length >= REGISTRATION_LENGTH.least && length <= REGISTRATION_LENGTH.most
    ? length
    : null
}

/** One act at a time: another one waits until it has ended or was cancelled. */
export async function runRegistration(store: RegistrationStore, desk: Desk): Promise<void> {
  const { task, job } = store.getState()
  if (!task || job || task.work.status === 'loading') return
  const { act, selection } = task
  const length = readLength(task.length)
  if (length === null) return
  change(store, { work: LOADING, endedAfter: null, values: IDLE })
  const result = await follow(store, act, (options) =>
    act === 'revoke'
      ? desk.api.registrationTokens.revoke({ selection }, options)
      : desk.api.registrationTokens.make({ act, selection, ...ruleOf(task.factor, length) }, options),
  )
  tellEnd(desk, result, { isOpen: store.getState().task?.selection === selection })
  if (store.getState().task?.selection !== selection) return
  const isEnded = !result.ok && result.error.code === 'cancelled'
  change(store, isEnded ? { work: IDLE, endedAfter: result.progress } : { work: fromResult(result) })
  await Promise.all([readDetails(store, desk), preview(store, desk)])
}

function ruleOf(factor: RegistrationTask['factor'], length: number | undefined) {
  return { ...(factor !== 'rule' && { factor }), ...(length !== undefined && { length }) }
}

type Follow = { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void }

/** The answer, and how far it had come. */
async function follow(
  store: RegistrationStore,
  act: RegistrationAct,
  start: (options: Follow) => Promise<Result<RegistrationPlan, Failure>>,
): Promise<Result<RegistrationPlan, Failure> & { readonly progress: Progress | null }> {
  const controller = new AbortController()
  const show = (progress: Progress | null) => store.setState({ job: { act, progress, controller } })
  show(null)
  const result = await start({ signal: controller.signal, onProgress: show })
  const progress = store.getState().job?.progress ?? null
  store.setState({ job: null })
  return { ...result, progress }
}

/** Without its dialog nothing on screen says what came of it. */
function tellEnd(
  { feedback }: Desk,
  result: Result<RegistrationPlan, Failure>,
  { isOpen }: { readonly isOpen: boolean },
): void {
  if (!result.ok) {
    if (!isOpen && result.error.code !== 'cancelled') toastRefusal(feedback, text().registrationTokens.failed)
    return
  }
  const done = text().registrationTokens.done(result.value.change)
  if (isOpen) announce(feedback, done)
  else toast(feedback, done)
}

/** What is done already stays done. */
export function cancelRegistration(store: RegistrationStore): void {
  store.getState().job?.controller.abort()
}

/** From now on the group of this device, and those below it, want what is chosen here; without a choice: what the group above wants. */
export async function makeRule(store: RegistrationStore, desk: Desk): Promise<void> {
  const { task } = store.getState()
  if (task?.details.status !== 'ready' || task.details.value.group === null) return
  const { group, rule } = task.details.value
  const length = readLength(task.length)
  if (length === null) return
  const isChosen = task.factor !== 'rule' || length !== undefined
  const wanted = { factor: task.factor === 'rule' ? rule.factor : task.factor, length: length ?? rule.length }
  const result = await desk.api.registrationTokens.setRule({ group, rule: isChosen ? wanted : null })
  if (store.getState().task?.selection !== task.selection) return
  if (!result.ok) return change(store, { work: { status: 'failed', error: result.error } })
  change(store, { factor: 'rule', length: '' })
  announce(desk.feedback, text().registrationTokens.ruleMade(group))
  await readDetails(store, desk)
}

/** The console's own value, kept sealed here. */
export async function keepValue(
  store: RegistrationStore,
  desk: Desk,
  { value, factor }: { readonly value: string; readonly factor: RegistrationFactor },
): Promise<void> {
  const { task } = store.getState()
  if (!task?.serial) return
  change(store, { work: LOADING, values: IDLE })
  const result = await desk.api.registrationTokens.keep({ serial: task.serial, value, factor })
  if (!result.ok) return change(store, { work: { status: 'failed', error: result.error } })
  const done = { total: 1, change: 1, same: 0, none: 0, blocked: 0, gone: 0 }
  change(store, { details: { status: 'ready', value: result.value }, work: { status: 'ready', value: done } })
  announce(desk.feedback, text().registrationTokens.done(1))
  await preview(store, desk)
}

/** Devices that are named one by one, and not too many to be read. */
export function canShow({ selection }: Pick<RegistrationTask, 'selection'>): boolean {
  return selection.kind === 'serials' && selection.serials.length <= MAX_SHOWN_VALUES
}

export async function showValues(store: RegistrationStore, { api }: Desk): Promise<void> {
  const { task } = store.getState()
  if (!task || task.selection.kind !== 'serials') return
  const { selection } = task
  change(store, { values: LOADING })
  const values = fromResult(await api.registrationTokens.reveal({ serials: [...task.selection.serials] }))
  if (store.getState().task?.selection === selection) change(store, { values })
}

/** Values are gone from the page with it. */
export function closeRegistration(store: RegistrationStore): void {
  store.setState({ task: null })
}

export function ruleText({ factor, length }: RegistrationRule): string {
  const words = text().registrationTokens
  return words.rule(words.factors[factor], length)
}

/** What is under way, with its numbers. */
export function progressText({ act, progress }: Pick<RegistrationJob, 'act' | 'progress'>) {
  const words = text().registrationTokens
  const { done, total } = progress ?? { done: 0, total: 0 }
  return {
    label: words.running[act],
    detail: progress === null ? '' : words.progress(formatCount(done), formatCount(total)),
    fraction: total === 0 ? null : done / total,
  }
}

export function planText({ total, change: changing, ...others }: RegistrationPlan): string {
  const words = text().registrationTokens
  const rest = (['same', 'none', 'blocked', 'gone'] as const)
    .filter((outcome) => others[outcome] > 0)
    .map((outcome) => words[outcome](others[outcome]))
  return `${[words.plan(total, changing), ...rest].join(', ')}.`
}

/** What is sent to a user: the value and how it is typed. */
export function messageText({ serial, value, factor, user, deviceName }: RegistrationValue): string {
  const words = text().registrationTokens.message
  const device = deviceName === null ? serial : `${deviceName} (${serial})`
  const greeting = user === null ? words.nobody : words.greeting(user)
  return [greeting, '', words.device(device), '', value, '', words[factor]].join('\n')
}

function change(store: RegistrationStore, part: Partial<RegistrationTask>): void {
  store.setState(({ task }) => (task ? { task: { ...task, ...part } } : {}))
}
