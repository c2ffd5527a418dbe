import { useEffect } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { SideTabs } from '../../ui/SideTabs.tsx'
import type { VaultStore } from '../vault/index.ts'
import { loadSettings } from './actions.ts'
import { SectionView } from './SectionView.tsx'
import { SECTION_ICONS, SECTIONS, type Section } from './sections.ts'
import type { SettingsStore } from './store.ts'

export type SettingsPageProps = {
  readonly store: SettingsStore
  readonly vault: VaultStore
  readonly section: Section
  readonly onSection: (section: Section) => void
  readonly onShow: (place: 'groups' | 'sync') => void
}

/** Everything that is chosen for this computer: sections at the side, one of them in the middle. */
export function SettingsPage({ store, vault, section, onSection, onShow }: SettingsPageProps) {
  const desk = useDesk()
  const { settings } = useStore(store)
  const words = text().settings
  useEffect(() => void loadSettings(store, desk), [store, desk])
  const tabs = SECTIONS.map((value) => ({ value, title: words.sections[value], icon: SECTION_ICONS[value] }))
  return (
    <Page title={text().frame.places.settings} variant="full">
      <SideTabs label={words.label} tabs={tabs} value={section} onChange={onSection}>
        {settings.status === 'failed' && (
          <FailureNotice error={settings.error}>
            <Button onPress={() => void loadSettings(store, desk)}>{text().common.retry}</Button>
          </FailureNotice>
        )}
        {settings.status === 'ready' && (
          <SectionView section={section} store={store} vault={vault} settings={settings.value} onShow={onShow} />
        )}
      </SideTabs>
    </Page>
  )
}
