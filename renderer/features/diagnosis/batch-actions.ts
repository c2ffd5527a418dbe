import type { DeviceSelection } from '../../../shared/contract/devices.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, IDLE } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { beginDiagnosis, cancelDiagnosis } from './actions.ts'
import type { Batch, DiagnosisStore } from './store.ts'

/** As the devices hand it over. */
export type ChosenDevices = { readonly selection: DeviceSelection; readonly count: number }

/** One device leads to its own diagnosis, several to one for all of them. */
export function diagnoseChosen(store: DiagnosisStore, desk: Desk, { selection, count }: ChosenDevices): void {
  if (count === 0) return
  const [serial] = selection.kind === 'serials' ? selection.serials : []
  if (count === 1 && serial !== undefined) return beginDiagnosis(store, desk, serial)
  cancelDiagnosis(store)
  cancelBatch(store)
  store.setState({ opened: null, batch: { selection, count, run: null, result: IDLE } })
}

/** The chosen problem for each of them, without asking anybody. */
export async function runBatch(store: DiagnosisStore, { api, feedback }: Desk): Promise<void> {
  const { batch, setup } = store.getState()
  if (!batch || batch.run) return
  const controller = new AbortController()
  const change = (part: Partial<Batch>) =>
    store.setState(({ batch: now }) => (now?.run?.controller === controller ? { batch: { ...now, ...part } } : {}))
  store.setState({ batch: { ...batch, run: { controller, done: 0, total: batch.count }, result: IDLE } })
  const { tree, tokenId, isOffline, rehearses } = setup
  const result = await api.diagnosis.batch(
    { selection: batch.selection, tree, ...(tokenId !== null && { tokenId }), offline: isOffline, rehearse: rehearses },
    { signal: controller.signal, onProgress: (progress) => change({ run: { controller, ...progress } }) },
  )
  const words = text().troubleshoot.batch
  if (result.ok) announce(feedback, words.done(result.value.total, result.value.groups.length))
  else if (result.error.code === 'cancelled') {
    announce(feedback, words.cancelled)
    return change({ run: null })
  }
  change({ run: null, result: fromResult(result) })
}

export function cancelBatch(store: DiagnosisStore): void {
  store.getState().batch?.run?.controller.abort()
}

export function closeBatch(store: DiagnosisStore): void {
  cancelBatch(store)
  store.setState({ batch: null })
}
