import { assertNever } from '../../../shared/errors.ts'
import type { Settings } from '../../../shared/model/settings.ts'
import { useDesk } from '../../lib/desk.ts'
import { VaultSection, type VaultStore } from '../vault/index.ts'
import { AboutSection } from './AboutSection.tsx'
import { changeSettings } from './actions.ts'
import { CertificatesGroup } from './CertificatesGroup.tsx'
import { DataSection } from './DataSection.tsx'
import { DiagnosticsSection } from './DiagnosticsSection.tsx'
import { AppearanceSection, LanguageSection } from './LookSections.tsx'
import { NoticesSection } from './NoticesSection.tsx'
import { ProxyGroup } from './ProxyGroup.tsx'
import { SchedulesSection } from './SchedulesSection.tsx'
import type { Section } from './sections.ts'
import type { SettingsStore } from './store.ts'
import { TaskFailure } from './TaskFailure.tsx'

export type SectionViewProps = {
  readonly section: Section
  readonly store: SettingsStore
  readonly vault: VaultStore
  readonly settings: Settings
  readonly onShow: (place: 'groups' | 'sync') => void
}

export function SectionView({ section, store, vault, settings, onShow }: SectionViewProps) {
  const desk = useDesk()
  switch (section) {
    case 'vault':
      return (
        <div>
          <VaultSection
            store={vault}
            autoLockMinutes={settings.autoLockMinutes}
            onAutoLock={(autoLockMinutes) => void changeSettings(store, desk, { autoLockMinutes }, 'autoLock')}
          />
          <TaskFailure store={store} task="autoLock" />
        </div>
      )
    case 'network':
      return (
        <div>
          <ProxyGroup store={store} settings={settings} />
          <CertificatesGroup store={store} />
        </div>
      )
    case 'notices':
      return <NoticesSection store={store} settings={settings} />
    case 'schedules':
      return <SchedulesSection onShow={onShow} />
    case 'language':
      return <LanguageSection store={store} settings={settings} />
    case 'appearance':
      return <AppearanceSection store={store} settings={settings} />
    case 'data':
      return <DataSection store={store} />
    case 'diagnostics':
      return <DiagnosticsSection store={store} />
    case 'about':
      return <AboutSection store={store} />
    default:
      return assertNever(section)
  }
}
