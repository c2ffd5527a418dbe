import { useEffect, useId, useState } from 'react'
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { moveByKey, type Cell } from './grid-keys.ts'
import { canvasHeight, rowsPerPage, rowsToDraw, type RowRange } from './row-window.ts'
import { TableHeader } from './TableHeader.tsx'
import { TableRow } from './TableRow.tsx'
import { useDelayed } from './use-delayed.ts'
import { useRowScroll } from './use-row-scroll.ts'
import styles from './VirtualTable.module.css'

/** Every row has this height; it is what makes a million of them addressable. The CSS token has the same value. */
export const ROW_HEIGHT_PX = 32
const OVERSCAN_ROWS = 6
/** Rows that come sooner come without a flicker of placeholders before them. */
const SKELETON_DELAY_MS = 150

export type TableColumn<Row> = {
  readonly id: string
  readonly title: string
  readonly widthPx: number
  readonly align?: 'start' | 'end'
  readonly render: (row: Row) => ReactNode
}

export type TableSort = { readonly column: string; readonly direction: 'asc' | 'desc' }

export type VirtualTableProps<Row> = {
  readonly label: string
  readonly columns: readonly TableColumn<Row>[]
  /** Null until it is known: placeholders fill the view. */
  readonly rowCount: number | null
  /** Undefined while the row is on its way. */
  readonly rowAt: (index: number) => Row | undefined
  readonly sort: TableSort
  readonly onSort: (column: string) => void
  readonly onVisibleRows: (range: RowRange) => void
  readonly onOpen: (index: number) => void
  /** A change starts the list at the top again. */
  readonly scrollKey: string
}

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, rowAt, sort, onSort, onVisibleRows, onOpen, scrollKey } = props
  const id = useId()
  const scroll = useRowScroll({ rowCount: props.rowCount, rowHeightPx: ROW_HEIGHT_PX, scrollKey })
  const { scroller, geometry, position } = scroll
  const { rowCount } = geometry
  const [cell, setCell] = useState<Cell | null>(null)
  const active = cell && cell.row < rowCount ? cell : null

  const seen = rowsToDraw(geometry, position.top, 0)
  useEffect(() => onVisibleRows({ first: seen.first, end: seen.end }), [seen.first, seen.end, onVisibleRows])

  const drawn = rowsToDraw(geometry, position.top, OVERSCAN_ROWS)
  const isDrawn = active !== null && active.row >= drawn.first && active.row < drawn.end

  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || rowCount === 0) return
    const from = active ?? { row: seen.first, column: 0 }
    const to = moveByKey(from, event, { rows: rowCount, columns: columns.length, rowsPerPage: rowsPerPage(geometry) })
    if (to) {
      setCell(to)
      scroll.showRow(to.row)
      scroller.current
        ?.querySelector(`[data-column="${to.column}"]`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    } else if (event.key === 'Enter') onOpen(from.row)
    else return
    event.preventDefault()
  }
  const pointAt = (event: MouseEvent) => {
    const pointed = event.target instanceof Element ? event.target.closest('[role=gridcell]') : null
    const row = Number(pointed?.parentElement?.getAttribute('aria-rowindex')) - 2
    const column = Number(pointed?.getAttribute('aria-colindex')) - 1
    // Marking text in a cell is not a press on its row.
    if (!pointed || globalThis.getSelection()?.isCollapsed === false) return
    setCell({ row, column })
    onOpen(row)
  }

  // Rows are drawn into the same few elements again and again; a fling then changes texts instead of making elements.
  const slots = Math.ceil(geometry.viewportHeight / ROW_HEIGHT_PX) + 1 + 2 * OVERSCAN_ROWS
  const rows = []
  let isComplete = true
  for (let index = drawn.first; index < drawn.end; index++) {
    const row = props.rowCount === null ? undefined : rowAt(index)
    if (row === undefined) isComplete = false
    rows.push(
      <TableRow
        key={index % slots}
        id={id}
        index={index}
        row={row}
        columns={columns}
        offsetPx={position.scrollTop - position.top + index * ROW_HEIGHT_PX}
        activeColumn={active?.row === index ? active.column : null}
      />,
    )
  }

  const showsSkeletons = useDelayed(!isComplete, SKELETON_DELAY_MS)

  return (
    <div
      ref={scroller}
      className={classNames(styles.table, active !== null && styles.hasActive)}
      role="grid"
      aria-label={label}
      aria-rowcount={props.rowCount === null ? -1 : rowCount + 1}
      aria-colcount={columns.length}
      aria-busy={props.rowCount === null}
      aria-activedescendant={isDrawn ? `${id}-active` : undefined}
      tabIndex={0}
      style={columnStyle(columns)}
      onScroll={scroll.onScroll}
      onClick={pointAt}
      onKeyDown={press}
      onFocus={(event) => event.target === event.currentTarget && !active && setCell({ row: seen.first, column: 0 })}
    >
      <TableHeader columns={columns} sort={sort} onSort={onSort} />
      <div
        className={classNames(styles.canvas, showsSkeletons && styles.waiting)}
        role="rowgroup"
        style={{ height: canvasHeight(geometry) }}
      >
        {rows}
      </div>
    </div>
  )
}

/** Columns share what is left over in proportion to their widths; below the sum of these the table scrolls sideways. */
function columnStyle<Row>(columns: readonly TableColumn<Row>[]): CSSProperties {
  const widths = columns.map((column) => column.widthPx)
  return {
    '--columns': widths.map((width) => `minmax(${width}px, ${width}fr)`).join(' '),
    '--table-width': `${widths.reduce((sum, width) => sum + width, 0)}px`,
    '--first-column': `${widths[0] ?? 0}px`,
  }
}
