import { LANGUAGES, type Language } from '../../../shared/messages/languages.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import { useDesk } from '../../lib/desk.ts'
import { text } from '../../lib/text.ts'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { changeSettings } from './actions.ts'
import type { SettingsStore } from './store.ts'
import { TaskFailure } from './TaskFailure.tsx'

type LookProps = { readonly store: SettingsStore; readonly settings: Settings }

const SYSTEM = 'system'

export function LanguageSection({ store, settings }: LookProps) {
  const desk = useDesk()
  const words = text().settings.language
  // Languages by their own names: who reads only one of them finds it.
  const own = Object.entries(LANGUAGES).map(([value, name]) => ({ value: value as Language, text: name }))
  const choose = (value: Language | typeof SYSTEM) =>
    void changeSettings(store, desk, { language: value === SYSTEM ? null : value }, 'look')
  return (
    <SettingGroup title={words.title}>
      <SettingGroup.Select
        title={words.label}
        description={words.detail}
        options={[{ value: SYSTEM, text: words.system }, ...own]}
        value={settings.language ?? SYSTEM}
        onChange={choose}
      >
        <TaskFailure store={store} task="look" />
      </SettingGroup.Select>
    </SettingGroup>
  )
}

export function AppearanceSection({ store, settings }: LookProps) {
  const desk = useDesk()
  const words = text().settings.appearance
  return (
    <SettingGroup title={words.title}>
      <SettingGroup.Switch
        title={words.compact}
        description={words.compactDetail}
        isOn={settings.isCompact}
        onChange={(isCompact) => void changeSettings(store, desk, { isCompact }, 'look')}
      >
        <TaskFailure store={store} task="look" />
      </SettingGroup.Switch>
      <SettingGroup.Row title={words.theme} description={words.themeDetail} />
    </SettingGroup>
  )
}
