import type { Diagnosis } from '../../../shared/model/diagnosis.ts'
import type { Failure } from '../../lib/api.ts'
import { copyText } from '../../lib/copy-text.ts'
import type { Desk } from '../../lib/desk.ts'
import { toast } from '../../lib/feedback.ts'
import { IDLE, LOADING } from '../../lib/remote.ts'
import { language, text } from '../../lib/text.ts'
import type { DiagnosisStore } from './store.ts'

type Which = Pick<Diagnosis, 'id'>

/** Writes the report, which holds no secrets, to a file the person chooses. */
export async function saveReport(
  store: DiagnosisStore,
  { api }: Desk,
  { id }: Which,
  format: 'html' | 'pdf',
): Promise<void> {
  const fail = (error: Failure) => store.setState({ saving: { status: 'failed', error } })
  const words = text().troubleshoot.opened
  const report = await api.diagnosis.report({ id, format: 'html', language: language.getState().language })
  if (!report.ok) return fail(report.error)
  const { text: html, suggestedName } = report.value
  const name = format === 'pdf' ? suggestedName.replace(/\.html$/, '.pdf') : suggestedName
  const chosen = await api.shell.chooseSavePath({ suggestedName: name, title: words.saveTitle })
  if (!chosen.ok) return fail(chosen.error)
  const path = chosen.value
  if (path === null) return
  store.setState({ saving: LOADING })
  const saved = await (format === 'pdf' ? api.shell.savePdf({ path, html }) : api.shell.saveText({ path, text: html }))
  if (!saved.ok) return fail(saved.error)
  store.setState({ saving: { status: 'ready', value: path } })
}

export async function copyReport(store: DiagnosisStore, desk: Desk, { id }: Which): Promise<void> {
  const report = await desk.api.diagnosis.report({ id, format: 'text', language: language.getState().language })
  if (!report.ok) return store.setState({ saving: { status: 'failed', error: report.error } })
  if (await copyText(desk, report.value.text)) toast(desk.feedback, text().troubleshoot.opened.copied)
}

export async function revealReport(store: DiagnosisStore, { api }: Desk): Promise<void> {
  const { saving } = store.getState()
  if (saving.status === 'ready') await api.shell.revealFile({ path: saving.value })
}

export function forgetSaving(store: DiagnosisStore): void {
  store.setState({ saving: IDLE })
}
