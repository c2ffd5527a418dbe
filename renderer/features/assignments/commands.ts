import type { Command } from '../../lib/command.ts'
import type { Desk } from '../../lib/desk.ts'
import { text } from '../../lib/text.ts'
import { beginTask } from './actions.ts'
import type { AssignmentsStore, Chosen, TaskKind } from './store.ts'

const ICONS = { assign: 'file-text', unassign: 'circle-slash', retry: 'sync', release: 'leave' } as const

/** What the palette offers for the devices that are selected, or for the one that is open. Nothing without any. */
export function assignmentCommands(store: AssignmentsStore, desk: Desk, chosen: Chosen): readonly Command[] {
  if (chosen.count === 0) return []
  const words = text().assignments.actions
  const kinds: readonly TaskKind[] = ['assign', 'unassign', 'retry', 'release']
  return kinds.map((kind) => ({
    id: `assignment:${kind}`,
    section: 'actions',
    title: words[kind],
    detail: words.about(chosen.count),
    icon: ICONS[kind],
    run: () => void beginTask(store, desk, kind, chosen),
  }))
}
