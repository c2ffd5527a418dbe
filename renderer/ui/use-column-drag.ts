import { useRef, useState, type PointerEvent } from 'react'
import { MAX_COLUMN_PX, MIN_COLUMN_PX, type TableArrangement } from './table-types.ts'

/** A hand that trembles while it clicks moves nothing. */
const DRAG_STARTS_PX = 6

/** A column under way; let go now, it would come to this place. */
export type ColumnDrag = { readonly column: string; readonly place: number }

/** The width of a column while it is being sized. */
export type WidthDraft = { readonly column: string; readonly widthPx: number }

/** Moving and sizing columns by pointer. While it lasts only `drag` changes; letting go tells the arrangement. */
export function useColumnDrag(arrangement: TableArrangement | undefined, onDraft: (draft: WidthDraft | null) => void) {
  const [drag, setDrag] = useState<ColumnDrag | null>(null)
  /** A press that ended a drag is no click. */
  const wasDragged = useRef(false)

  const follow = (move: (event: globalThis.PointerEvent) => void, end: (isCancelled: boolean) => void) => {
    const stop = (isCancelled: boolean) => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', finish)
      removeEventListener('pointercancel', cancel)
      setDrag(null)
      end(isCancelled)
    }
    const finish = () => stop(false)
    const cancel = () => stop(true)
    addEventListener('pointermove', move)
    addEventListener('pointerup', finish)
    addEventListener('pointercancel', cancel)
  }

  const startResize = (event: PointerEvent, column: string) => {
    const heading = event.currentTarget.parentElement
    if (!arrangement || !heading) return
    event.preventDefault()
    event.stopPropagation()
    const [from, start] = [event.clientX, heading.getBoundingClientRect().width]
    const direction = getComputedStyle(heading).direction === 'rtl' ? -1 : 1
    let widthPx: number | null = null
    follow(
      (moved) => {
        widthPx = boundWidth(start + direction * (moved.clientX - from))
        onDraft({ column, widthPx })
      },
      (isCancelled) => {
        onDraft(null)
        if (widthPx !== null && !isCancelled) arrangement.onResize(column, widthPx)
      },
    )
  }

  const startMove = (event: PointerEvent, column: string) => {
    wasDragged.current = false
    const header = event.currentTarget.parentElement
    if (!arrangement || !header || event.button !== 0 || event.pointerType === 'touch') return
    const from = event.clientX
    let place: number | null = null
    follow(
      (moved) => {
        if (!wasDragged.current && Math.abs(moved.clientX - from) < DRAG_STARTS_PX) return
        wasDragged.current = true
        place = placeAt(header, moved.clientX)
        setDrag({ column, place })
      },
      (isCancelled) => place !== null && !isCancelled && arrangement.onMove(column, place),
    )
  }

  return { drag, startResize, startMove, wasDragged }
}

export function boundWidth(widthPx: number): number {
  return Math.round(Math.min(MAX_COLUMN_PX, Math.max(MIN_COLUMN_PX, widthPx)))
}

/** The place of the column under the pointer. */
function placeAt(header: Element, x: number): number {
  const headings = [...header.querySelectorAll('[data-column]')]
  const index = headings.findIndex((heading) => {
    const { left, right } = heading.getBoundingClientRect()
    return x >= left && x < right
  })
  if (index >= 0) return index
  const first = headings[0]?.getBoundingClientRect()
  return first && x < first.left ? 0 : headings.length - 1
}
