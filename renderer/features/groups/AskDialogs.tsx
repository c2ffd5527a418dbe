import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import type { GroupChange } from '../../../shared/contract/groups.ts'
import { AddDialog } from './AddDialog.tsx'
import { previewChange, stopAsking } from './change-actions.ts'
import { EditDialog } from './EditDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import type { GroupsStore } from './store.ts'
import type { IndexedGroup, TreeIndex } from './tree-index.ts'

/** What every question about a group is given. */
export type AskDialogProps = {
  readonly group: IndexedGroup
  readonly index: TreeIndex
  readonly onClose: () => void
  readonly onPreview: (change: GroupChange) => void
}

/** The question that is open, if one is. Its answer is a change, which is previewed. */
export function AskDialogs({ store }: { readonly store: GroupsStore }) {
  const desk = useDesk()
  const asking = useStore(store, (state) => state.asking)
  const loaded = useStore(store, (state) => state.loaded)
  if (asking === null || loaded.status !== 'ready') return null
  const { index } = loaded.value
  const group = index.byPath.get(asking.group)
  if (!group) return null
  const props: AskDialogProps = {
    group,
    index,
    onClose: () => stopAsking(store),
    onPreview: (change) => void previewChange(store, desk, change),
  }
  switch (asking.kind) {
    case 'add':
      return <AddDialog {...props} />
    case 'rename':
      return <RenameDialog {...props} />
    case 'edit':
      return <EditDialog {...props} />
    case 'move':
      return <MoveDialog {...props} />
  }
}
