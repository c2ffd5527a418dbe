import { AT_APPLE, type EventKind } from '../../shared/model/device.ts'
import { groupOf, type DevicePlaces } from './device-places.ts'
import type { WriteDb } from './open.ts'
import { createRowBatch } from './row-batch.ts'
import { prepare } from './sql.ts'

const GONE = AT_APPLE.indexOf('gone')
const MOVED_GROUP: EventKind = 'moved-group'

export type GroupMove = { readonly ids: readonly number[]; readonly groupNo: number; readonly at: number }

type Row = { readonly token_no: number | null; readonly group_no: number | null; readonly at_apple: number }

/** What moving a device to a group comes to. Devices that have left Apple are history and stay where they were. */
export type MoveOutcome = 'change' | 'same' | 'gone'

export function moveOutcome(
  places: DevicePlaces,
  device: { readonly atApple: number; readonly groupNo: number; readonly tokenNo: number },
  toGroupNo: number,
): MoveOutcome {
  if (device.atApple === GONE) return 'gone'
  // By path: the number of a removed group stands for the group above it.
  const pathOf = (no: number) => places.groups.get(no)
  return pathOf(groupOf(places, device.groupNo, device.tokenNo)) === pathOf(toGroupNo) ? 'same' : 'change'
}

/**
 * Moves the devices in one transaction, each with a line in its time line; hand in a portion of a large number. A device
 * that comes to the group of its token follows that token again. Returns how many were moved.
 */
export function moveDevices(db: WriteDb, { ids, groupNo, at }: GroupMove, places: DevicePlaces): number {
  const find = prepare(db, 'SELECT token_no, group_no, at_apple FROM devices WHERE id = ?')
  const update = prepare(db, 'UPDATE devices SET group_no = ? WHERE id = ?')
  const events = createRowBatch(db, 'events', ['device_id', 'at', 'kind', 'detail'])
  const pathOf = (no: number) => places.groups.get(no) ?? null
  return db
    .transaction(() => {
      let moved = 0
      for (const id of ids) {
        const row = find.get(id) as Row | undefined
        if (!row) continue
        const [from, tokenNo] = [row.group_no ?? 0, row.token_no ?? 0]
        if (moveOutcome(places, { atApple: row.at_apple, groupNo: from, tokenNo }, groupNo) !== 'change') continue
        update.run(places.tokens.get(tokenNo)?.groupNo === groupNo ? null : groupNo, id)
        const detail = { fromGroup: pathOf(groupOf(places, from, tokenNo)), toGroup: pathOf(groupNo) }
        events.add(id, at, MOVED_GROUP, JSON.stringify(detail))
        moved++
      }
      events.flush()
      return moved
    })
    .immediate()
}
