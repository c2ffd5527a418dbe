import type { Command } from '../lib/command.ts'
import { useStore } from '../lib/store.ts'
import { text } from '../lib/text.ts'
import { CommandPalette } from '../ui/CommandPalette.tsx'
import { deviceCommands } from './commands.ts'
import { matchCommands } from './palette.ts'
import { closePalette, typeQuery, type PaletteState } from './palette-store.ts'
import type { PageStores } from './page.ts'

export type PaletteProps = {
  readonly page: PageStores
  /** Asked for only while it is open: what can be done changes all the time. */
  readonly commands: () => readonly Command[]
}

/** Reaches every place, action, token, group and serial number from the keyboard. */
export function Palette({ page, commands }: PaletteProps) {
  const state = useStore(page.palette)
  const { isOpen, query } = state
  const words = text().frame.palette
  const all = isOpen ? [...commands(), ...deviceCommands(page, state)] : []
  const sections = matchCommands(all, query).map((group) => ({
    id: group.section,
    title: words.sections[group.section],
    items: group.commands.map(({ id, title, detail, icon, run }) => ({
      id,
      title,
      icon,
      onAction: run,
      ...(detail === undefined ? {} : { detail }),
    })),
  }))
  return (
    <CommandPalette
      title={words.title}
      placeholder={words.placeholder}
      resultsLabel={words.results}
      isOpen={isOpen}
      onClose={() => closePalette(page.palette)}
      query={query}
      onQuery={(typed) => void typeQuery(page.palette, page.desk, typed)}
      sections={sections}
      note={noteOf(state, sections.length === 0)}
    />
  )
}

function noteOf({ query, found }: PaletteState, isEmpty: boolean): string | undefined {
  const words = text().frame.palette
  if (found.status === 'loading') return words.searching
  if (found.status === 'failed') return words.failed
  return isEmpty && query.trim() !== '' ? words.none(query.trim()) : undefined
}
