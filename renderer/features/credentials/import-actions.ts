import { MAX_CREDENTIAL_FILE_BYTES } from '../../../shared/contract/credentials.ts'
import type { Credential } from '../../../shared/model/credential.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { toast } from '../../lib/feedback.ts'
import { IDLE, LOADING, valueOr } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { closeDialog, loadCredentials, openDialog } from './actions.ts'
import type { CredentialsStore, ImportDialog, ImportKind, PickedFile } from './store.ts'

export function openImport(store: CredentialsStore, renews: Credential | null = null): void {
  const what: ImportKind = renews?.kind === 'push-certificate' ? 'push-certificate' : 'stoken'
  openDialog(store, { kind: 'import', what, renews, file: null, key: null })
}

export function chooseKind(store: CredentialsStore, what: ImportKind): void {
  change(store, { what, file: null, key: null })
}

type Readable = Pick<File, 'name' | 'size' | 'arrayBuffer'>

/** A content token is asked about at once; a push certificate may need a key and a passphrase first. */
export async function takeFile(store: CredentialsStore, desk: Desk, file: Readable): Promise<void> {
  const picked = await read(store, file)
  if (!picked) return
  change(store, { file: picked })
  if (importing(store)?.what === 'stoken') await importStoken(store, desk, picked)
}

export async function takeKey(store: CredentialsStore, file: Readable): Promise<void> {
  const key = await read(store, file)
  if (key) change(store, { key })
}

async function importStoken(store: CredentialsStore, desk: Desk, { name, bytes }: PickedFile): Promise<void> {
  store.setState({ work: LOADING })
  const result = await desk.api.credentials.importStoken({ fileName: name, bytes })
  if (!result.ok) return fail(store, result.error)
  await finish(store, desk, result.value)
}

/** How a certificate of another topic is meant. */
export type TopicChoice = { readonly asNew: true } | { readonly sentence: string }

export type PushDraft = { readonly passphrase: string; readonly account: string; readonly topic?: TopicChoice }

export async function importPush(store: CredentialsStore, desk: Desk, draft: PushDraft): Promise<void> {
  const dialog = importing(store)
  const { work } = store.getState()
  if (!dialog?.file || work.status === 'loading') return
  const { passphrase, account, topic } = draft
  const replaced = topic && 'sentence' in topic ? replacedBy(store, dialog) : null
  store.setState({ work: LOADING })
  const result = await desk.api.credentials.importPushCertificate({
    fileName: dialog.file.name,
    bytes: dialog.file.bytes,
    ...(dialog.key && { key: dialog.key.bytes }),
    ...(passphrase !== '' && { passphrase }),
    ...(account.trim() !== '' && { account }),
    ...(topic && 'asNew' in topic && { asNew: true }),
    ...(topic && 'sentence' in topic && replaced && { renews: replaced.id, confirm: topic.sentence }),
  })
  if (!result.ok) return fail(store, result.error)
  await finish(store, desk, result.value)
}

/** The certificate whose topic would change: the one that is renewed, or else the one the failure names. */
export function replacedBy(store: CredentialsStore, { renews }: Pick<ImportDialog, 'renews'>): Credential | null {
  const { work, list } = store.getState()
  if (renews) return renews
  const named = work.status === 'failed' ? work.error.facts?.['credential'] : undefined
  const known = valueOr(list, null)?.credentials ?? []
  return known.find(({ kind, name }) => kind === 'push-certificate' && name === named) ?? null
}

async function finish(
  store: CredentialsStore,
  desk: Desk,
  { credential, renewed }: { readonly credential: Credential; readonly renewed: boolean },
): Promise<void> {
  closeDialog(store)
  const { said } = text().credentials
  toast(desk.feedback, (renewed ? said.renewed : said.imported)(credential.name))
  await loadCredentials(store, desk)
}

async function read(store: CredentialsStore, file: Readable): Promise<PickedFile | null> {
  store.setState({ work: IDLE })
  try {
    if (file.size > MAX_CREDENTIAL_FILE_BYTES) throw new Error('larger than any such file')
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  } catch (error) {
    // A folder, something far too large, or a file that vanished between the drop and the reading.
    fail(store, { code: 'file.unreadable', message: error instanceof Error ? error.message : file.name, ref: '' })
    return null
  }
}

function importing(store: CredentialsStore): ImportDialog | null {
  const { dialog } = store.getState()
  return dialog?.kind === 'import' ? dialog : null
}

function fail(store: CredentialsStore, error: Failure): void {
  if (importing(store)) store.setState({ work: { status: 'failed', error } })
}

function change(store: CredentialsStore, part: Partial<ImportDialog>): void {
  const dialog = importing(store)
  if (dialog) store.setState({ dialog: { ...dialog, ...part }, work: IDLE })
}
