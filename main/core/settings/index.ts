import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../../shared/model/settings.ts'
import type { CorePorts } from '../ports.ts'

export type SettingsService = ReturnType<typeof createSettingsService>

/** Stand-in until the owner of this folder has filled it. */
export function createSettingsService(_ports: Pick<CorePorts, 'db'>) {
  const handlers: CoreHandlers['settings'] = {
    read: () => DEFAULT_SETTINGS,
    change: () => DEFAULT_SETTINGS,
  }
  return {
    handlers,
    current: (): Settings => DEFAULT_SETTINGS,
    onChanged: (_listener: (settings: Settings) => void): void => {},
  }
}
