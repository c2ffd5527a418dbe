import type { Command } from '../../lib/command.ts'
import { text } from '../../lib/text.ts'
import { SECTION_ICONS, TROUBLESHOOT_SECTIONS, type TroubleshootSection } from './sections.ts'

/** A way to each part of the place. */
export function troubleshootCommands(show: (section: TroubleshootSection) => void): readonly Command[] {
  const words = text().troubleshoot
  return TROUBLESHOOT_SECTIONS.map((section) => ({
    id: `troubleshoot:${section}`,
    section: 'actions',
    title: words.sections[section],
    detail: words.title,
    icon: SECTION_ICONS[section],
    run: () => show(section),
  }))
}
