import { memo } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './Icon.tsx'
import type { TableColumn } from './table-types.ts'
import styles from './VirtualTable.module.css'

type TableRowProps<Row> = {
  readonly id: string
  readonly index: number
  readonly row: Row | undefined
  readonly columns: readonly TableColumn<Row>[]
  readonly offsetPx: number
  readonly activeColumn: number | null
  /** Undefined in a table without a choice of rows. */
  readonly isSelected: boolean | undefined
  readonly selectLabel: string
}

function PlainTableRow<Row>(props: TableRowProps<Row>) {
  const { id, index, row, columns, offsetPx, activeColumn, isSelected } = props
  const hasChecks = isSelected !== undefined
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classNames(styles.row, activeColumn !== null && styles.activeRow, isSelected && styles.selectedRow)}
      style={{ transform: `translateY(${offsetPx}px)` }}
    >
      {hasChecks && (
        <div
          role="gridcell"
          aria-colindex={1}
          aria-label={props.selectLabel}
          className={classNames(styles.cell, styles.checks)}
        >
          <span className={styles.box} data-checked={isSelected ? 'all' : 'none'}>
            {isSelected && <Icon name="check" size="small" />}
          </span>
        </div>
      )}
      {columns.map((column, position) => (
        <div
          key={column.id}
          id={activeColumn === position ? `${id}-active` : undefined}
          role="gridcell"
          aria-colindex={position + (hasChecks ? 2 : 1)}
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
