import type { ReconcileChange, ReconcileComparison } from '../../../shared/contract/reconcile.ts'
import type { Verdict } from '../../../shared/model/reconcile.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount, formatMoment } from '../../lib/format.ts'
import type { Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { PlainCell, PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx'
import styles from './Reconcile.module.css'

/** More than a person reads in place; the export holds everything. */
const SHOWN_CHANGES = 200

/** What has become of the sets since the comparison before this one. */
export function Changes({ comparison }: { readonly comparison: Remote<ReconcileComparison> }) {
  const words = text().reconcilePage.changes
  if (comparison.status === 'failed') {
    return comparison.error.code === 'reconcile.nothing-to-compare' ? (
      <p className={styles.quiet}>{words.first}</p>
    ) : (
      <FailureNotice error={comparison.error} />
    )
  }
  if (comparison.status !== 'ready') return null
  const { before, appeared, resolved, moved, same, changes } = comparison.value
  const total = appeared + resolved + moved
  return (
    <section className={styles.changes} aria-labelledby="changes-title">
      <h2 id="changes-title">{words.since(formatMoment(before.at))}</h2>
      <p>
        {total === 0
          ? words.none
          : words.numbers(formatCount(appeared), formatCount(resolved), formatCount(moved), formatCount(same))}
      </p>
      {changes.length > 0 && (
        <Disclosure title={words.title}>
          <PlainTable
            label={words.title}
            columns={columns()}
            rows={changes.slice(0, SHOWN_CHANGES)}
            keyOf={({ serial }) => serial}
          />
          {total > SHOWN_CHANGES && <p className={styles.quiet}>{words.more(formatCount(SHOWN_CHANGES))}</p>}
        </Disclosure>
      )}
    </section>
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
