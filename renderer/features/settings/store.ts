import type { Doctor } from '../../../shared/contract/app.ts'
import type { NetworkInUse, Settings, TrustedCertificate } from '../../../shared/model/settings.ts'
import { IDLE, LOADING, type Remote } from '../../lib/remote.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

/** What is being changed, each with its own place for what went wrong. */
export type SettingsTask =
  'autoLock' | 'proxy' | 'certificates' | 'notices' | 'look' | 'test' | 'diagnostics' | 'demo' | 'folder'

export type About = {
  readonly version: string
  readonly dataDir: string
  readonly appleUrl: string
  readonly demo: boolean
  readonly runtime: Readonly<Record<string, string>>
}

export type SettingsState = {
  readonly settings: Remote<Settings>
  readonly certificates: Remote<readonly TrustedCertificate[]>
  readonly network: Remote<NetworkInUse>
  readonly about: Remote<About>
  /** The last check of the store: made on demand. */
  readonly doctor: Remote<Doctor>
  readonly tasks: Readonly<Partial<Record<SettingsTask, Remote<null>>>>
  readonly diagnosticsPath: string | null
}

export type SettingsStore = StoreApi<SettingsState>

export function createSettingsStore(): SettingsStore {
  return createStore<SettingsState>()(() => ({
    settings: LOADING,
    certificates: LOADING,
    network: LOADING,
    about: LOADING,
    doctor: IDLE,
    tasks: {},
    diagnosticsPath: null,
  }))
}
