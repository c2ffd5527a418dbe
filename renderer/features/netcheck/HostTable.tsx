import { useCallback, useMemo } from 'react'
import type { HostCheck } from '../../../shared/model/network-check.ts'
import { cellsOf } from '../../../shared/network-report.ts'
import { formatDuration } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { TableFrame } from '../../ui/TableFrame.tsx'
import { VirtualTable, type TableColumn, type TableSort } from '../../ui/VirtualTable.tsx'
import { hostLook, hostName, sortedHosts, stepText } from './hosts.ts'
import styles from './Netcheck.module.css'

export type HostTableProps = {
  readonly hosts: readonly HostCheck[]
  readonly sort: TableSort
  readonly onSort: (column: string) => void
  readonly onOpen: (host: HostCheck) => void
}

/** What each host answered; a row opens everything that was seen. */
export function HostTable({ hosts, sort, onSort, onOpen }: HostTableProps) {
  const columns = useMemo(() => hostColumns(), [])
  const sorted = useMemo(() => sortedHosts(hosts, sort), [hosts, sort])
  const rowAt = useCallback((index: number) => sorted[index], [sorted])
  const open = (index: number) => {
    const host = sorted[index]
    if (host) onOpen(host)
  }
  return (
    <TableFrame rows={hosts.length}>
      <VirtualTable
        label={text().troubleshoot.network.label}
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
  )
}

/** All rows are here. */
function nothing(): void {}

function hostColumns(): readonly TableColumn<HostCheck>[] {
  const words = text().troubleshoot.network.columns
  const { netcheck } = text()
  const cell = (id: 'issuer' | 'inspected', title: string, widthPx: number): TableColumn<HostCheck> => ({
    id,
    title,
    widthPx,
    render: (host) => cellsOf(host, netcheck)[id] || '–',
  })
  const step = (id: 'dns' | 'connect' | 'tls', title: string): TableColumn<HostCheck> => ({
    id,
    title,
    widthPx: 74,
    render: (host) => stepText(host[id]),
  })
  return [
    {
      id: 'host',
      title: words.host,
      widthPx: 192,
      render: (host) => <bdi className={styles.host}>{hostName(host)}</bdi>,
    },
    {
      id: 'verdict',
      title: words.verdict,
      widthPx: 140,
      render: (host) => <StatusBadge {...hostLook(host)} variant="plain" />,
    },
    step('dns', words.dns),
    step('connect', words.connect),
    step('tls', words.tls),
    cell('issuer', words.issuer, 116),
    cell('inspected', words.inspected, 80),
    { id: 'ms', title: words.ms, widthPx: 62, align: 'end', render: ({ ms }) => formatDuration(ms) },
  ]
}
