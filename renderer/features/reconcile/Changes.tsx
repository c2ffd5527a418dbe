import type { ReconcileChange, ReconcileComparison } from '../../../shared/contract/reconcile.ts'
import type { Reconciliation, Verdict } from '../../../shared/model/reconcile.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { valueOr } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { PlainCell, PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx'
import { Select } from '../../ui/Select.tsx'
import { compareSince } from './actions.ts'
import styles from './Reconcile.module.css'
import { changesText, earlierOnes, sourceName } from './selectors.ts'
import type { Opened, ReconcileStore } from './store.ts'

/** More than a person reads in place; the export holds everything. */
const SHOWN_CHANGES = 200

type ChangesProps = { readonly store: ReconcileStore; readonly opened: Opened }

/** What has become of the sets since an earlier comparison: the one before of the same kind, or a chosen one. */
export function Changes({ store, opened }: ChangesProps) {
  const { comparison } = opened
  const words = text().reconcilePage.changes
  const isFirst = comparison.status === 'failed' && comparison.error.code === 'reconcile.nothing-to-compare'
  return (
    <section className={styles.changes} aria-labelledby="changes-title">
      <header className={styles.changesHead}>
        <h2 id="changes-title">{words.title}</h2>
        <Since store={store} opened={opened} />
      </header>
      {isFirst && <p className={styles.quiet}>{words.first}</p>}
      {comparison.status === 'failed' && !isFirst && <FailureNotice error={comparison.error} />}
      {comparison.status === 'ready' && <Told comparison={comparison.value} />}
    </section>
  )
}

/** Which earlier one it is held against. */
function Since({ store, opened: { reconciliation, comparison, since } }: ChangesProps) {
  const desk = useDesk()
  const list = useStore(store, (state) => state.list)
  const words = text().reconcilePage.changes
  const earlier = earlierOnes(valueOr(list, []), reconciliation)
  if (earlier.length === 0 || !reconciliation.hasRows) return null
  const held = since ?? (comparison.status === 'ready' ? comparison.value.before.id : '')
  const known = earlier.map((other) => ({ value: other.id, text: optionText(other, reconciliation) }))
  return (
    <div className={styles.since}>
      <span className={styles.label} aria-hidden>
        {words.since}
      </span>
      <Select
        label={words.since}
        options={earlier.some(({ id }) => id === held) ? known : [{ value: held, text: words.choose }, ...known]}
        value={held}
        onChange={(id) => id !== held && void compareSince(store, desk, id)}
      />
    </div>
  )
}

/** The lists are named where they are others than those on screen. */
function optionText(other: Reconciliation, shown: Reconciliation): string {
  const listsOf = ({ portal, console }: Reconciliation) =>
    text().reconcilePage.result.lists(sourceName(portal), sourceName(console))
  const moment = formatMoment(other.at)
  return listsOf(other) === listsOf(shown) ? moment : `${moment} · ${listsOf(other)}`
}

function Told({ comparison }: { readonly comparison: ReconcileComparison }) {
  const { appeared, resolved, moved, changes } = comparison
  const words = text().reconcilePage.changes
  const total = appeared + resolved + moved
  return (
    <>
      <p>{changesText(comparison)}</p>
      {changes.length > 0 && (
        <Disclosure title={words.devices(total)}>
          <PlainTable
            label={words.devices(total)}
            columns={columns()}
            rows={changes.slice(0, SHOWN_CHANGES)}
            keyOf={({ serial }) => serial}
          />
          {total > SHOWN_CHANGES && <p className={styles.quiet}>{words.more(formatCount(SHOWN_CHANGES))}</p>}
        </Disclosure>
      )}
    </>
  )
}

function columns(): readonly PlainColumn<ReconcileChange>[] {
  const words = text().reconcilePage.changes.columns
  return [
    { id: 'serial', title: words.serial, render: ({ serial }) => <PlainCell text={serial} isCode /> },
    { id: 'before', title: words.before, render: ({ before }) => verdictText(before) },
    { id: 'after', title: words.after, render: ({ after }) => verdictText(after) },
  ]
}

function verdictText(verdict: Verdict | null): string {
  return verdict === null ? text().reconcilePage.changes.neither : text().reconcile.verdicts[verdict]
}
