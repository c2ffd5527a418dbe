import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { MAX_NAMED_SERIALS } from '../../../shared/contract/devices.ts'
import type { CallContext } from '../../../shared/contract/define.ts'
import type { ReconcileProgress } from '../../../shared/contract/reconcile.ts'
import { AppError } from '../../../shared/errors.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import { listReconciliations, removeReconciliation } from '../../db/reconciliations.ts'
import type { CorePorts } from '../ports.ts'
import type { ReportTarget } from '../reports/index.ts'
import { askApple, type AskPorts } from './ask-apple.ts'
import { compareReconciliations } from './compare-with.ts'
import { writeReconciliation } from './export-csv.ts'
import type { KeepAnswers } from './keep-answers.ts'
import type { MakeReconciliation } from './make.ts'
import { matchingRows, readPage, requireReconciliation, requireRows } from './read-rows.ts'

export { createAnswerKeeper, type Answers, type KeepAnswers } from './keep-answers.ts'
export { createReconciliationMaker, type MakeReconciliation, type ReconcileWish } from './make.ts'
export { RECONCILE_TITLES, reconcileCells, writeLatestReconciliation, writeReconciliation } from './export-csv.ts'
export { matchingRows, type WantedRows } from './read-rows.ts'

export type ReconcilePorts = AskPorts &
  Pick<CorePorts, 'clock' | 'random' | 'log'> & {
    readonly makeReconciliation: MakeReconciliation
    readonly keepAnswers: KeepAnswers
    readonly openTarget: (path: string) => Promise<ReportTarget>
  }

export type ReconcileService = ReturnType<typeof createReconcileService>

/** Reconciliations: made and changed by a job, read here a piece at a time. */
export function createReconcileService(ports: ReconcilePorts) {
  const { db, clock, random, log } = ports
  const listeners = new Set<() => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }

  async function ask({ id }: { readonly id: string }, context: CallContext<ReconcileProgress>) {
    requireRows(db, id)
    const { answers, asked, left } = await askApple(ports, id, context)
    if (asked === 0) return { reconciliation: requireReconciliation(db, id), asked, left }
    const reconciliation = await ports.keepAnswers({ id, at: clock.now(), answers }, context)
    log.info('reconcile.asked', { id, asked, left })
    changed()
    return { reconciliation, asked, left }
  }

  const handlers: CoreHandlers['reconcile'] = {
    start: async ({ portal, console }, context) => {
      const id = random.uuid()
      const made = await ports.makeReconciliation({ id, at: clock.now(), portal, console }, context)
      log.info('reconcile.made', { id, ...made.counts })
      changed()
      return made
    },

    list: () => listReconciliations(db),

    show: ({ id }) => requireReconciliation(db, id),

    rows: ({ offset, limit, ...wanted }) => readPage(db, wanted, { offset, limit }),

    serials: async (wanted) => {
      requireRows(db, wanted.id)
      const serials = new Set<Serial>()
      let total = 0
      for await (const rows of matchingRows(db, wanted)) {
        for (const { serial, verdict } of rows) {
          // What stands in a rejected row names no device.
          if (serial === null || verdict === 'invalid') continue
          total++
          if (serials.size < MAX_NAMED_SERIALS) serials.add(toSerial(serial))
        }
      }
      return { total, serials: [...serials] }
    },

    exportCsv: async ({ path, ...wanted }, { signal, report }) => {
      requireRows(db, wanted.id)
      const target = await ports.openTarget(path)
      return { rows: await writeReconciliation(db, wanted, { target, signal, report }), path }
    },

    compare: (wish) => compareReconciliations(db, wish),

    askApple: ask,

    remove: async ({ id }) => {
      if (!removeReconciliation(db, id)) throw new AppError('reconcile.not-found', `there is no reconciliation ${id}`)
      changed()
      return null
    },
  }

  return {
    handlers,

    /** Returns the function that stops listening. */
    onChanged(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
