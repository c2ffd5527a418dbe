import type { DeviceRows } from '../../db/device-pages.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import type { IncomingDevice } from './read-device.ts'

/** Puts the rows of one serial number together, in the order of their first appearance. */
export function groupBySerial(rows: readonly IncomingDevice[]): readonly DeviceRows<IncomingDevice>[] {
  const groups = new Map<Serial, IncomingDevice[]>()
  for (const row of rows) {
    const group = groups.get(row.serial)
    if (group) group.push(row)
    else groups.set(row.serial, [row])
  }
  return Array.from(groups, ([serial, rows]) => ({ serial, rows }))
}

/**
 * The rows of one serial number in the order in which they happened, without those that another one overrules. Of two
 * at the same moment "deleted" wins, else the later row. Where a row has no date nothing can be ordered, and only the
 * winner is left: a row without a date overrules what stands before it.
 */
export function orderRows(rows: readonly IncomingDevice[]): readonly IncomingDevice[] {
  const [first] = rows
  if (!first || rows.length === 1) return rows
  if (rows.some((row) => row.opAt === null))
    return [rows.reduce((winner, row) => (overrules(row, winner) ? row : winner))]
  const ordered = rows.toSorted((a, b) => a.opAt! - b.opAt!)
  const kept: IncomingDevice[] = []
  for (const row of ordered) {
    const last = kept.at(-1)
    if (last?.opAt !== row.opAt) kept.push(row)
    else if (overrules(row, last)) kept[kept.length - 1] = row
  }
  return kept
}

/** Whether `row`, which stands later in the page, wins over `earlier`. */
function overrules(row: IncomingDevice, earlier: IncomingDevice): boolean {
  if (row.opAt === null || earlier.opAt === null) return true
  if (row.opAt !== earlier.opAt) return row.opAt > earlier.opAt
  return row.gone !== null || earlier.gone === null
}
