import { useCallback, useMemo } from 'react'
import type { SyncRun } from '../../../shared/model/sync-run.ts'
import { formatDateTime, formatZone } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'
import { VirtualTable, type TableColumn, type TableSort } from '../../ui/VirtualTable.tsx'
import { modeLabel, runStateLabel } from './labels.ts'
import { countText, resultText, runDuration, sortRuns, type CountColumn } from './selectors.ts'
import styles from './Sync.module.css'

export type RunTableProps = {
  readonly runs: readonly SyncRun[]
  readonly sort: TableSort
  readonly onSort: (column: string) => void
  readonly onOpen: (run: SyncRun) => void
}

/** What each run did; a row opens its details. */
export function RunTable({ runs, sort, onSort, onOpen }: RunTableProps) {
  const zone = formatZone(useNow())
  const words = text().sync.runs
  const columns = useMemo(() => runColumns(zone), [zone])
  const sorted = useMemo(() => sortRuns(runs, sort), [runs, sort])
  const rowAt = useCallback((index: number) => sorted[index], [sorted])
  const open = (index: number) => {
    const run = sorted[index]
    if (run) onOpen(run)
  }
  return (
    <section className={styles.runs} aria-labelledby="runs-title">
      <h2 id="runs-title">{words.title}</h2>
      <TableFrame rows={runs.length}>
        <VirtualTable
          label={words.label}
          columns={columns}
          rowCount={sorted.length}
          rowAt={rowAt}
          sort={sort}
          onSort={onSort}
          onVisibleRows={nothing}
          onOpen={open}
          scrollKey={`${sort.column} ${sort.direction}`}
        />
      </TableFrame>
      <p className={styles.quiet}>{words.note}</p>
    </section>
  )
}

/** All rows are here: none has to be fetched when it comes into view. */
function nothing(): void {}

function runColumns(zone: string): readonly TableColumn<SyncRun>[] {
  const words = text().sync.runs
  const count = (id: CountColumn, title: string, widthPx: number): TableColumn<SyncRun> => ({
    id,
    title,
    widthPx,
    align: 'end',
    render: (run) => <span className={run[id] === 0 ? styles.zero : undefined}>{countText(run, id)}</span>,
  })
  return [
    {
      id: 'started',
      title: words.started(zone),
      widthPx: 168,
      render: (run) => <bdi>{formatDateTime(run.startedAt)}</bdi>,
    },
    { id: 'token', title: words.token, widthPx: 104, render: (run) => <bdi>{run.token}</bdi> },
    { id: 'mode', title: words.kind, widthPx: 92, render: (run) => modeLabel(run.mode) },
    {
      id: 'state',
      title: words.result,
      widthPx: 140,
      render: (run) => <StatusBadge {...runStateLabel(run.state)} text={resultText(run)} variant="plain" />,
    },
    count('added', words.added, 68),
    count('modified', words.modified, 78),
    count('removed', words.removed, 82),
    count('unchanged', words.unchanged, 92),
    count('foundOnlyByFetch', words.onlyByFetch, 104),
    {
      id: 'duration',
      title: words.duration,
      widthPx: 92,
      align: 'end',
      render: (run) => <bdi>{runDuration(run) ?? '–'}</bdi>,
    },
  ]
}
