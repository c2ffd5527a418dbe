import { memo } from 'react'
import { Button, type KeyboardEvent } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Icon } from './Icon.tsx'
import {
  RESIZE_STEP_PX,
  type TableArrangement,
  type TableColumn,
  type TableSelection,
  type TableSort,
} from './table-types.ts'
import { boundWidth, useColumnDrag, type ColumnDrag, type WidthDraft } from './use-column-drag.ts'
import styles from './VirtualTable.module.css'

export type TableHeaderProps<Row> = {
  readonly id: string
  readonly columns: readonly TableColumn<Row>[]
  readonly sort: TableSort
  readonly onSort: (column: string) => void
  readonly selection: Pick<TableSelection, 'all' | 'onAll' | 'onClear' | 'labels'> | undefined
  readonly arrangement: TableArrangement | undefined
  /** While a column is sized by hand; null when it ends. */
  readonly onDraft: (draft: WidthDraft | null) => void
}

function PlainTableHeader<Row>(props: TableHeaderProps<Row>) {
  const { id, columns, sort, onSort, selection, arrangement } = props
  const { drag, startMove, startResize, wasDragged } = useColumnDrag(arrangement, props.onDraft)
  const press = (event: KeyboardEvent, column: TableColumn<Row>, place: number) => {
    const step = arrowOf(event)
    if (!arrangement || step === 0 || !(event.altKey || event.shiftKey)) return event.continuePropagation()
    event.preventDefault()
    if (event.altKey) arrangement.onMove(column.id, Math.min(columns.length - 1, Math.max(0, place + step)))
    else arrangement.onResize(column.id, boundWidth(column.widthPx + step * RESIZE_STEP_PX))
  }
  return (
    <div className={styles.header} role="row" aria-rowindex={1}>
      {selection && <SelectAll {...selection} />}
      {columns.map((column, position) => {
        const isSorted = sort.column === column.id
        const order = sort.direction === 'asc' ? 'ascending' : 'descending'
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={position + (selection ? 2 : 1)}
            {...(!column.isUnordered && { 'aria-sort': isSorted ? order : 'none' })}
            data-column={position}
            className={classNames(
              styles.heading,
              column.align === 'end' && styles.end,
              drag?.column === column.id && styles.dragged,
              dropSide(drag, columns, position),
            )}
            onPointerDownCapture={(event) => startMove(event, column.id)}
          >
            {column.isUnordered ? (
              <span className={styles.still}>{column.title}</span>
            ) : (
              <Button
                className={styles.sort!}
                {...(arrangement && { 'aria-describedby': `${id}-keys` })}
                onPress={() => {
                  if (!wasDragged.current) onSort(column.id)
                }}
                onKeyDown={(event) => press(event, column, position)}
              >
                <span className={styles.headingText}>{column.title}</span>
                {isSorted && <Icon name={sort.direction === 'asc' ? 'arrow-up' : 'arrow-down'} size="small" />}
              </Button>
            )}
            {arrangement && (
              <span
                className={styles.resizer}
                aria-hidden
                onPointerDownCapture={(event) => {
                  startResize(event, column.id)
                  event.nativeEvent.stopImmediatePropagation()
                }}
                onDoubleClick={() => arrangement.onResize(column.id, null)}
              />
            )}
          </div>
        )
      })}
      {arrangement && (
        <span id={`${id}-keys`} hidden>
          {arrangement.help}
        </span>
      )}
    </div>
  )
}

// `memo` forgets that the component is generic; its props are the same.
export const TableHeader = memo(PlainTableHeader) as typeof PlainTableHeader

function SelectAll({ all, onAll, onClear, labels }: NonNullable<TableHeaderProps<unknown>['selection']>) {
  return (
    <div role="columnheader" aria-colindex={1} className={classNames(styles.heading, styles.checks)}>
      <Button
        className={styles.check!}
        data-checked={all}
        aria-label={labels.all}
        aria-pressed={all === 'some' ? 'mixed' : all === 'all'}
        onPress={all === 'all' ? onClear : onAll}
      >
        <span className={styles.box}>
          {all !== 'none' && <Icon name={all === 'all' ? 'check' : 'minus'} size="small" />}
        </span>
      </Button>
    </div>
  )
}

/** In the direction of reading. */
function arrowOf({ key, target }: KeyboardEvent): -1 | 0 | 1 {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return 0
  const isRtl = getComputedStyle(target as Element).direction === 'rtl' // a key is pressed on an element
  return (key === 'ArrowRight') !== isRtl ? 1 : -1
}

function dropSide<Row>(
  drag: ColumnDrag | null,
  columns: readonly TableColumn<Row>[],
  position: number,
): string | undefined {
  if (drag?.place !== position) return undefined
  const from = columns.findIndex(({ id }) => id === drag.column)
  if (from === position) return undefined
  return from < position ? styles.dropAfter : styles.dropBefore
}
