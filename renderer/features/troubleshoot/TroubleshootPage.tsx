import type { Serial } from '../../../shared/model/ids.ts'
import type { Place } from '../../../shared/model/places.ts'
import type { Token } from '../../../shared/model/token.ts'
import { text } from '../../lib/text.ts'
import { Page } from '../../ui/Page.tsx'
import { SideTabs } from '../../ui/SideTabs.tsx'
import { DiagnosisPart, type DiagnosisStore } from '../diagnosis/index.ts'
import { NetcheckPart, type NetcheckStore } from '../netcheck/index.ts'
import { RehearsalPart, type RehearsalStore } from '../rehearsal/index.ts'
import { SECTION_ICONS, TROUBLESHOOT_SECTIONS, type TroubleshootSection } from './sections.ts'

export type TroubleshootPageProps = {
  readonly diagnosis: DiagnosisStore
  readonly netcheck: NetcheckStore
  readonly rehearsal: RehearsalStore
  readonly tokens: readonly Token[]
  readonly section: TroubleshootSection
  readonly onSection: (section: TroubleshootSection) => void
  readonly onShowPlace: (place: Place) => void
  readonly onShowDevice: (serial: string) => void
  readonly onChooseDevices: (serials: readonly Serial[]) => void
}

/** From a problem to its cause: by a tree of questions, by the network, by playing the device. */
export function TroubleshootPage({ section, onSection, ...props }: TroubleshootPageProps) {
  const words = text().troubleshoot
  const tabs = TROUBLESHOOT_SECTIONS.map((value) => ({
    value,
    title: words.sections[value],
    icon: SECTION_ICONS[value],
  }))
  return (
    <Page title={words.title} variant="full">
      <SideTabs label={words.parts} tabs={tabs} value={section} onChange={onSection}>
        {section === 'diagnosis' && (
          <DiagnosisPart
            store={props.diagnosis}
            tokens={props.tokens}
            onShowPlace={props.onShowPlace}
            onShowDevice={props.onShowDevice}
            onChooseDevices={props.onChooseDevices}
          />
        )}
        {section === 'network' && <NetcheckPart store={props.netcheck} />}
        {section === 'rehearsal' && <RehearsalPart store={props.rehearsal} />}
      </SideTabs>
    </Page>
  )
}
