import type { Credential } from '../../../shared/model/credential.ts'
import type { CredentialId } from '../../../shared/model/ids.ts'
import type { TokenContact } from '../../../shared/model/token.ts'
import type { Desk } from '../../lib/desk.ts'
import { toast } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING, startLoading } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import type { Failure } from '../../lib/api.ts'
import type { Asking, CredentialDialog, CredentialsStore } from './store.ts'

/** The list and the requests that wait, read together: a certificate that comes ends its request. */
export async function loadCredentials(store: CredentialsStore, { api }: Desk): Promise<void> {
  store.setState(({ list }) => ({ list: startLoading(list) }))
  const [list, requests] = await Promise.all([api.credentials.list({}), api.credentials.requests({})])
  store.setState({ list: fromResult(list), ...(requests.ok ? { requests: requests.value } : {}) })
}

export async function verifyCredential(store: CredentialsStore, desk: Desk, credential: Credential): Promise<void> {
  const { id, name } = credential
  note(store, id, { status: 'asking' })
  const result = await desk.api.credentials.verify({ id })
  if (!result.ok) return note(store, id, { status: 'failed', error: result.error })
  note(store, id, null)
  toast(desk.feedback, text().credentials.said.verified(name))
  await loadCredentials(store, desk)
}

export async function confirmService(store: CredentialsStore, desk: Desk, credential: Credential): Promise<void> {
  const { id, name } = credential
  note(store, id, { status: 'asking' })
  const result = await desk.api.credentials.confirmService({ id })
  if (!result.ok) return note(store, id, { status: 'failed', error: result.error })
  note(store, id, null)
  toast(desk.feedback, text().credentials.said.confirmed(name))
  await loadCredentials(store, desk)
}

export function forgetAsking(store: CredentialsStore, id: CredentialId): void {
  note(store, id, null)
}

export function openDialog(store: CredentialsStore, dialog: CredentialDialog): void {
  store.setState({ dialog, work: IDLE })
}

export function closeDialog(store: CredentialsStore): void {
  store.setState({ dialog: null, work: IDLE })
}

export type EntryDraft = {
  readonly name: string
  readonly expiresAt: number
  readonly note: string
  readonly account: string
}

/** A new entry, or what may be changed of the one that is open. */
export async function saveEntry(store: CredentialsStore, desk: Desk, draft: EntryDraft): Promise<void> {
  const { dialog } = store.getState()
  if (dialog?.kind !== 'entry') return
  const { name, expiresAt, note: remark, account } = draft
  await finish(store, desk, text().credentials.said.saved(name), () =>
    dialog.credential === null
      ? desk.api.credentials.add({ name, expiresAt, note: remark })
      : desk.api.credentials.change({
          id: dialog.credential.id,
          name,
          note: remark,
          ...(dialog.credential.kind === 'manual' && { expiresAt }),
          ...(dialog.credential.kind === 'push-certificate' && { account }),
        }),
  )
}

export async function saveContacts(
  store: CredentialsStore,
  desk: Desk,
  contacts: { readonly owner: TokenContact | null; readonly deputy: TokenContact | null },
): Promise<void> {
  const { dialog } = store.getState()
  if (dialog?.kind !== 'contacts') return
  const { id, name } = dialog.credential
  await finish(store, desk, text().credentials.said.saved(name), () =>
    desk.api.credentials.setContacts({ id, ...contacts }),
  )
}

export async function removeCredential(store: CredentialsStore, desk: Desk): Promise<void> {
  const { dialog } = store.getState()
  if (dialog?.kind !== 'remove') return
  const { id, name } = dialog.credential
  await finish(store, desk, text().credentials.said.removed(name), () => desk.api.credentials.remove({ id }))
}

export async function requestCertificate(
  store: CredentialsStore,
  desk: Desk,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<void> {
  await finish(store, desk, text().credentials.said.requested, () => desk.api.credentials.createCsr({ name, email }))
}

export async function discardRequest(store: CredentialsStore, desk: Desk): Promise<void> {
  const { dialog } = store.getState()
  if (dialog?.kind !== 'discard') return
  const { id } = dialog.request
  await finish(store, desk, text().credentials.said.discarded, () => desk.api.credentials.discardRequest({ id }))
}

/** Does what a dialog asks for: it closes when that is done and stays with the reason when it is not. */
async function finish(
  store: CredentialsStore,
  desk: Desk,
  done: string,
  ask: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: Failure }>,
): Promise<void> {
  const { dialog, work } = store.getState()
  if (work.status === 'loading') return
  store.setState({ work: LOADING })
  const result = await ask()
  const isStillOpen = store.getState().dialog === dialog
  if (!result.ok) {
    if (isStillOpen) store.setState({ work: { status: 'failed', error: result.error } })
    return
  }
  if (isStillOpen) closeDialog(store)
  toast(desk.feedback, done)
  await loadCredentials(store, desk)
}

function note(store: CredentialsStore, id: CredentialId, asking: Asking | null): void {
  store.setState((state) => {
    const next = new Map(state.asking)
    if (asking) next.set(id, asking)
    else next.delete(id)
    return { asking: next }
  })
}
