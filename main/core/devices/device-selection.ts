import type { DeviceSelection, MovePlan } from '../../../shared/contract/devices.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import { moveOutcome } from '../../db/device-groups.ts'
import { listIdsOfSerials, listSerials } from '../../db/device-columns.ts'
import type { ReadDb } from '../../db/open.ts'
import { missedBy } from './device-filter.ts'
import type { DeviceData } from './device-orders.ts'

/** The devices of a selection, ascending, and the named ones that nobody knows. */
export type SelectedIds = { readonly ids: Uint32Array; readonly unknown: readonly Serial[] }

export function selectIds(db: ReadDb, data: DeviceData, selection: DeviceSelection): SelectedIds {
  if (selection.kind === 'serials') {
    const named = new Set(selection.serials)
    const ids = Uint32Array.from(listIdsOfSerials(db, [...named])).sort()
    if (ids.length < named.size)
      for (const serial of listSerials(db, Array.from(ids))) named.delete(serial as Serial) // as stored
    else named.clear()
    return { ids, unknown: [...named] }
  }
  const missed = missedBy(data, selection.filter)
  for (const id of listIdsOfSerials(db, selection.except)) missed[id] = 1
  let count = 0
  for (let id = 0; id < missed.length; id++) if (missed[id] === 0) count++
  const ids = new Uint32Array(count)
  for (let id = 0, at = 0; at < count; id++) if (missed[id] === 0) ids[at++] = id
  return { ids, unknown: [] }
}

/** What moving them would come to, with the ids that change. */
export function planMove(
  { columns, places }: DeviceData,
  { ids, unknown }: SelectedIds,
  groupNo: number,
): { readonly plan: MovePlan; readonly groupNo: number; readonly ids: Uint32Array } {
  const [groups, tokens, states] = [columns.codes('groupNo'), columns.codes('tokenNo'), columns.codes('atApple')]
  const changing = new Uint32Array(ids.length)
  const counts = { change: 0, same: 0, gone: unknown.length }
  for (let index = 0; index < ids.length; index++) {
    const id = ids[index]!
    const device = { atApple: states[id]!, groupNo: groups[id]!, tokenNo: tokens[id]! }
    const outcome = moveOutcome(places, device, groupNo)
    if (outcome === 'change') changing[counts.change] = id
    counts[outcome]++
  }
  return { plan: { total: ids.length + unknown.length, ...counts }, groupNo, ids: changing.slice(0, counts.change) }
}
