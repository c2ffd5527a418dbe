import { MAX_TOKEN_FILE_BYTES } from '../../../shared/contract/tokens.ts'
import type { KeyPair, Token } from '../../../shared/model/token.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
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

export async function makeKeyPair(store: TokensStore, desk: Desk, name: string): Promise<void> {
  const { wizard } = store.getState()
  const group = wizard?.renews ? { group: wizard.renews.group } : {}
  change(store, (current) => ({ ...current, work: LOADING }))
  const result = await desk.api.tokens.createKey({ name, ...group })
  if (!result.ok) return fail(store, result.error)
  change(store, (current) => goTo({ ...current, key: result.value }, 'certificate'))
  announce(desk.feedback, 'The key pair is made.')
  await loadTokens(store, desk)
}

export async function saveCertificate(store: TokensStore, { api, feedback }: Desk): Promise<void> {
  const key = store.getState().wizard?.key
  if (!key) return
  const chosen = await api.shell.chooseSavePath({
    suggestedName: certificateFileName(key.name),
    title: 'Save the certificate',
  })
  if (!chosen.ok) return fail(store, chosen.error)
  const path = chosen.value
  if (path === null) return
  const saved = await api.shell.saveText({ path, text: key.certificate })
  if (!saved.ok) return fail(store, saved.error)
  change(store, (wizard) => ({ ...wizard, savedTo: path, work: IDLE }))
  toast(feedback, 'The certificate is saved.')
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

export type ImportChoice = { readonly offline?: boolean; readonly forceServer?: boolean }

/** Imports the file that was picked; also the second try after a failure, with what the person decided. */
export async function importPickedFile(store: TokensStore, desk: Desk, choice: ImportChoice = {}): Promise<void> {
  const { wizard } = store.getState()
  if (!wizard?.file) return
  change(store, (current) => ({ ...current, work: LOADING }))
  const result = await desk.api.tokens.importFile({ ...request(wizard, wizard.file), ...choice })
  if (!result.ok) return fail(store, result.error)
  const { token, renewed } = result.value
  change(store, (current) => goTo({ ...current, file: null, connected: { token, isRenewed: renewed } }, 'done'))
  announce(desk.feedback, renewed ? `The token ${token.name} is renewed.` : `The token ${token.name} is connected.`)
  await loadTokens(store, desk)
}

/** The name was given in the first step; a file of a server that is connected already renews that token instead. */
function request({ renews, key }: Wizard, file: PickedFile) {
  const name = renews?.name ?? key?.name
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
