import type { Command } from '../../lib/command.ts'
import { text } from '../../lib/text.ts'
import { SECTION_ICONS, SECTIONS, type Section } from './sections.ts'

/** Every section, for the command palette. */
export function settingsCommands(show: (section: Section) => void): readonly Command[] {
  const words = text().settings
  return SECTIONS.map((section) => ({
    id: `settings.${section}`,
    section: 'actions' as const,
    title: words.commands.open(words.sections[section]),
    icon: SECTION_ICONS[section],
    keywords: words.commands.keywords,
    run: () => show(section),
  }))
}
