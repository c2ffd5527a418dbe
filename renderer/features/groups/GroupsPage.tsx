import { useEffect } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import { loadGroups } from './actions.ts'
import { AskDialogs } from './AskDialogs.tsx'
import * as changes from './change-actions.ts'
import styles from './Groups.module.css'
import { GroupPanel, type NamedToken } from './GroupPanel.tsx'
import { GroupTree } from './GroupTree.tsx'
import { startImport } from './import-actions.ts'
import { ImportPanel } from './ImportPanel.tsx'
import { PreviewDialog } from './PreviewDialog.tsx'
import type { GroupsStore } from './store.ts'
import { useUndoKey } from './use-undo-key.ts'

export type GroupsPageProps = {
  readonly store: GroupsStore
  readonly tokens: readonly NamedToken[]
  /** Leads to the devices of a group and all groups below it. */
  readonly onShowDevices: (group: string) => void
}

export function GroupsPage({ store, tokens, onShowDevices }: GroupsPageProps) {
  const desk = useDesk()
  const loaded = useStore(store, (state) => state.loaded)
  const undoError = useStore(store, (state) => state.undoError)
  const isImporting = useStore(store, (state) => state.importing !== null)
  useUndoKey(store, desk)
  useEffect(() => void loadGroups(store, desk), [store, desk])
  const groupCount = loaded.status === 'ready' ? loaded.value.index.byPath.size : null
  const { groups, frame } = text()
  return (
    <Page
      title={frame.places.groups}
      variant="full"
      subtitle={groupCount === null ? '' : groups.count(groupCount)}
      actions={<Actions store={store} />}
    >
      {loaded.status === 'failed' && (
        <div className={styles.notice}>
          <FailureNotice error={loaded.error}>
            <Button onPress={() => void loadGroups(store, desk)}>{text().common.retry}</Button>
          </FailureNotice>
        </div>
      )}
      {undoError && (
        <div className={styles.notice}>
          <FailureNotice error={undoError} onDismiss={() => changes.dismissUndoError(store)} />
        </div>
      )}
      {loaded.status !== 'failed' && (
        <div className={styles.place}>
          <GroupTree store={store} />
          {isImporting ? (
            <ImportPanel store={store} />
          ) : (
            <GroupPanel store={store} tokens={tokens} onShowDevices={onShowDevices} />
          )}
        </div>
      )}
      <AskDialogs store={store} />
      <PreviewDialog store={store} />
    </Page>
  )
}

function Actions({ store }: { readonly store: GroupsStore }) {
  const desk = useDesk()
  const loaded = useStore(store, (state) => state.loaded)
  const chosen = useStore(store, (state) => state.chosen)
  const isUndoing = useStore(store, (state) => state.isUndoing)
  const undo = loaded.status === 'ready' ? loaded.value.tree.undo : null
  const { groups } = text()
  return (
    <>
      <Button
        icon="undo"
        isDisabled={undo === null}
        isBusy={isUndoing}
        onPress={() => void changes.undoChange(store, desk)}
      >
        {undo === null ? groups.undo.button : groups.undo.what[undo.kind]}
      </Button>
      <Button icon="upload" isDisabled={loaded.status !== 'ready'} onPress={() => startImport(store)}>
        {groups.importTree}
      </Button>
      <Button
        variant="primary"
        icon="plus"
        isDisabled={chosen === null}
        onPress={() => chosen !== null && changes.ask(store, { kind: 'add', group: chosen })}
      >
        {groups.add}
      </Button>
    </>
  )
}
