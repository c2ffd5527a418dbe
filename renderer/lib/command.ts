import type { IconName } from '../ui/Icon.tsx'

export const COMMAND_SECTIONS = ['places', 'actions', 'tokens', 'profiles', 'groups', 'devices'] as const
export type CommandSection = (typeof COMMAND_SECTIONS)[number]

/** Something the command palette can reach. Features export lists of these, made from what they know right now. */
export type Command = {
  /** Unique among all commands of one moment. */
  readonly id: string
  readonly section: CommandSection
  readonly title: string
  readonly icon: IconName
  /** Said beside the title; searched too. */
  readonly detail?: string
  /** Other words people may look for. */
  readonly keywords?: string
  readonly run: () => void
}
