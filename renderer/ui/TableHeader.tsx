import { memo } from 'react'
import { Button } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Icon } from './Icon.tsx'
import type { TableColumn, TableSort } from './VirtualTable.tsx'
import styles from './VirtualTable.module.css'

export type TableHeaderProps<Row> = {
  readonly columns: readonly TableColumn<Row>[]
  readonly sort: TableSort
  readonly onSort: (column: string) => void
}

function PlainTableHeader<Row>({ columns, sort, onSort }: TableHeaderProps<Row>) {
  return (
    <div className={styles.header} role="row" aria-rowindex={1}>
      {columns.map((column, position) => {
        const isSorted = sort.column === column.id
        const order = sort.direction === 'asc' ? 'ascending' : 'descending'
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={position + 1}
            aria-sort={isSorted ? order : 'none'}
            data-column={position}
            className={classNames(styles.heading, column.align === 'end' && styles.end)}
          >
            <Button className={styles.sort!} onPress={() => onSort(column.id)}>
              <span className={styles.headingText}>{column.title}</span>
              {isSorted && <Icon name={sort.direction === 'asc' ? 'arrow-up' : 'arrow-down'} size="small" />}
            </Button>
          </div>
        )
      })}
    </div>
  )
}

// `memo` forgets that the component is generic; its props are the same.
export const TableHeader = memo(PlainTableHeader) as typeof PlainTableHeader
