import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { text } from '../../lib/text.ts'
import { toInput, type Selection } from './selection.ts'
import type { DevicesStore } from './store.ts'

/** Asks where, then writes the list as it is filtered and sorted now, or of it what is chosen. */
export async function exportList(store: DevicesStore, { api, feedback }: Desk, selection?: Selection): Promise<void> {
  if (store.getState().exporting.status === 'running') return
  const chosen = await api.shell.chooseSavePath({
    suggestedName: exportName(new Date()),
    title: text().devices.exportTitle,
  })
  if (!chosen.ok) return store.setState({ exporting: { status: 'failed', error: chosen.error } })
  if (chosen.value === null) return

  const controller = new AbortController()
  store.setState({ exporting: { status: 'running', rows: 0, total: null, controller } })
  const { filter, sort } = store.getState()
  const result = await api.devices.exportCsv(
    selection
      ? { filter: selection.kind === 'matching' ? filter : {}, selection: toInput(selection), sort, path: chosen.value }
      : { filter, sort, path: chosen.value },
    {
      signal: controller.signal,
      onProgress: ({ rows, total }) => store.setState({ exporting: { status: 'running', rows, total, controller } }),
    },
  )
  if (result.ok) {
    store.setState({ exporting: { status: 'done', ...result.value } })
    announce(feedback, text().devices.exported(result.value.rows))
  } else if (result.error.code === 'cancelled') store.setState({ exporting: { status: 'idle' } })
  else store.setState({ exporting: { status: 'failed', error: result.error } })
}

export function cancelExport(store: DevicesStore): void {
  const { exporting } = store.getState()
  if (exporting.status === 'running') exporting.controller.abort()
}

export function dismissExport(store: DevicesStore): void {
  store.setState({ exporting: { status: 'idle' } })
}

export async function revealExport(store: DevicesStore, { api }: Desk): Promise<void> {
  const { exporting } = store.getState()
  if (exporting.status === 'done') await api.shell.revealFile({ path: exporting.path })
}

/** "devices-2026-11-22.csv", by the person's calendar. */
export function exportName(day: Date): string {
  const month = String(day.getMonth() + 1).padStart(2, '0')
  const date = String(day.getDate()).padStart(2, '0')
  return `devices-${day.getFullYear()}-${month}-${date}.csv`
}
