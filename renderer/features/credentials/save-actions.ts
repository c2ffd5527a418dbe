import type { PushRequest } from '../../../shared/model/credential.ts'
import type { Desk } from '../../lib/desk.ts'
import { toast } from '../../lib/feedback.ts'
import { text } from '../../lib/text.ts'
import type { CredentialsStore } from './store.ts'

/** Asks where, then writes the calendar of everything that expires. */
export async function saveCalendar(store: CredentialsStore, desk: Desk): Promise<void> {
  const { actions, fileNames, said } = text().credentials
  const path = await choose(store, desk, fileNames.calendar, actions.saveCalendar)
  if (path === null) return
  const result = await desk.api.credentials.saveCalendar({ path })
  if (result.ok) toast(desk.feedback, said.calendar(result.value.path))
  else store.setState({ failure: result.error })
}

export async function exportList(store: CredentialsStore, desk: Desk): Promise<void> {
  const { actions, fileNames, said } = text().credentials
  const path = await choose(store, desk, fileNames.csv, actions.exportCsv)
  if (path === null) return
  const result = await desk.api.credentials.exportCsv({ path })
  if (result.ok) toast(desk.feedback, said.exported(result.value.path))
  else store.setState({ failure: result.error })
}

export async function saveRequest(store: CredentialsStore, desk: Desk, request: PushRequest): Promise<void> {
  const { requesting, fileNames, said } = text().credentials
  const path = await choose(store, desk, fileNames.request, requesting.title)
  if (path === null) return
  const result = await desk.api.shell.saveText({ path, text: request.csr })
  if (result.ok) toast(desk.feedback, said.requestSaved)
  else store.setState({ failure: result.error })
}

export function forgetFailure(store: CredentialsStore): void {
  store.setState({ failure: null })
}

async function choose(store: CredentialsStore, { api }: Desk, suggestedName: string, title: string) {
  store.setState({ failure: null })
  const chosen = await api.shell.chooseSavePath({ suggestedName, title: title.replace(/\s*…$/, '') })
  if (chosen.ok) return chosen.value
  store.setState({ failure: chosen.error })
  return null
}
