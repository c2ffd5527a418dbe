import type { RowRange } from '../ui/row-window.ts'

/** Rows come in pages: one or two calls for a screenful, and few that nobody looks at. */
export const PAGE_ROWS = 50
const MAX_CACHED_PAGES = 200

/** Pages by number; the order of entry is the order of use, oldest first. */
export type RowPages<Row> = ReadonlyMap<number, readonly Row[]>

export function pagesOf({ first, end }: RowRange): readonly number[] {
  const pages: number[] = []
  for (let page = Math.floor(first / PAGE_ROWS); page * PAGE_ROWS < end; page++) pages.push(page)
  return pages
}

export function rowAt<Row>(pages: RowPages<Row>, index: number): Row | undefined {
  return pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS]
}

/** Adds a page and drops those not looked at for the longest time; what is on screen stays. */
export function addPage<Row>(pages: RowPages<Row>, page: number, rows: readonly Row[]): RowPages<Row> {
  const next = new Map(pages)
  next.delete(page)
  next.set(page, rows)
  for (const oldest of next.keys()) {
    if (next.size <= MAX_CACHED_PAGES) break
    next.delete(oldest)
  }
  return next
}

/** Moves pages to the young end, so that scrolling on does not drop what is on screen. */
export function touchPages<Row>(pages: RowPages<Row>, used: readonly number[]): RowPages<Row> {
  const youngest = new Set([...pages.keys()].slice(-used.length))
  if (used.every((page) => !pages.has(page) || youngest.has(page))) return pages
  const next = new Map(pages)
  for (const page of used) {
    const rows = next.get(page)
    if (!rows) continue
    next.delete(page)
    next.set(page, rows)
  }
  return next
}
