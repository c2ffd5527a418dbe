import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'

/** Schedules belong to groups and tokens; here stands where, and what holds without any. */
export function SchedulesSection({ onShow }: { readonly onShow: (place: 'groups' | 'sync') => void }) {
  const words = text().settings.schedules
  return (
    <SettingGroup title={words.title} description={words.text}>
      <SettingGroup.Row title={words.usual} />
      <SettingGroup.Row
        title={words.groups}
        description={words.groupsDetail}
        control={<Button onPress={() => onShow('groups')}>{words.open}</Button>}
      />
      <SettingGroup.Row
        title={words.token}
        description={words.tokenDetail}
        control={<Button onPress={() => onShow('sync')}>{words.open}</Button>}
      />
    </SettingGroup>
  )
}
