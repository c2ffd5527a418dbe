import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { inputOf, wrongFields } from './form.ts'
import type { RehearsalForm, RehearsalStore } from './store.ts'

/** Profiles to choose from. Without any an address is asked for. */
export async function loadChoices(store: RehearsalStore, { api }: Desk): Promise<void> {
  const list = await api.profiles.list({})
  if (!list.ok) return
  const profiles = list.value.map(({ id, name }) => ({ id, name }))
  store.setState(({ form }) => ({
    profiles,
    form: {
      ...form,
      ...(profiles.length === 0 ? { kind: 'url' as const } : {}),
      profile: profiles.some(({ id }) => id === form.profile) ? form.profile : (profiles[0]?.id ?? ''),
    },
  }))
}

/** A plan belongs to what it was made for. */
export function changeForm(store: RehearsalStore, part: Partial<RehearsalForm>): void {
  store.setState(({ form }) => ({ form: { ...form, ...part }, plan: IDLE }))
}

/** What would happen, and who may record it. Sends nothing. */
export async function planRehearsal(store: RehearsalStore, { api }: Desk): Promise<void> {
  const { form } = store.getState()
  if (wrongFields(form).length > 0) return
  store.setState({ plan: LOADING })
  const plan = fromResult(await api.rehearsal.plan(inputOf(form)))
  if (store.getState().form === form) store.setState({ plan })
}

export function changePlan(store: RehearsalStore): void {
  store.setState({ plan: IDLE })
}

/** Plays the device; only after the plan was seen. */
export async function runRehearsal(store: RehearsalStore, { api, feedback }: Desk): Promise<void> {
  const { form, plan, run } = store.getState()
  if (run || plan.status !== 'ready') return
  const controller = new AbortController()
  store.setState({ run: { controller, progress: null }, result: IDLE })
  const result = await api.rehearsal.run(inputOf(form), {
    signal: controller.signal,
    onProgress: (progress) =>
      store.setState(({ run: now }) => (now?.controller === controller ? { run: { controller, progress } } : {})),
  })
  store.setState({ run: null })
  const words = text()
  if (result.ok) {
    store.setState({ result: fromResult(result), plan: IDLE })
    announce(feedback, words.troubleshoot.rehearsal.announced(words.rehearsal.verdicts[result.value.verdict]))
  } else if (result.error.code === 'cancelled') announce(feedback, words.troubleshoot.rehearsal.cancelled)
  else store.setState({ result: fromResult(result) })
}

export function cancelRehearsal(store: RehearsalStore): void {
  store.getState().run?.controller.abort()
}
