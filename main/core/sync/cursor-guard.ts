import { AppError } from '../../../shared/errors.ts'

/** Ten million devices in pages of the smallest default size. */
const MAX_PAGES = 100_000
const MAX_EMPTY_PAGES = 1000

/**
 * Refuses a conversation that will not end: cursors that go round in a circle of any length (Brent's method: one
 * remembered cursor, renewed at every power of two), endless empty pages, or absurdly many.
 */
export function createCursorGuard() {
  let pages = 0
  let emptyInARow = 0
  let renewAt = 1
  let remembered: string | null = null

  return (cursor: string, rows: number): void => {
    pages += 1
    emptyInARow = rows === 0 ? emptyInARow + 1 : 0
    if (cursor === remembered) throw new AppError('ade.protocol', 'cursors go round in a circle', { facts: { pages } })
    if (pages > MAX_PAGES || emptyInARow > MAX_EMPTY_PAGES) {
      throw new AppError('ade.protocol', 'the answers do not come to an end', { facts: { pages, emptyInARow } })
    }
    if (pages >= renewAt) {
      remembered = cursor
      renewAt *= 2
    }
  }
}
