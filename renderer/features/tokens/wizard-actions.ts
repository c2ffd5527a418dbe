import { MAX_TOKEN_FILE_BYTES } from '../../../shared/contract/tokens.ts'
import type { KeyPair, Token } from '../../../shared/model/token.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
import { text } from '../../lib/text.ts'
import { IDLE, LOADING, valueOr } from '../../lib/remote.ts'
import { loadTokens } from './actions.ts'
import type { TokensStore } from './store.ts'
import { certificateFileName, continueWith, goTo, startConnecting, startRenewing } from './wizard.ts'
import type { PickedFile, Wizard, WizardStep } from './wizard.ts'

export function openConnect(store: TokensStore): void {
  store.setState({ wizard: startConnecting() })
}

export function openRenew(store: TokensStore, token: Token): void {
  store.setState(({ stagedKeys }) => ({ wizard: startRenewing(token, stagedKeys) }))
}

export function openStaged(store: TokensStore, key: KeyPair): void {
  store.setState(({ tokens }) => ({ wizard: continueWith(key, valueOr(tokens, [])) }))
}

/** The key pair stays; the wizard can be continued from the list. */
export function closeWizard(store: TokensStore): void {
  store.setState({ wizard: null })
}

export function showStep(store: TokensStore, step: WizardStep): void {
  change(store, (wizard) => goTo(wizard, step))
}

/** The tree may be moved at any time; a wizard that opens reads it anew. */
export async function loadGroupPaths(store: TokensStore, { api }: Desk): Promise<void> {
  const tree = await api.groups.tree({})
  if (tree.ok) store.setState({ groupPaths: tree.value.groups.map(({ path }) => path) })
}

export type NewToken = { readonly name: string; readonly group: string | null }

export async function makeKeyPair(store: TokensStore, desk: Desk, { name, group: chosen }: NewToken): Promise<void> {
  const path = store.getState().wizard?.renews?.group ?? chosen
  const group = path === null ? {} : { group: path }
  change(store, (current) => ({ ...current, work: LOADING }))
  const result = await desk.api.tokens.createKey({ name, ...group })
  if (!result.ok) return fail(store, result.error)
  change(store, (current) => goTo({ ...current, key: result.value }, 'certificate'))
  announce(desk.feedback, text().tokens.said.keyMade)
  await loadTokens(store, desk)
}

export async function saveCertificate(store: TokensStore, { api, feedback }: Desk): Promise<void> {
  const key = store.getState().wizard?.key
  if (!key) return
  const chosen = await api.shell.chooseSavePath({
    suggestedName: certificateFileName(key.name),
    title: text().tokens.wizard.certificate.save,
  })
  if (!chosen.ok) return fail(store, chosen.error)
  const path = chosen.value
  if (path === null) return
  const saved = await api.shell.saveText({ path, text: key.certificate })
  if (!saved.ok) return fail(store, saved.error)
  change(store, (wizard) => ({ ...wizard, savedTo: path, work: IDLE }))
  toast(feedback, text().tokens.said.certificateSaved)
}

/** Reads the dropped file here, within the bound, and hands its bytes over to be opened and proven. */
export async function takeTokenFile(
  store: TokensStore,
  desk: Desk,
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
): Promise<void> {
  change(store, (wizard) => ({ ...wizard, work: LOADING, file: null }))
  if (file.size > MAX_TOKEN_FILE_BYTES) return fail(store, pageFailure('token-file.too-large', file.name))
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    // A folder, or a file that vanished between the drop and the reading.
    return fail(store, pageFailure('file.unreadable', file.name))
  }
  change(store, (wizard) => ({ ...wizard, file: { name: file.name, bytes } }))
  await importPickedFile(store, desk)
}

export type ImportChoice = {
  readonly offline?: boolean
  readonly forceServer?: boolean
  /** Not as a new token: the one that has this server is renewed. */
  readonly renewsOther?: boolean
}

/** Imports the file that was picked; also the second try after a failure, with what the person decided. */
export async function importPickedFile(
  store: TokensStore,
  desk: Desk,
  { renewsOther = false, ...choice }: ImportChoice = {},
): Promise<void> {
  const { wizard } = store.getState()
  if (!wizard?.file) return
  change(store, (current) => ({ ...current, work: LOADING }))
  const result = await desk.api.tokens.importFile({ ...request(wizard, wizard.file, renewsOther), ...choice })
  if (!result.ok) return fail(store, result.error)
  const { token, renewed } = result.value
  change(store, (current) => goTo({ ...current, file: null, connected: { token, isRenewed: renewed } }, 'done'))
  announce(desk.feedback, (renewed ? text().tokens.said.renewed : text().tokens.said.connected)(token.name))
  await loadTokens(store, desk)
}

/** The name was given in the first step. Without one, a file of a server that is connected renews that token. */
function request({ renews, key }: Wizard, file: PickedFile, renewsOther: boolean) {
  const name = renewsOther ? undefined : (renews?.name ?? key?.name)
  return { fileName: file.name, bytes: file.bytes, ...(name === undefined ? {} : { name }) }
}

function change(store: TokensStore, update: (wizard: Wizard) => Wizard): void {
  store.setState(({ wizard }) => (wizard ? { wizard: update(wizard) } : {}))
}

function fail(store: TokensStore, error: Failure): void {
  change(store, (wizard) => ({ ...wizard, work: error.code === 'cancelled' ? IDLE : { status: 'failed', error } }))
}

function pageFailure(code: 'token-file.too-large' | 'file.unreadable', fileName: string): Failure {
  return { code, message: `the file is ${fileName}`, ref: '' }
}
