import type { Desk } from '../../lib/desk.ts'
import { toast } from '../../lib/feedback.ts'
import { LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { changeResult } from './actions.ts'
import { resultCsv } from './result-csv.ts'
import type { AssignmentsStore } from './store.ts'

/** Asks where, then writes the result list. */
export async function exportResult(store: AssignmentsStore, { api, feedback }: Desk): Promise<void> {
  const { task } = store.getState()
  if (!task?.result || task.result.exported.status === 'loading') return
  const words = text().assignments.result
  const day = new Date().toISOString().slice(0, 10)
  const chosen = await api.shell.chooseSavePath({ suggestedName: `${task.kind}-${day}.csv`, title: words.exportTitle })
  if (!chosen.ok) return changeResult(store, { exported: { status: 'failed', error: chosen.error } })
  if (chosen.value === null) return
  const path = chosen.value
  changeResult(store, { exported: LOADING })
  const saved = await api.shell.saveText({ path, text: resultCsv(task.kind, task.result.devices) })
  if (!saved.ok) return changeResult(store, { exported: { status: 'failed', error: saved.error } })
  changeResult(store, { exported: { status: 'ready', value: path } })
  toast(feedback, words.exported(path))
}

export async function revealList(store: AssignmentsStore, { api }: Desk): Promise<void> {
  const file = store.getState().task?.result?.file
  if (file) await api.shell.revealFile({ path: file })
}
