import type { IconName } from '../../ui/Icon.tsx'

export const SECTIONS = [
  'vault',
  'network',
  'notices',
  'schedules',
  'language',
  'appearance',
  'data',
  'diagnostics',
  'about',
] as const
export type Section = (typeof SECTIONS)[number]

export const SECTION_ICONS: Readonly<Record<Section, IconName>> = {
  vault: 'lock',
  network: 'globe',
  notices: 'bell',
  schedules: 'clock',
  language: 'file-text',
  appearance: 'columns',
  data: 'folder',
  diagnostics: 'file-key',
  about: 'info',
}

/** `section=network` in the address; anything unknown is the first. */
export function sectionFromQuery(query: string): Section {
  const named = new URLSearchParams(query).get('section')
  return SECTIONS.find((section) => section === named) ?? 'vault'
}

export function sectionToQuery(section: Section): string {
  return `section=${section}`
}
