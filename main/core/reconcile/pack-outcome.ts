import {
  COMPARED_FIELDS,
  type Cause,
  type CauseCount,
  type ReconcileCounts,
  type Verdict,
} from '../../../shared/model/reconcile.ts'
import { NO_LINE, type Collection } from './collection.ts'
import type { Sets } from './compare-sides.ts'
import type { Explained } from './explain-sets.ts'
import { createPackers, type PackedRow, type RowPiece } from './packed-rows.ts'

export type Outcome = {
  readonly pieces: readonly RowPiece[]
  readonly counts: ReconcileCounts
  readonly causes: readonly CauseCount[]
}

const ROWS_PER_TURN = 50_000

/** Every row of the outcome, packed by set in the order of the files. */
export async function packOutcome(
  { collection, sets, explained }: { collection: Collection; sets: Sets; explained: Explained },
  giveWay: (done: number) => Promise<void>,
): Promise<Outcome> {
  const pieces: RowPiece[] = []
  const packers = createPackers((piece) => pieces.push(piece))
  const tally = createTally()
  const { serials } = collection
  let done = 0

  function add(verdict: Verdict, no: number, row: Omit<PackedRow, 'serial' | 'portalLine' | 'consoleLine'>): void {
    const [portalLine, consoleLine] = [collection.lineOf('portal', no), collection.lineOf('console', no)]
    packers[verdict].add(serials.bytes, serials.startOf(no), serials.endOf(no), { ...row, portalLine, consoleLine })
    if (row.cause !== null) tally.count(verdict, row.cause)
  }

  function explainedRow(no: number, mask = 0) {
    const { cause, remedy, other } = explained.causeOf(no)
    const differences = COMPARED_FIELDS.flatMap((name, field) => {
      if (!(mask & (1 << field))) return []
      const text = (side: 'portal' | 'console') =>
        Buffer.from(collection.texts.text(collection.textNoOf(side, name, no)))
      return [{ field, portal: text('portal'), console: text('console') }]
    })
    return { cause, remedy, other: other === null ? null : Buffer.from(other), differences }
  }

  for (const no of sets.agreed) {
    if (done++ % ROWS_PER_TURN === 0) await giveWay(done)
    const [start, end] = [serials.startOf(no), serials.endOf(no)]
    packers.both.addPlain(serials.bytes, start, end, collection.lineOf('portal', no), collection.lineOf('console', no))
  }
  for (const [verdict, nos] of [
    ['mismatched', sets.mismatched],
    ['portal-only', sets.portalOnly],
    ['console-only', sets.consoleOnly],
  ] as const) {
    for (let at = 0; at < nos.length; at++) {
      if (done++ % ROWS_PER_TURN === 0) await giveWay(done)
      add(verdict, nos[at]!, explainedRow(nos[at]!, verdict === 'mismatched' ? sets.masks[at] : 0))
    }
  }
  for (const { serialNo, side, line } of collection.duplicates()) {
    if (done++ % ROWS_PER_TURN === 0) await giveWay(done)
    const row = { ...AGREED, cause: 'listed-twice', remedy: 'remove-line', ...linesOf(side, line) } as const
    packers.duplicate.add(serials.bytes, serials.startOf(serialNo), serials.endOf(serialNo), row)
    tally.count('duplicate', 'listed-twice')
  }
  for (const { text, side, line, cause } of collection.rejected()) {
    if (done++ % ROWS_PER_TURN === 0) await giveWay(done)
    const bytes = Buffer.from(text)
    packers.invalid.add(bytes, 0, bytes.length, { ...AGREED, cause, remedy: 'repair-cell', ...linesOf(side, line) })
    tally.count('invalid', cause)
  }
  for (const packer of Object.values(packers)) packer.flush()
  return {
    pieces,
    causes: tally.all(),
    counts: {
      both: sets.agreed.length + sets.mismatched.length,
      mismatched: sets.mismatched.length,
      portalOnly: sets.portalOnly.length,
      consoleOnly: sets.consoleOnly.length,
      duplicates: collection.duplicateCount,
      invalid: collection.rejectedCount,
    },
  }
}

const AGREED = { cause: null, remedy: null, other: null, differences: [] } as const

function linesOf(side: 'portal' | 'console', line: number) {
  const known = line === NO_LINE ? 0 : line
  return side === 'portal' ? { portalLine: known, consoleLine: 0 } : { portalLine: 0, consoleLine: known }
}

export function createTally() {
  const counts = new Map<Verdict, Map<Cause, number>>()
  return {
    count(verdict: Verdict, cause: Cause): void {
      let known = counts.get(verdict)
      if (!known) counts.set(verdict, (known = new Map()))
      known.set(cause, (known.get(cause) ?? 0) + 1)
    },
    /** Most frequent first. */
    all: (): readonly CauseCount[] =>
      [...counts]
        .flatMap(([verdict, causes]) => Array.from(causes, ([cause, count]) => ({ verdict, cause, count })))
        .sort((a, b) => b.count - a.count),
  }
}
