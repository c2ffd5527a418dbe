import { useCallback, useMemo } from 'react'
import { causeText, treeTitle } from '../../../shared/diagnosis-text.ts'
import type { DiagnosisSummary } from '../../../shared/model/diagnosis.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatDateTime, formatZone } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { Link } from '../../ui/Link.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'
import { VirtualTable, type TableColumn } from '../../ui/VirtualTable.tsx'
import { loadHistory, openDiagnosis, showHistoryOf } from './actions.ts'
import styles from './Diagnosis.module.css'
import type { DiagnosisStore } from './store.ts'
import { diagnosisWords } from './words.ts'

const MOST_SHOWN = 10
const NEWEST_FIRST = { column: 'at', direction: 'desc' } as const

/** Diagnoses that were kept, of one device or of all; a row opens one. */
export function HistoryTable({ store }: { readonly store: DiagnosisStore }) {
  const desk = useDesk()
  const words = text().troubleshoot.history
  const { history, historyOf } = useStore(store)
  const zone = formatZone(useNow())
  const columns = useMemo(() => historyColumns(zone), [zone])
  const rows = useMemo(() => (history.status === 'ready' ? history.value : []), [history])
  const rowAt = useCallback((index: number) => rows[index], [rows])
  const open = (index: number) => {
    const row = rows[index]
    if (row) void openDiagnosis(store, desk, row.id)
  }
  return (
    <section className={styles.history} aria-labelledby="diagnoses-title">
      <div className={styles.historyHead}>
        <h2 id="diagnoses-title">{historyOf === null ? words.title : words.ofDevice(historyOf)}</h2>
        {historyOf !== null && <Link onPress={() => void showHistoryOf(store, desk, null)}>{words.all}</Link>}
      </div>
      {history.status === 'failed' && (
        <FailureNotice error={history.error}>
          <Button onPress={() => void loadHistory(store, desk)}>{text().common.retry}</Button>
        </FailureNotice>
      )}
      {history.status === 'ready' && rows.length === 0 && <p className={styles.quiet}>{words.none}</p>}
      {rows.length > 0 && (
        <TableFrame rows={rows.length} most={MOST_SHOWN}>
          <VirtualTable
            label={words.label}
            columns={columns}
            rowCount={rows.length}
            rowAt={rowAt}
            sort={NEWEST_FIRST}
            onSort={nothing}
            onVisibleRows={nothing}
            onOpen={open}
            scrollKey={historyOf ?? ''}
          />
        </TableFrame>
      )}
    </section>
  )
}

/** Every row is here, and their order is theirs. */
function nothing(): void {}

function historyColumns(zone: string): readonly TableColumn<DiagnosisSummary>[] {
  const words = text().troubleshoot.history
  const told = diagnosisWords()
  return [
    { id: 'at', title: words.at(zone), widthPx: 168, render: ({ updatedAt }) => formatDateTime(updatedAt) },
    {
      id: 'device',
      title: words.device,
      widthPx: 130,
      render: ({ serial }) => (serial === null ? words.noDevice : <span className={styles.serial}>{serial}</span>),
    },
    {
      id: 'problem',
      title: words.problem,
      widthPx: 240,
      render: ({ tree }) => treeTitle(told, tree),
    },
    {
      id: 'result',
      title: words.result,
      widthPx: 280,
      render: ({ cause, openCount }) => {
        if (cause !== null) return causeText(told, cause).title
        return openCount > 0 ? words.open(openCount) : words.noResult
      },
    },
  ]
}
