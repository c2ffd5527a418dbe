import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import type { GroupsStore } from './store.ts'

export function startImport(store: GroupsStore): void {
  store.setState({ importing: { fileName: null, file: IDLE } })
}

export function endImport(store: GroupsStore): void {
  store.setState({ importing: null })
}

/** Reads a file of groups; nothing is changed by it. */
export async function readTreeFile(store: GroupsStore, desk: Desk, file: File): Promise<void> {
  const fileName = file.name
  store.setState({ importing: { fileName, file: LOADING } })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const result = await desk.api.groups.readTreeFile({ fileName, bytes })
  if (store.getState().importing?.fileName !== fileName) return
  store.setState({ importing: { fileName, file: fromResult(result) } })
  if (result.ok) {
    announce(desk.feedback, text().groups.imports.read(result.value.rows.length, result.value.rejected.length))
  }
}
