import type { ImportRemark, RemarkKind } from '../../../shared/model/import.ts'
import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { PlainCell, PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx'
import styles from './Reconcile.module.css'
import { remarkText } from './selectors.ts'

export type RemarkListProps = {
  readonly kind: RemarkKind
  /** Others among them do not count. */
  readonly remarks: readonly ImportRemark[]
  readonly total: number
}

/** Rows of a file somebody may want to look at, with their lines and what came of them. */
export function RemarkList({ kind, remarks, total }: RemarkListProps) {
  const words = text().imports
  const rows = remarks.filter((remark) => remark.kind === kind)
  if (total === 0) return null
  const title = `${words.remarks[kind]} (${formatCount(total)})`
  return (
    <Disclosure title={title}>
      <PlainTable
        label={title}
        columns={columns()}
        rows={rows}
        keyOf={({ line, detail, text: cell }) => `${line} ${detail} ${cell}`}
      />
      {rows.length < total && (
        <p className={styles.quiet}>{words.moreRemarks(formatCount(rows.length), formatCount(total))}</p>
      )}
    </Disclosure>
  )
}

function columns(): readonly PlainColumn<ImportRemark>[] {
  const words = text().imports.remarkColumns
  return [
    { id: 'line', title: words.line, align: 'end', render: ({ line }) => formatCount(line) },
    { id: 'cell', title: words.cell, render: ({ text: cell }) => <PlainCell text={cell} isCode /> },
    { id: 'result', title: words.result, render: remarkText },
  ]
}
