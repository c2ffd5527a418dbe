import type { GroupChange } from '../../../shared/contract/groups.ts'
import type { Desk } from '../../lib/desk.ts'
import { announce, toast } from '../../lib/feedback.ts'
import { fromResult, LOADING } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { loadGroups, union } from './actions.ts'
import { changeWords, undoneText } from './change-words.ts'
import { parentOf, rebase } from './paths.ts'
import type { Asking, GroupsState, GroupsStore } from './store.ts'

export function ask(store: GroupsStore, asking: Asking): void {
  store.setState({ asking })
}

export function stopAsking(store: GroupsStore): void {
  store.setState({ asking: null })
}

/** Every change begins here: what it would do is shown, nothing is done. */
export async function previewChange(store: GroupsStore, desk: Desk, change: GroupChange): Promise<void> {
  store.setState({
    asking: null,
    undoError: null,
    pending: { change, preview: LOADING, isApplying: false, error: null },
  })
  const preview = fromResult(await desk.api.groups.preview({ change }))
  if (store.getState().pending?.change !== change) return
  store.setState({ pending: { change, preview, isApplying: false, error: null } })
  if (preview.status === 'ready') announce(desk.feedback, text().groups.preview.ready(preview.value.deviceCount))
}

export function cancelChange(store: GroupsStore): void {
  store.setState({ pending: null })
}

/** Makes the change that is shown. A failure stays in the dialog, with the change. */
export async function applyChange(store: GroupsStore, desk: Desk): Promise<void> {
  const { pending } = store.getState()
  if (pending === null || pending.isApplying) return
  store.setState({ pending: { ...pending, isApplying: true, error: null } })
  const { loaded } = store.getState()
  const done = loaded.status === 'ready' ? changeWords(pending.change, loaded.value.index).done : ''
  const result = await desk.api.groups.apply({ change: pending.change })
  if (!result.ok) return store.setState({ pending: { ...pending, isApplying: false, error: result.error } })
  store.setState((state) => ({ ...afterChange(state, pending.change, result.value.group), pending: null }))
  await loadGroups(store, desk)
  const undo = { label: text().groups.undo.button, onPress: () => void undoChange(store, desk) }
  toast(desk.feedback, done, result.value.undo ? undo : null)
}

/** Takes the last change back; does nothing where there is none. */
export async function undoChange(store: GroupsStore, desk: Desk): Promise<void> {
  const { loaded, isUndoing } = store.getState()
  if (isUndoing || loaded.status !== 'ready' || loaded.value.tree.undo === null) return
  store.setState({ isUndoing: true, undoError: null })
  const result = await desk.api.groups.undo({})
  store.setState({ isUndoing: false, undoError: result.ok ? null : result.error })
  if (result.ok) toast(desk.feedback, undoneText(result.value))
  await loadGroups(store, desk)
}

export function dismissUndoError(store: GroupsStore): void {
  store.setState({ undoError: null })
}

/** What is chosen and open once a change was made: the changed group, wherever it is now. */
function afterChange(state: GroupsState, change: GroupChange, group: string): GroupsState {
  switch (change.kind) {
    case 'add':
      return { ...state, chosen: group, expanded: union(state.expanded, [change.parent]), search: '' }
    case 'move':
    case 'rename': {
      const expanded = new Set([...state.expanded].map((path) => rebase(path, change.group, group)))
      const chosen = state.chosen === null ? group : rebase(state.chosen, change.group, group)
      return { ...state, chosen, expanded: union(expanded, change.kind === 'move' ? [change.to] : []) }
    }
    case 'remove':
      return { ...state, chosen: parentOf(change.group) }
    case 'import':
      return { ...state, importing: null }
    default:
      return state
  }
}
