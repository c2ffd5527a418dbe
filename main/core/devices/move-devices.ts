import type { CallContext } from '../../../shared/contract/define.ts'
import { moveDevices } from '../../db/device-groups.ts'
import { readPlaces } from '../../db/device-places.ts'
import type { WriteDb } from '../../db/open.ts'
import { toStoreError } from '../../db/store-error.ts'
import { nextTurn } from '../turn.ts'

/**
 * Moves devices to a group and tells how many changed. Rejects with `db.busy`, and with the signal's reason when it is
 * cancelled; what was moved before stays moved.
 */
export type MoveDevices = (
  move: { readonly ids: Uint32Array; readonly groupNo: number; readonly at: number },
  context: CallContext<{ readonly done: number; readonly total: number }>,
) => Promise<number>

/** Rows of one transaction: some ten milliseconds, after which a sync that waits to write gets its turn. */
const DEVICES_PER_WRITE = 500

export function createDeviceMover(db: WriteDb): MoveDevices {
  return async ({ ids, groupNo, at }, { signal, report }) => {
    const places = readPlaces(db)
    let moved = 0
    for (let from = 0; from < ids.length; from += DEVICES_PER_WRITE) {
      await nextTurn()
      signal.throwIfAborted()
      const portion = Array.from(ids.subarray(from, from + DEVICES_PER_WRITE))
      moved += write(db, () => moveDevices(db, { ids: portion, groupNo, at }, places))
      report({ done: Math.min(from + DEVICES_PER_WRITE, ids.length), total: ids.length })
    }
    return moved
  }
}

function write<T>(db: WriteDb, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toStoreError(error, db.name)
  }
}
