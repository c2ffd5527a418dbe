import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ask } from './change-actions.ts'
import { startImport } from './import-actions.ts'
import type { GroupsStore } from './store.ts'

/** A tree that is only its root: says what groups are for and how to begin. */
export function EmptyTree({ store }: { readonly store: GroupsStore }) {
  const chosen = useStore(store, (state) => state.chosen)
  const { empty, add, importTree } = text().groups
  return (
    <Notice
      tone="info"
      title={empty.title}
      actions={
        <>
          <Button icon="plus" onPress={() => chosen !== null && ask(store, { kind: 'add', group: chosen })}>
            {add}
          </Button>
          <Button icon="upload" onPress={() => startImport(store)}>
            {importTree}
          </Button>
        </>
      }
    >
      <p>{empty.text}</p>
    </Notice>
  )
}
