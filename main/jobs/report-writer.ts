import { createDeviceReader } from '../core/devices/index.ts'
import { matchingRows, RECONCILE_TITLES, reconcileCells } from '../core/reconcile/index.ts'
import { createReportWriter, type ReportTable, type WriteReport } from '../core/reports/index.ts'
import { VERDICTS } from '../../shared/model/reconcile.ts'
import type { ReadDb } from '../db/open.ts'
import { listReconciliations } from '../db/reconciliations.ts'
import { systemClock } from '../ports/clock.ts'
import { openWholeFile } from '../ports/whole-file.ts'

/** Reports over this store, written in this thread. The index of devices is made when the first one is asked for. */
export function createWriterOver(db: ReadDb): WriteReport {
  let reader: ReturnType<typeof createDeviceReader> | undefined
  return createReportWriter({
    db,
    openTarget: openWholeFile,
    devices: (filter, sort) =>
      (reader ??= createDeviceReader({ db, clock: systemClock, openTarget: openWholeFile })).source(filter, sort),
    reconciliation: () => latestReconciliation(db),
  })
}

/** The rows of the newest reconciliation; none where nobody has made one. */
export function latestReconciliation(db: ReadDb): ReportTable<readonly string[]> {
  const [latest] = listReconciliations(db)
  const columns = RECONCILE_TITLES.map((title, place) => ({
    title,
    kind: 'text' as const,
    valueOf: (cells: readonly string[]) => cells[place] || null,
  }))
  if (!latest) return { columns, total: 0, batches: async function* () {} }
  const { both, portalOnly, consoleOnly, duplicates, invalid } = latest.counts
  return {
    columns,
    total: both + portalOnly + consoleOnly + duplicates + invalid,
    async *batches() {
      for await (const rows of matchingRows(db, { id: latest.id, verdicts: VERDICTS })) yield rows.map(reconcileCells)
    },
  }
}
