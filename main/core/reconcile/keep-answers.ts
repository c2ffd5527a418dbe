import type { ReconcileProgress } from '../../../shared/contract/reconcile.ts'
import type { CallContext } from '../../../shared/contract/define.ts'
import type { ReconcileRow, Reconciliation, Verdict } from '../../../shared/model/reconcile.ts'
import type { WriteDb } from '../../db/open.ts'
import { replaceRows } from '../../db/reconciliations.ts'
import { toStoreError } from '../../db/store-error.ts'
import type { AppleAnswer } from './explain.ts'
import { explainAnswer } from './explain-answer.ts'
import { createTally } from './pack-outcome.ts'
import { createPackers, packable, type RowPiece } from './packed-rows.ts'
import { countOf, matchingRows, requireRows } from './read-rows.ts'

export type Answers = {
  readonly id: string
  readonly at: number
  readonly answers: Readonly<Record<string, AppleAnswer>>
}

/** Writes what Apple's answers explain into the rows of a reconciliation: all of them or, cancelled, none. */
export type KeepAnswers = (answers: Answers, context: CallContext<ReconcileProgress>) => Promise<Reconciliation>

/** Sets in which nothing here may tell the cause. */
export const ASKED_VERDICTS: readonly Verdict[] = ['portal-only', 'console-only']

export function createAnswerKeeper(db: WriteDb): KeepAnswers {
  return async ({ id, at, answers }, { signal, report }) => {
    const before = requireRows(db, id)
    const isAgainstRecords = before.console.kind === 'records'
    const total = ASKED_VERDICTS.reduce((sum, verdict) => sum + countOf(before.counts, verdict), 0)
    const pieces: RowPiece[] = []
    const packers = createPackers((piece) => pieces.push(piece))
    const tally = createTally()
    let done = 0
    for await (const rows of matchingRows(db, { id, verdicts: ASKED_VERDICTS })) {
      signal.throwIfAborted()
      for (const row of rows) {
        const { serial, ...packed } = packable(explained(row))
        packers[row.verdict].add(serial, 0, serial.length, packed)
        if (packed.cause !== null) tally.count(row.verdict, packed.cause)
      }
      report({ phase: 'saving', done: (done += rows.length), total })
    }
    for (const packer of Object.values(packers)) packer.flush()
    const kept = before.causes.filter(({ verdict }) => !ASKED_VERDICTS.includes(verdict))
    const causes = [...kept, ...tally.all()].sort((a, b) => b.count - a.count)
    try {
      if (replaceRows(db, { id, causes, askedAt: at }, { verdicts: ASKED_VERDICTS, pieces })) {
        return { ...before, causes, askedAt: at }
      }
    } catch (error) {
      throw toStoreError(error, db.name)
    }
    return requireRows(db, id)

    function explained(row: ReconcileRow): ReconcileRow {
      const answer = row.cause === 'unknown-ask-apple' && row.serial !== null ? answers[row.serial] : undefined
      const found = answer && explainAnswer(row, { answer, isAgainstRecords })
      return found ? { ...row, ...found } : row
    }
  }
}
