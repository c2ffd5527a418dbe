import type { VaultStatus } from '../../../shared/model/vault.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
import { formatDate } from '../../lib/format.ts'
import { followTask } from '../../lib/tasks.ts'
import { text } from '../../lib/text.ts'
import type { VaultKey } from './actions.ts'
import type { VaultStore } from './store.ts'

function keep(store: VaultStore, status: VaultStatus): void {
  store.setState({ status: { status: 'ready', value: status } })
}

export type PassphraseChange = VaultKey & { readonly newPassphrase: string }

/** True when it was changed. The proof is left out for a first passphrase. */
export async function changePassphrase(store: VaultStore, desk: Desk, change: PassphraseChange): Promise<boolean> {
  const done = await followTask(store, 'passphrase', desk.api.vault.changePassphrase(change))
  if (!done) return false
  keep(store, done.value)
  toast(desk.feedback, text().vault.change.done)
  return true
}

export async function makeCode(store: VaultStore, desk: Desk): Promise<void> {
  const done = await followTask(store, 'code', desk.api.vault.addRecoveryCode({}))
  if (!done) return
  keep(store, done.value.status)
  store.setState({ code: done.value.recoveryCode })
}

/** The code leaves the page: it was confirmed, or the person has given up, which is said. */
export function forgetCode(store: VaultStore, desk: Desk, { isConfirmed }: { readonly isConfirmed: boolean }): void {
  if (store.getState().code === null) return
  store.setState({ code: null })
  toast(desk.feedback, isConfirmed ? text().vault.code.done : text().vault.code.unconfirmed)
}

/** The path of the saved text, or null when the person changed their mind or it failed. */
export async function saveCode(store: VaultStore, desk: Desk, code: string): Promise<string | null> {
  const words = text().vault.code
  const chosen = await desk.api.shell.chooseSavePath({ suggestedName: words.fileName, title: words.saveTitle })
  if (!chosen.ok || chosen.value === null) return null
  const saved = desk.api.shell.saveText({ path: chosen.value, text: words.fileText(code, formatDate(Date.now())) })
  return (await followTask(store, 'code', saved)) ? chosen.value : null
}

export async function sealWithSystem(store: VaultStore, desk: Desk, enabled: boolean): Promise<void> {
  const done = await followTask(store, 'system', desk.api.vault.sealWithSystem({ enabled }))
  if (done) keep(store, done.value)
}

/** True when the file is there. A person who closes the dialog stays in the form. */
export async function backUp(store: VaultStore, desk: Desk, backupPassphrase: string): Promise<boolean> {
  const words = text().vault.backup
  const suggestedName = words.fileName(new Date().toISOString().slice(0, 10))
  const chosen = await desk.api.shell.chooseSavePath({ suggestedName, title: words.saveTitle })
  if (!chosen.ok || chosen.value === null) return false
  const path = chosen.value
  const done = await followTask(store, 'backup', desk.api.vault.backup({ path, backupPassphrase }))
  if (!done) return false
  store.setState({ backupPath: path })
  announce(desk.feedback, words.done)
  return true
}

export function revealBackup(store: VaultStore, { api }: Desk): void {
  const path = store.getState().backupPath
  if (path !== null) void api.shell.revealFile({ path })
}

export type RestoreRequest = {
  readonly file: Uint8Array
  readonly backupPassphrase: string
  /** For the vault that is made with it; without one the operating system seals it. */
  readonly passphrase?: string
}

/** True when it came in. */
export async function restore(store: VaultStore, desk: Desk, request: RestoreRequest): Promise<boolean> {
  const done = await followTask(store, 'restore', desk.api.vault.restore(request))
  if (done) store.setState({ status: { status: 'ready', value: done.value }, restored: done.value })
  return done !== undefined
}

export function closeSummary(store: VaultStore): void {
  store.setState({ restored: null })
}

/** The window is taken over by the demo, or given back. */
export async function openDemo(store: VaultStore, desk: Desk): Promise<void> {
  await followTask(store, 'demo', desk.api.shell.openDemo({}))
}
