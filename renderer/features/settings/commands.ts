import type { Command } from '../../lib/command.ts'
import type { Desk } from '../../lib/desk.ts'
import { text } from '../../lib/text.ts'
import { checkStore, saveDiagnostics, testNotice } from './actions.ts'
import { SECTION_ICONS, SECTIONS, type Section } from './sections.ts'
import type { SettingsStore } from './store.ts'

/** Every section, and what the sections do at a press, for the command palette. `show` leads to a section. */
export function settingsCommands(
  store: SettingsStore,
  desk: Desk,
  show: (section: Section) => void,
): readonly Command[] {
  const words = text().settings
  const sections = SECTIONS.map((section) => ({
    id: `settings.${section}`,
    section: 'actions' as const,
    title: words.commands.open(words.sections[section]),
    icon: SECTION_ICONS[section],
    keywords: `${words.commands.keywords} ${words.commands.sections[section]}`,
    run: () => show(section),
  }))
  // What comes of it is said in the section, so that is shown too.
  const act = (id: string, section: Section, title: string, run: () => Promise<void>): Command => ({
    id: `settings.${id}`,
    section: 'actions',
    title,
    detail: words.commands.open(words.sections[section]),
    icon: SECTION_ICONS[section],
    run: () => {
      show(section)
      void run()
    },
  })
  return [
    ...sections,
    act('save-diagnostics', 'diagnostics', words.diagnostics.save, () => saveDiagnostics(store, desk)),
    act('check-store', 'data', words.data.check, () => checkStore(store, desk)),
    act('test-notice', 'notices', words.notices.testButton, () => testNotice(store, desk)),
  ]
}
