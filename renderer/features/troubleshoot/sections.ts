import type { IconName } from '../../ui/Icon.tsx'

export const TROUBLESHOOT_SECTIONS = ['diagnosis', 'network', 'rehearsal'] as const
export type TroubleshootSection = (typeof TROUBLESHOOT_SECTIONS)[number]

export const SECTION_ICONS: Readonly<Record<TroubleshootSection, IconName>> = {
  diagnosis: 'stethoscope',
  network: 'globe',
  rehearsal: 'laptop',
}

/** `section=network` in the address; anything unknown is the first. */
export function troubleshootSection(query: string): TroubleshootSection {
  const named = new URLSearchParams(query).get('section')
  return TROUBLESHOOT_SECTIONS.find((section) => section === named) ?? 'diagnosis'
}

export function troubleshootQuery(section: TroubleshootSection): string {
  return section === 'diagnosis' ? '' : `section=${section}`
}
