import type { Serial } from '../../../shared/model/ids.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import type { AssignmentsStore, LockTask } from './store.ts'

export function beginLock(store: AssignmentsStore, serial: Serial): void {
  store.setState({ lock: { kind: 'lock', serial, message: '', answer: IDLE } })
}

export function writeMessage(store: AssignmentsStore, message: string): void {
  changeLock(store, (lock) => ({ ...lock, message }))
}

/** Locks the device; the answer is Apple's word. */
export async function lockDevice(store: AssignmentsStore, { api, feedback }: Desk): Promise<void> {
  const { lock } = store.getState()
  if (lock?.kind !== 'lock' || lock.answer.status === 'loading') return
  const { serial } = lock
  const message = lock.message.trim()
  changeLock(store, (current) => ({ ...current, answer: LOADING }))
  const result = await api.activation.lock({ serial, ...(message !== '' && { message }) })
  const answer = fromResult(result.ok ? { ok: true, value: result.value.outcome } : result)
  changeLock(store, (current) => (current.serial === serial ? { ...current, answer } : current))
  if (answer.status === 'ready') announce(feedback, lockMeaning(answer.value))
}

/** The codes are in the page as long as the dialog is open. */
export async function showCodes(store: AssignmentsStore, { api }: Desk, serial: Serial): Promise<void> {
  store.setState({ lock: { kind: 'code', serial, codes: LOADING } })
  const codes = fromResult(await api.activation.bypassCodes({ serial }))
  store.setState(({ lock }) => (lock?.kind === 'code' && lock.serial === serial ? { lock: { ...lock, codes } } : {}))
}

export function closeLock(store: AssignmentsStore): void {
  store.setState({ lock: null })
}

export function lockMeaning(outcome: string): string {
  const { lockOutcomes, otherLockOutcome } = text().assignments
  const words: Readonly<Record<string, string>> = lockOutcomes
  return Object.hasOwn(words, outcome) ? words[outcome]! : `${otherLockOutcome} (${outcome})`
}

type Locking = Extract<LockTask, { readonly kind: 'lock' }>

function changeLock(store: AssignmentsStore, change: (lock: Locking) => Locking): void {
  store.setState(({ lock }) => (lock?.kind === 'lock' ? { lock: change(lock) } : {}))
}
