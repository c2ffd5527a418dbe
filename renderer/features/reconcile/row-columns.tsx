import type { ReconcileRow, Verdict } from '../../../shared/model/reconcile.ts'
import { text } from '../../lib/text.ts'
import type { TableColumn } from '../../ui/VirtualTable.tsx'
import styles from './Reconcile.module.css'
import { besideCause, linesText } from './selectors.ts'

/** What a set says of its rows; both is where nothing has to be explained. */
export function rowColumns(set: Verdict): readonly TableColumn<ReconcileRow>[] {
  // Rows stand in the order of the files.
  return columnsOf(set).map((column) => ({ ...column, isUnordered: true }))
}

function columnsOf(set: Verdict): readonly TableColumn<ReconcileRow>[] {
  const words = text().reconcilePage.result.columns
  const { verdicts, causeNames, remedies } = text().reconcile
  const serial: TableColumn<ReconcileRow> = {
    id: 'serial',
    title: words.serial,
    widthPx: 140,
    render: (row) => <bdi className={styles.serial}>{row.serial ?? '–'}</bdi>,
  }
  const lines: TableColumn<ReconcileRow> = { id: 'lines', title: words.lines, widthPx: 150, render: linesText }
  if (set === 'both') {
    const verdict = (row: ReconcileRow) => verdicts[row.verdict]
    return [serial, { id: 'verdict', title: words.verdict, widthPx: 180, render: verdict }, lines]
  }
  return [
    serial,
    {
      id: 'cause',
      title: words.cause,
      widthPx: 240,
      render: (row) => {
        const name = row.cause === null ? '' : causeNames[row.cause]
        const more = besideCause(row)
        return <span className={styles.text}>{more === '' ? name : `${name}: ${more}`}</span>
      },
    },
    {
      id: 'remedy',
      title: words.remedy,
      widthPx: 360,
      render: (row) => <span className={styles.text}>{row.remedy === null ? '' : remedies[row.remedy]}</span>,
    },
    lines,
  ]
}
