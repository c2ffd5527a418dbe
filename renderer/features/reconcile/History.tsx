import type { Reconciliation } from '../../../shared/model/reconcile.ts'
import { useDesk, type Desk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { valueOr } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { Link } from '../../ui/Link.tsx'
import { PlainCell, PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx'
import { askToRemove, loadReconciliations, openReconciliation, remove } from './actions.ts'
import styles from './Reconcile.module.css'
import { sourceName } from './selectors.ts'
import type { ReconcileStore } from './store.ts'

/** Comparisons made before, newest first. */
export function History({ store }: { readonly store: ReconcileStore }) {
  const desk = useDesk()
  const list = useStore(store, (state) => state.list)
  const words = text().reconcilePage.history
  const known = valueOr(list, [])
  return (
    <div className={styles.history}>
      <h2>{words.title}</h2>
      {list.status === 'failed' && (
        <FailureNotice error={list.error}>
          <Button onPress={() => void loadReconciliations(store, desk)}>{text().common.retry}</Button>
        </FailureNotice>
      )}
      {list.status === 'ready' && known.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      {known.length > 0 && (
        <PlainTable label={words.title} columns={columns(store, desk)} rows={known} keyOf={({ id }) => id} />
      )}
      <RemoveDialog store={store} />
    </div>
  )
}

function columns(store: ReconcileStore, desk: Desk): readonly PlainColumn<Reconciliation>[] {
  const words = text().reconcilePage
  const count = (id: 'both' | 'portalOnly' | 'consoleOnly' | 'mismatched'): PlainColumn<Reconciliation> => ({
    id,
    title: words.history.columns[id],
    align: 'end',
    render: ({ counts }) => formatCount(counts[id]),
  })
  return [
    {
      id: 'at',
      title: words.history.columns.at,
      render: (made) => {
        const at = formatMoment(made.at)
        return (
          <Link onPress={() => void openReconciliation(store, desk, made)} label={words.history.open(at)}>
            {at}
          </Link>
        )
      },
    },
    {
      id: 'lists',
      title: words.history.columns.lists,
      render: ({ portal, console }) => <PlainCell text={words.result.lists(sourceName(portal), sourceName(console))} />,
    },
    count('both'),
    count('portalOnly'),
    count('consoleOnly'),
    count('mismatched'),
    {
      id: 'remove',
      title: words.history.removeConfirm,
      isTitleHidden: true,
      render: (made) => (
        <IconButton
          label={words.history.remove(formatMoment(made.at))}
          icon="trash"
          onPress={() => askToRemove(store, made)}
        />
      ),
    },
  ]
}

function RemoveDialog({ store }: { readonly store: ReconcileStore }) {
  const desk = useDesk()
  const removing = useStore(store, (state) => state.removing)
  const words = text().reconcilePage.history
  return (
    <ConfirmDialog
      title={words.removeTitle}
      isOpen={removing !== null}
      confirmLabel={words.removeConfirm}
      onConfirm={() => void remove(store, desk)}
      onCancel={() => askToRemove(store, null)}
    >
      <p>{words.removeText}</p>
    </ConfirmDialog>
  )
}
