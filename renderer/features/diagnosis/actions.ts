import type { Diagnosis } from '../../../shared/model/diagnosis.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import type { FactSource } from '../../../shared/model/tree-checks.ts'
import { causeText } from '../../../shared/diagnosis-text.ts'
import type { Result } from '../../../shared/result.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
import { fromResult, IDLE, startLoading } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import type { DiagnosisStore, Opened } from './store.ts'
import { diagnosisWords } from './words.ts'

const SHOWN_HISTORY = 200

/** Reads what is kept: of one device, or of all. */
export async function loadHistory(store: DiagnosisStore, { api }: Desk): Promise<void> {
  const { historyOf } = store.getState()
  store.setState(({ history }) => ({ history: startLoading(history) }))
  const result = await api.diagnosis.history({
    limit: SHOWN_HISTORY,
    ...(historyOf === null ? {} : { serial: toSerial(historyOf) }),
  })
  if (store.getState().historyOf === historyOf) store.setState({ history: fromResult(result) })
}

/** Null: of all devices. */
export async function showHistoryOf(store: DiagnosisStore, desk: Desk, serial: string | null): Promise<void> {
  store.setState({ historyOf: serial, history: IDLE })
  await loadHistory(store, desk)
}

/** Walks the chosen tree. What is known so far shows while it goes on. */
export async function startDiagnosis(store: DiagnosisStore, desk: Desk): Promise<void> {
  const { serial, tree, tokenId, isOffline, rehearses } = store.getState().setup
  const named = serial.trim()
  await work(store, desk, null, (options) =>
    desk.api.diagnosis.start(
      {
        serial: named === '' ? null : toSerial(named),
        tree,
        ...(tokenId !== null && { tokenId }),
        offline: isOffline,
        rehearse: rehearses,
      },
      options,
    ),
  )
}

export type Going = {
  /** By step; null takes an answer back. */
  readonly answers?: Readonly<Record<string, { option: string } | { text: string } | null>>
  readonly rerun?: readonly FactSource[]
  readonly offline?: boolean
  readonly tokenFile?: Uint8Array
}

/** Answers, changes an answer or reads again; what does not depend on it stays as it was read. */
export async function continueDiagnosis(
  store: DiagnosisStore,
  desk: Desk,
  { answers, rerun, ...rest }: Going,
): Promise<void> {
  const before = store.getState().opened?.diagnosis
  if (!before || store.getState().opened?.work) return
  const more = { ...rest, ...(answers ? { answers: { ...answers } } : {}), ...(rerun ? { rerun: [...rerun] } : {}) }
  await work(store, desk, before, (options) => desk.api.diagnosis.continue({ id: before.id, ...more }, options))
}

/** Every source that was asked is asked again, so that a repair shows. */
export function checkAgain(store: DiagnosisStore, desk: Desk): Promise<void> {
  const sources = store.getState().opened?.diagnosis?.sources ?? []
  // A file is not kept: it can only be given again.
  const rerun = sources.map(({ source }) => source).filter((source) => source !== 'token-file')
  return continueDiagnosis(store, desk, { rerun })
}

type Options = { readonly signal: AbortSignal; readonly onProgress: (diagnosis: Diagnosis) => void }

async function work(
  store: DiagnosisStore,
  desk: Desk,
  before: Diagnosis | null,
  run: (options: Options) => Promise<Result<Diagnosis, Failure>>,
): Promise<void> {
  const controller = new AbortController()
  // Somebody may have gone to another diagnosis meanwhile.
  const change = (part: Partial<Opened>) =>
    store.setState(({ opened }) => (opened?.work === controller ? { opened: { ...opened, ...part } } : {}))
  store.setState({ opened: { diagnosis: before, work: controller, failure: null }, saving: IDLE })
  const result = await run({ signal: controller.signal, onProgress: (diagnosis) => change({ diagnosis }) })
  if (result.ok) {
    change({ diagnosis: result.value, work: null })
    announce(desk.feedback, endText(result.value))
  } else if (result.error.code === 'cancelled') {
    announce(desk.feedback, text().troubleshoot.opened.cancelled)
    if (before) change({ diagnosis: before, work: null })
    else store.setState(({ opened }) => (opened?.work === controller ? { opened: null } : {}))
  } else change({ work: null, failure: result.error })
  void loadHistory(store, desk)
}

/** What a finished walk comes to, in a sentence: for screen readers. */
function endText({ causes, openQuestions }: Diagnosis): string {
  const words = text().troubleshoot.result
  const [first] = causes
  if (first) return words.found(causeText(diagnosisWords(), first.cause).title)
  return openQuestions.length > 0 ? words.needsYou(openQuestions.length) : words.none
}

export function cancelDiagnosis(store: DiagnosisStore): void {
  store.getState().opened?.work?.abort()
}

export async function openDiagnosis(store: DiagnosisStore, { api }: Desk, id: string): Promise<void> {
  if (store.getState().opened?.diagnosis?.id === id) return
  cancelDiagnosis(store)
  const opening: Opened = { diagnosis: null, work: null, failure: null }
  store.setState({ opened: opening, batch: null, saving: IDLE })
  const result = await api.diagnosis.show({ id })
  if (store.getState().opened !== opening) return
  store.setState({
    opened: result.ok ? { ...opening, diagnosis: result.value } : { ...opening, failure: result.error },
  })
}

/** Back to the problems. What runs is ended: nobody looks at it any more. */
export function closeDiagnosis(store: DiagnosisStore): void {
  cancelDiagnosis(store)
  store.setState({ opened: null, saving: IDLE })
}

export async function removeDiagnosis(store: DiagnosisStore, desk: Desk): Promise<void> {
  const { opened } = store.getState()
  if (!opened?.diagnosis) return
  const result = await desk.api.diagnosis.remove({ id: opened.diagnosis.id })
  if (!result.ok) return store.setState({ opened: { ...opened, failure: result.error } })
  store.setState({ opened: null })
  toast(desk.feedback, text().troubleshoot.history.removed)
  await loadHistory(store, desk)
}

/** The form with this device, beside what was found about it earlier. */
export function beginDiagnosis(store: DiagnosisStore, desk: Desk, serial: Serial): void {
  cancelDiagnosis(store)
  store.setState(({ setup }) => ({
    opened: null,
    batch: null,
    saving: IDLE,
    suggestions: [],
    setup: { ...setup, serial, search: '' },
  }))
  void showHistoryOf(store, desk, serial)
}

/** Another window or a command may have made or removed one. */
export function receiveChange(store: DiagnosisStore, desk: Desk): void {
  if (store.getState().history.status !== 'idle') void loadHistory(store, desk)
}
