import { useDesk } from '../../lib/desk.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ActionMenu, type MenuAction } from '../../ui/Menu.tsx'
import type { Serial } from '../../../shared/model/ids.ts'
import { beginTask } from './actions.ts'
import { beginLock, showCodes } from './lock-actions.ts'
import type { AssignmentsStore, Chosen, TaskKind } from './store.ts'

export type AssignmentButtonProps = {
  readonly store: AssignmentsStore
  /** Looked at when a button is pressed. */
  readonly chosen: () => Chosen
}

export function AssignButton({ store, chosen }: AssignmentButtonProps) {
  const desk = useDesk()
  return (
    <Button icon="file-text" onPress={() => void beginTask(store, desk, 'assign', chosen())}>
      {text().assignments.actions.assign}
    </Button>
  )
}

export type AssignmentMenuProps = AssignmentButtonProps & {
  /** The device, where it is one alone. */
  readonly serial?: Serial
  /** What else can be done with them, before what is lost. */
  readonly more?: readonly MenuAction[]
}

/** What else can be done with devices, behind the dots. */
export function AssignmentMenu({ store, chosen, serial, more }: AssignmentMenuProps) {
  const desk = useDesk()
  const words = text().assignments.actions
  const begin = (kind: TaskKind) => () => void beginTask(store, desk, kind, chosen())
  const ofOne: readonly MenuAction[] =
    serial === undefined
      ? []
      : [
          { id: 'lock', text: words.lock, icon: 'lock', onAction: () => beginLock(store, serial) },
          { id: 'code', text: words.bypassCode, icon: 'key', onAction: () => void showCodes(store, desk, serial) },
        ]
  return (
    <ActionMenu
      label={words.menu}
      actions={[
        ...(more ?? []),
        { id: 'unassign', text: words.unassign, icon: 'circle-slash', onAction: begin('unassign') },
        { id: 'retry', text: words.retry, icon: 'sync', onAction: begin('retry') },
        ...ofOne,
        { id: 'release', text: words.release, icon: 'leave', variant: 'danger', onAction: begin('release') },
      ]}
    />
  )
}
