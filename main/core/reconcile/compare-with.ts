import {
  MAX_COMPARED_ROWS,
  type ReconcileChange,
  type ReconcileComparison,
} from '../../../shared/contract/reconcile.ts'
import { AppError } from '../../../shared/errors.ts'
import { VERDICTS, type Reconciliation, type Verdict } from '../../../shared/model/reconcile.ts'
import { listReconciliations } from '../../db/reconciliations.ts'
import type { ReadDb } from '../../db/open.ts'
import { ByteTable } from './byte-table.ts'
import { Numbers } from './numbers.ts'
import { matchingRows, requireRows } from './read-rows.ts'

/** The sets in which the two lists differ. */
const DIFFERING: readonly Verdict[] = ['mismatched', 'portal-only', 'console-only']

/** What changed between two reconciliations in the sets that differ: agreement that stays is not looked at. */
export async function compareReconciliations(
  db: ReadDb,
  { id, with: given }: { readonly id: string; readonly with?: string | undefined },
): Promise<ReconcileComparison> {
  const after = requireRows(db, id)
  const before = given === undefined ? previousOf(db, after) : requireRows(db, given)
  const serials = new ByteTable()
  const was = new Numbers()
  const is = new Numbers()
  await note(db, before.id, { serials, into: was })
  await note(db, after.id, { serials, into: is })

  const changes: ReconcileChange[] = []
  let [appeared, resolved, moved, same] = [0, 0, 0, 0]
  for (let no = 0; no < serials.count; no++) {
    const [from, to] = [was.at(no), is.at(no)]
    if (from === to) {
      same++
      continue
    }
    if (from === 0) appeared++
    else if (to === 0) resolved++
    else moved++
    if (changes.length < MAX_COMPARED_ROWS) {
      changes.push({ serial: serials.text(no), before: VERDICTS[from - 1] ?? null, after: VERDICTS[to - 1] ?? null })
    }
  }
  return { before, after, appeared, resolved, moved, same, changes }
}

/** The last one before it of which the console's side was the same kind. Throws `reconcile.nothing-to-compare`. */
function previousOf(db: ReadDb, { id, console }: Reconciliation): Reconciliation {
  const all = listReconciliations(db)
  const place = all.findIndex((other) => other.id === id)
  const found = all.slice(place + 1).find((other) => other.hasRows && other.console.kind === console.kind)
  if (!found) throw new AppError('reconcile.nothing-to-compare', 'it is the first one')
  return found
}

/** Verdicts by serial number, as their place in the list plus one. */
async function note(
  db: ReadDb,
  id: string,
  { serials, into }: { readonly serials: ByteTable; readonly into: Numbers },
): Promise<void> {
  for await (const rows of matchingRows(db, { id, verdicts: DIFFERING })) {
    for (const { serial, verdict } of rows) into.set(serials.addText(serial ?? ''), VERDICTS.indexOf(verdict) + 1)
  }
}
