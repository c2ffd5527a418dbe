import type { VaultStatus } from '../../../shared/model/vault.ts'
import type { Result } from '../../../shared/result.ts'
import type { Failure } from '../../lib/api.ts'
import type { Desk } from '../../lib/desk.ts'
import { toast } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import type { VaultStore } from './store.ts'

export async function loadVault(store: VaultStore, { api }: Desk): Promise<void> {
  const [status, sealing] = await Promise.all([api.vault.status({}), api.vault.sealing({})])
  store.setState({ status: fromResult(status), sealing: fromResult(sealing) })
}

export function receiveVault(store: VaultStore, status: VaultStatus): void {
  store.setState({
    status: { status: 'ready', value: status },
    // A code does not stay on a screen that was left.
    ...(status.state === 'unlocked' ? {} : { code: null }),
  })
}

/** Without a passphrase the operating system seals the vault. */
export function createVault(store: VaultStore, { api }: Desk, passphrase?: string): Promise<boolean> {
  return attempt(store, api.vault.create(passphrase === undefined ? {} : { passphrase }))
}

/** Exactly one key, or none for the operating system's. */
export type VaultKey = { readonly passphrase?: string; readonly recoveryCode?: string }

export function unlockVault(store: VaultStore, { api }: Desk, key: VaultKey): Promise<boolean> {
  return attempt(store, api.vault.unlock(key))
}

export async function lockVault(store: VaultStore, { api, feedback }: Desk): Promise<void> {
  await attempt(store, api.vault.lock({}))
  toast(feedback, text().vault.locked)
}

/** Another way in is tried: what was wrong with the last one is no longer of interest. */
export function forgetAttempt(store: VaultStore): void {
  store.setState({ attempt: IDLE })
}

async function attempt(store: VaultStore, call: Promise<Result<VaultStatus, Failure>>): Promise<boolean> {
  store.setState({ attempt: LOADING })
  const result = await call
  if (result.ok) store.setState({ status: { status: 'ready', value: result.value }, attempt: IDLE })
  else store.setState({ attempt: { status: 'failed', error: result.error } })
  return result.ok
}
