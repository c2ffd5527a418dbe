import { useEffect, useId, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent, MouseEvent } from 'react'
import { classNames } from './class-names.ts'
import { moveByKey, type Cell } from './grid-keys.ts'
import { canvasHeight, rowsPerPage, rowsToDraw, type RowRange } from './row-window.ts'
import { TableHeader } from './TableHeader.tsx'
import { TableRow } from './TableRow.tsx'
import type { TableArrangement, TableColumn, TableSelection, TableSort } from './table-types.ts'
import type { WidthDraft } from './use-column-drag.ts'
import { usePlacedRows } from './use-placed-rows.ts'
import { useRowHeight } from './use-row-height.ts'
import { useRowScroll } from './use-row-scroll.ts'
import styles from './VirtualTable.module.css'

export type { TableArrangement, TableColumn, TableSelection, TableSort } from './table-types.ts'

/** Drawn beside those in sight, on each side: a notch of the wheel. Each more would cost every jump three per cent. */
const OVERSCAN_ROWS = 3
const CHECKS_PX = 40

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
  readonly selection?: TableSelection
  readonly arrangement?: TableArrangement
  /** A change of `key` shows the row and puts the active cell there. */
  readonly goTo?: { readonly row: number; readonly key: number; readonly keepsFocus: boolean } | null
}

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { label, columns, rowAt, sort, onSort, onVisibleRows, onOpen, scrollKey, selection, arrangement, goTo } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeightPx = useRowHeight(scroller)
  const scroll = useRowScroll({ scroller, rowCount: props.rowCount, rowHeightPx, scrollKey })
  const { geometry, position } = scroll
  const { rowCount } = geometry
  const [cell, setCell] = useState<Cell | null>(null)
  const [draft, setDraft] = useState<WidthDraft | null>(null)
  const [isSideways, setIsSideways] = useState(false)
  /** Where a range of rows began: the row that was active before the first step with Shift. */
  const anchor = useRef(0)
  const active = cell && cell.row < rowCount ? cell : null

  const seen = rowsToDraw(geometry, position.top, 0)
  useEffect(() => onVisibleRows({ first: seen.first, end: seen.end }), [seen.first, seen.end, onVisibleRows])

  const drawn = rowsToDraw(geometry, position.top, OVERSCAN_ROWS)
  const isDrawn = active !== null && active.row >= drawn.first && active.row < drawn.end

  const goToKey = goTo?.key
  useEffect(() => {
    if (!goTo) return
    const row = Math.min(Math.max(0, goTo.row), rowCount - 1)
    anchor.current = row
    setCell((before) => ({ row, column: before?.column ?? 0 }))
    scroll.showRow(row)
    if (!goTo.keepsFocus) scroller.current?.focus()
    // Only a new wish moves the table.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [goToKey])

  const moveTo = (from: Cell, to: Cell, isExtending: boolean) => {
    setCell(to)
    scroll.showRow(to.row)
    scroller.current
      ?.querySelector(`[data-column="${to.column}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (!isExtending) anchor.current = to.row
    else if (to.row !== from.row) selection?.onRange(anchor.current, to.row)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || rowCount === 0) return
    const from = active ?? { row: seen.first, column: 0 }
    const to = moveByKey(from, event, { rows: rowCount, columns: columns.length, rowsPerPage: rowsPerPage(geometry) })
    if (to) moveTo(from, to, event.shiftKey && selection !== undefined)
    else if (event.key === 'Enter') onOpen(from.row)
    else if (selection && selectByKey(selection, event, from.row)) anchor.current = from.row
    else return
    event.preventDefault()
  }
  const pointAt = (event: MouseEvent) => {
    const pointed = event.target instanceof Element ? event.target.closest('[role=gridcell]') : null
    const row = Number(pointed?.parentElement?.getAttribute('aria-rowindex')) - 2
    const column = Number(pointed?.getAttribute('aria-colindex')) - (selection ? 2 : 1)
    // Marking text in a cell is not a press on its row.
    if (!pointed || (!event.shiftKey && globalThis.getSelection()?.isCollapsed === false)) return
    if (selection && event.shiftKey) {
      globalThis.getSelection()?.removeAllRanges()
      setCell({ row, column: Math.max(0, column) })
      return selection.onRange(anchor.current, row)
    }
    anchor.current = row
    setCell({ row, column: Math.max(0, column) })
    if (selection && (column < 0 || event.ctrlKey || event.metaKey)) selection.onToggle(row)
    else onOpen(row)
  }

  const knownRow = (index: number) => (props.rowCount === null ? undefined : rowAt(index))
  const { placed, showsSkeletons } = usePlacedRows({
    position,
    drawn,
    seen,
    viewportHeight: geometry.viewportHeight,
    knownRow,
  })
  const range = rowsToDraw(geometry, placed.top, OVERSCAN_ROWS)

  // Rows are drawn into the same few elements again and again; a fling then changes texts instead of making elements.
  const slots = Math.ceil(geometry.viewportHeight / rowHeightPx) + 1 + 2 * OVERSCAN_ROWS
  const rows = []
  for (let index = range.first; index < range.end; index++) {
    rows.push(
      <TableRow
        key={index % slots}
        id={id}
        index={index}
        row={knownRow(index)}
        columns={columns}
        offsetPx={placed.scrollTop - placed.top + index * rowHeightPx}
        activeColumn={active?.row === index ? active.column : null}
        isSelected={selection?.isSelected(index)}
        selectLabel={selection?.labels.row ?? ''}
      />,
    )
  }

  return (
    <div
      ref={scroller}
      className={classNames(
        styles.table,
        active !== null && styles.hasActive,
        selection && styles.hasChecks,
        isSideways && styles.sideways,
      )}
      role="grid"
      aria-label={label}
      aria-multiselectable={selection ? true : undefined}
      aria-rowcount={props.rowCount === null ? -1 : rowCount + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-busy={props.rowCount === null}
      aria-activedescendant={isDrawn ? `${id}-active` : undefined}
      tabIndex={0}
      style={columnStyle(columns, draft, selection ? CHECKS_PX : 0)}
      onScroll={(event) => {
        setIsSideways(event.currentTarget.scrollLeft !== 0)
        scroll.onScroll()
      }}
      onClick={pointAt}
      onMouseDown={(event) => event.shiftKey && selection && event.preventDefault()}
      onKeyDown={press}
      onFocus={(event) => event.target === event.currentTarget && !active && setCell({ row: seen.first, column: 0 })}
    >
      <TableHeader
        id={id}
        columns={columns}
        sort={sort}
        onSort={onSort}
        selection={selection}
        arrangement={arrangement}
        onDraft={setDraft}
      />
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

/** Space and Ctrl/Cmd-A as in a spreadsheet; Escape lets go of everything. Returns whether the key was one of these. */
function selectByKey(selection: TableSelection, event: KeyboardEvent, row: number): boolean {
  if (event.key === ' ') selection.onToggle(row)
  else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selection.onAll()
  else if (event.key === 'Escape' && selection.all !== 'none') selection.onClear()
  else return false
  return true
}

/** Columns share what is left over in proportion to their widths; below the sum of these the table scrolls sideways. */
function columnStyle<Row>(
  columns: readonly TableColumn<Row>[],
  draft: WidthDraft | null,
  checksPx: number,
): CSSProperties {
  const widths = columns.map(({ id, widthPx }) => (draft?.column === id ? draft.widthPx : widthPx))
  const tracks = widths.map((width) => `minmax(${width}px, ${width}fr)`)
  if (checksPx > 0) tracks.unshift(`${checksPx}px`)
  return {
    '--columns': tracks.join(' '),
    '--checks': `${checksPx}px`,
    '--table-width': `${widths.reduce((sum, width) => sum + width, checksPx)}px`,
    '--first-column': `${checksPx + (widths[0] ?? 0)}px`,
  }
}
