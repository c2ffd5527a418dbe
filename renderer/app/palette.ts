import { COMMAND_SECTIONS, type Command, type CommandSection } from '../lib/command.ts'

export type CommandGroup = { readonly section: CommandSection; readonly commands: readonly Command[] }

/** A tree may have thousands of groups; nobody reads further down than this. Places and actions are few, and all shown. */
const MAX_OF_MANY = 8

/**
 * What fits what was typed, by section and best first: every word must occur, and titles that begin with it come before
 * those that only hold it. Without a word places and actions are offered, which is how people learn what there is.
 */
export function matchCommands(commands: readonly Command[], query: string): readonly CommandGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const wanted = words.length === 0 ? commands.filter(isOffered) : commands
  return COMMAND_SECTIONS.map((section) => ({ section, commands: best(wanted, section, words) })).filter(
    (group) => group.commands.length > 0,
  )
}

function isOffered({ section }: Pick<Command, 'section'>): boolean {
  return section === 'places' || section === 'actions'
}

function best(commands: readonly Command[], section: CommandSection, words: readonly string[]): readonly Command[] {
  return commands
    .filter((command) => command.section === section)
    .map((command) => ({ command, rank: rankOf(command, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, isOffered({ section }) ? undefined : MAX_OF_MANY)
    .map(({ command }) => command)
}

/** 0 does not fit; 3 begins with it, 2 has a word that does, 1 holds it somewhere. */
function rankOf({ title, detail = '', keywords = '' }: Command, words: readonly string[]): number {
  const name = title.toLowerCase()
  const all = `${name} ${detail} ${keywords}`.toLowerCase()
  if (!words.every((word) => all.includes(word))) return 0
  const first = words[0]
  if (first === undefined || name.startsWith(first)) return 3
  return name.split(/[\s/]+/).some((part) => part.startsWith(first)) ? 2 : 1
}
