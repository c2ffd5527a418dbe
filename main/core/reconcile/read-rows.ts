import type { Cause, ReconcileCounts, Reconciliation, ReconcileRow, Verdict } from '../../../shared/model/reconcile.ts'
import { AppError } from '../../../shared/errors.ts'
import { toSerial } from '../../../shared/model/ids.ts'
import { findPiece, findReconciliation } from '../../db/reconciliations.ts'
import type { ReadDb } from '../../db/open.ts'
import { nextTurn } from '../turn.ts'
import { unpackRows, type RowPiece } from './packed-rows.ts'

export type WantedRows = {
  readonly id: string
  /** In this order. */
  readonly verdicts: readonly Verdict[]
  readonly cause?: Cause | undefined
  /** Looked for inside the serial number, whatever the case. */
  readonly search?: string | undefined
}

/** Throws `reconcile.not-found`. */
export function requireReconciliation(db: ReadDb, id: string): Reconciliation {
  const found = findReconciliation(db, id)
  if (!found) throw new AppError('reconcile.not-found', `there is no reconciliation ${id}`)
  return found
}

/** Throws `reconcile.not-found`, `reconcile.rows-gone`. */
export function requireRows(db: ReadDb, id: string): Reconciliation {
  const found = requireReconciliation(db, id)
  if (!found.hasRows) throw new AppError('reconcile.rows-gone', 'it is not among the newest')
  return found
}

/** Rows of one verdict; agreement alone is what is left of `both`. */
export function countOf({ both, mismatched, ...counts }: ReconcileCounts, verdict: Verdict): number {
  switch (verdict) {
    case 'both':
      return both - mismatched
    case 'mismatched':
      return mismatched
    case 'portal-only':
      return counts.portalOnly
    case 'console-only':
      return counts.consoleOnly
    case 'duplicate':
      return counts.duplicates
    case 'invalid':
      return counts.invalid
  }
}

/** Everything that matches, piece by piece; gives way between two pieces. Memory holds one piece. */
export async function* matchingRows(db: ReadDb, wanted: WantedRows): AsyncGenerator<readonly ReconcileRow[]> {
  const matches = matcher(wanted)
  const holds = searchedPieces(wanted)
  for (const verdict of wanted.verdicts) {
    for (let place = 0; ;) {
      const piece = findPiece(db, wanted.id, { verdict, place })
      if (!piece) break
      if (!holds || holds(piece)) {
        const rows = [...unpackRows(piece)]
        yield matches ? rows.filter(matches) : rows
      }
      place = piece.first + piece.count
      await nextTurn()
    }
  }
}

export type Page = { readonly total: number; readonly rows: readonly ReconcileRow[] }

/** A page of what matches. Without a search only the pieces it lies in are read. */
export async function readPage(
  db: ReadDb,
  wanted: WantedRows,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<Page> {
  const { counts } = requireRows(db, wanted.id)
  if (!matcher(wanted)) return directPage(db, { wanted, counts, offset, limit })
  const rows: ReconcileRow[] = []
  let total = 0
  for await (const part of matchingRows(db, wanted)) {
    const from = Math.max(0, offset - total)
    if (rows.length < limit && from < part.length) rows.push(...part.slice(from, from + limit - rows.length))
    total += part.length
  }
  return { total, rows }
}

type DirectPage = {
  readonly wanted: WantedRows
  readonly counts: ReconcileCounts
  readonly offset: number
  readonly limit: number
}

function directPage(db: ReadDb, { wanted: { id, verdicts }, counts, offset, limit }: DirectPage): Page {
  const rows: ReconcileRow[] = []
  let total = 0
  for (const verdict of verdicts) {
    const count = countOf(counts, verdict)
    let place = Math.max(0, offset - total)
    while (place < count && rows.length < limit) {
      const piece = findPiece(db, id, { verdict, place })
      if (!piece) break
      rows.push(...unpackRows(piece, place - piece.first, limit - rows.length))
      place = piece.first + piece.count
    }
    total += count
  }
  return { total, rows }
}

/** Most pieces do not hold the text anywhere: their rows need no look. What is rejected may be in small letters. */
function searchedPieces({ search }: WantedRows): ((piece: RowPiece) => boolean) | undefined {
  const text = toSerial(search ?? '')
  if (text === '') return undefined
  return ({ verdict, packed }) =>
    verdict === 'invalid' || Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).includes(text)
}

/** Undefined where every row matches. */
function matcher({ cause, search }: WantedRows): ((row: ReconcileRow) => boolean) | undefined {
  const text = toSerial(search ?? '')
  if (text === '' && cause === undefined) return undefined
  return (row) =>
    (cause === undefined || row.cause === cause) && (text === '' || (row.serial?.toUpperCase().includes(text) ?? false))
}
