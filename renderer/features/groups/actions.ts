import type { Desk } from '../../lib/desk.ts'
import { announce } from '../../lib/feedback.ts'
import { fromResult, IDLE, LOADING, startLoading } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { ancestorsOf } from './paths.ts'
import { loadRules } from './rule-actions.ts'
import type { GroupsState, GroupsStore } from './store.ts'
import { indexTree, nearestGroup } from './tree-index.ts'
import { viewTree } from './tree-rows.ts'

/** Reads the tree and the chosen group; what is on screen stays until both are there. */
export async function loadGroups(store: GroupsStore, desk: Desk): Promise<void> {
  store.setState(({ loaded }) => ({ loaded: startLoading(loaded) }))
  const result = await desk.api.groups.tree({})
  if (!result.ok) return store.setState({ loaded: fromResult(result) })
  const index = indexTree(result.value)
  store.setState((state) => {
    const isFirst = state.loaded.status !== 'ready'
    const chosen = nearestGroup(index, state.chosen)
    return withView({
      ...state,
      loaded: { status: 'ready', value: { tree: result.value, index } },
      chosen,
      details: chosen === state.chosen ? state.details : IDLE,
      expanded: isFirst ? new Set([...index.roots, ...openTo(state), ...state.expanded]) : state.expanded,
    })
  })
  await Promise.all([loadDetails(store, desk), loadRules(store, desk)])
}

/** A group named by the address before the tree was there. */
const openTo = ({ chosen }: GroupsState) => (chosen === null ? [] : ancestorsOf(chosen))

/** Shows a group on the right, and opens the tree down to it. */
export async function chooseGroup(store: GroupsStore, desk: Desk, group: string): Promise<void> {
  if (store.getState().chosen === group && store.getState().details.status !== 'idle') return
  store.setState((state) =>
    withView({
      ...state,
      chosen: group,
      details: LOADING,
      ruleError: null,
      importing: null,
      expanded: union(state.expanded, ancestorsOf(group)),
    }),
  )
  if (store.getState().loaded.status === 'ready') await loadDetails(store, desk)
}

async function loadDetails(store: GroupsStore, desk: Desk): Promise<void> {
  const { chosen } = store.getState()
  if (chosen === null) return
  store.setState(({ details }) => ({ details: startLoading(details) }))
  const result = await desk.api.groups.show({ group: chosen })
  // Another group may have been chosen meanwhile; its own answer is on the way.
  if (store.getState().chosen === chosen) store.setState({ details: fromResult(result) })
}

export function setExpanded(store: GroupsStore, expanded: ReadonlySet<string>): void {
  // While a search is on, the tree is open where the hits are; what a person had opened comes back afterwards.
  if (store.getState().search.trim() !== '') return
  store.setState((state) => withView({ ...state, expanded }))
}

export function expandAll(store: GroupsStore): void {
  const { loaded } = store.getState()
  if (loaded.status !== 'ready') return
  const parents = [...loaded.value.index.byPath.values()].filter((group) => group.children.length > 0)
  store.setState((state) => withView({ ...state, expanded: new Set(parents.map((group) => group.path)) }))
}

export function collapseAll(store: GroupsStore): void {
  store.setState((state) =>
    withView({ ...state, expanded: new Set(state.loaded.status === 'ready' ? state.loaded.value.index.roots : []) }),
  )
}

export function searchGroups(store: GroupsStore, { feedback }: Desk, search: string): void {
  store.setState((state) => withView({ ...state, search }))
  const hits = store.getState().view?.hits
  if (hits !== null && hits !== undefined) announce(feedback, text().groups.tree.hits(hits))
}

/** The state with the rows that belong to it. */
export function withView(state: GroupsState): GroupsState {
  if (state.loaded.status !== 'ready') return state
  return { ...state, view: viewTree(state.loaded.value.index, state, state.view ?? undefined) }
}

export function union(set: ReadonlySet<string>, more: readonly string[]): ReadonlySet<string> {
  return more.every((item) => set.has(item)) ? set : new Set([...set, ...more])
}
