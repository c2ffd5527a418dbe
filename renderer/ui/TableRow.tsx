import { memo } from 'react'
import { classNames } from './class-names.ts'
import type { TableColumn } from './VirtualTable.tsx'
import styles from './VirtualTable.module.css'

type TableRowProps<Row> = {
  readonly id: string
  readonly index: number
  readonly row: Row | undefined
  readonly columns: readonly TableColumn<Row>[]
  readonly offsetPx: number
  readonly activeColumn: number | null
}

function PlainTableRow<Row>({ id, index, row, columns, offsetPx, activeColumn }: TableRowProps<Row>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classNames(styles.row, activeColumn !== null && styles.activeRow)}
      style={{ transform: `translateY(${offsetPx}px)` }}
    >
      {columns.map((column, position) => (
        <div
          key={column.id}
          id={activeColumn === position ? `${id}-active` : undefined}
          role="gridcell"
          aria-colindex={position + 1}
          className={classNames(
            styles.cell,
            column.align === 'end' && styles.end,
            activeColumn === position && styles.activeCell,
          )}
        >
          {row === undefined ? <span className={styles.skeleton} /> : column.render(row)}
        </div>
      ))}
    </div>
  )
}

// `memo` forgets that the component is generic; its props are the same.
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow
