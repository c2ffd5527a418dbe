import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { DEFAULT_SETTINGS } from '../../../shared/model/settings.ts'

export function fakeSettingsHandlers(): CoreHandlers['settings'] {
  return { read: () => DEFAULT_SETTINGS, change: () => DEFAULT_SETTINGS }
}
