import type { Desk } from '../lib/desk.ts'
import { createStore, type StoreApi } from '../lib/store.ts'

export type ShellState = {
  readonly shell: 'electron' | 'browser' | null
  readonly platform: 'darwin' | 'win32' | 'linux' | null
  readonly version: string
  /** Apple is the built-in simulator, not Apple. */
  readonly isDemo: boolean
}

export type ShellStore = StoreApi<ShellState>

export function createShellStore(): ShellStore {
  return createStore<ShellState>()(() => ({ shell: null, platform: null, version: '', isDemo: false }))
}

export async function loadShell(store: ShellStore, { api }: Desk): Promise<void> {
  const [info, about] = await Promise.all([api.shell.info({}), api.app.about({})])
  if (info.ok) store.setState({ shell: info.value.shell, platform: info.value.platform })
  if (about.ok) store.setState({ version: about.value.version, isDemo: about.value.demo })
}
