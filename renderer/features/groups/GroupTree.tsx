import type { KeyboardEvent } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { IconButton } from '../../ui/Button.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { TreeView } from '../../ui/TreeView.tsx'
import * as actions from './actions.ts'
import { ask, previewChange } from './change-actions.ts'
import styles from './Groups.module.css'
import { GroupRow, rowName } from './GroupRow.tsx'
import { canMove } from './move-targets.ts'
import type { GroupsStore } from './store.ts'
import type { IndexedGroup } from './tree-index.ts'

/** The left side: search, and the tree to choose from and to move in. */
export function GroupTree({ store }: { readonly store: GroupsStore }) {
  const desk = useDesk()
  const search = useStore(store, (state) => state.search)
  const { tree: words } = text().groups
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return
    const kind = event.key === 'F2' ? 'rename' : event.key === 'Delete' ? 'remove' : null
    const group = store.getState().chosen
    if (kind === null || group === null || (kind === 'remove' && group === rootOf(store))) return
    event.preventDefault()
    if (kind === 'rename') ask(store, { kind, group })
    else void previewChange(store, desk, { kind, group })
  }
  return (
    <section className={styles.side} aria-label={words.label} onKeyDownCapture={press}>
      <div className={styles.tools}>
        <div className={styles.search}>
          <SearchField
            label={words.search}
            placeholder={words.searchHint}
            value={search}
            onSearch={(typed) => actions.searchGroups(store, desk, typed)}
          />
        </div>
        <IconButton label={words.expandAll} icon="expand" onPress={() => actions.expandAll(store)} />
        <IconButton label={words.collapseAll} icon="collapse" onPress={() => actions.collapseAll(store)} />
      </div>
      <Rows store={store} />
    </section>
  )
}

function Rows({ store }: { readonly store: GroupsStore }) {
  const desk = useDesk()
  const loaded = useStore(store, (state) => state.loaded)
  const view = useStore(store, (state) => state.view)
  const chosen = useStore(store, (state) => state.chosen)
  const { tree: words } = text().groups
  if (loaded.status !== 'ready' || view === null) return <p className={styles.quietLine}>{words.loading}</p>
  if (view.hits === 0) return <p className={styles.quietLine}>{words.noHits}</p>
  const { index } = loaded.value
  return (
    <TreeView
      label={words.label}
      nodes={view.nodes}
      expanded={view.open}
      onExpanded={(expanded) => actions.setExpanded(store, expanded)}
      chosen={chosen}
      onChoose={(group) => void actions.chooseGroup(store, desk, group)}
      renderRow={drawRow}
      nameOf={rowName}
      words={words}
      canDrop={(group, to) => canMove(index, group, to)}
      onDrop={(group, to) => void previewChange(store, desk, { kind: 'move', group, to })}
    />
  )
}

const drawRow = (group: IndexedGroup) => <GroupRow group={group} />

function rootOf(store: GroupsStore): string | null {
  const { loaded } = store.getState()
  return loaded.status === 'ready' ? (loaded.value.index.roots[0] ?? null) : null
}
