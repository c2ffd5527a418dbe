import type { AssignmentPlan, AssignmentProgress } from '../../../shared/contract/assignments.ts'
import type { CallContext } from '../../../shared/contract/define.ts'
import type { WriteDb } from '../../db/open.ts'
import { findDeviceForWish, wishProfile } from '../../db/profile-wishes.ts'
import { toStoreError } from '../../db/store-error.ts'
import { decideWork } from './decide-work.ts'
import { createDefinitions, planDevices } from './plan-devices.ts'
import { nextTurn } from '../turn.ts'

export type WishRequest = {
  readonly ids: Uint32Array
  /** Null: no profile. */
  readonly profileNo: number | null
  readonly now: number
  /** Only looks what it would come to. */
  readonly isDryRun: boolean
}

/**
 * Puts down a wish for many devices, in portions that let others write between them; what was put down before a
 * cancellation stays. Rejects with `db.busy`, or with the signal's reason.
 */
export type WishDevices = (request: WishRequest, context: CallContext<AssignmentProgress>) => Promise<AssignmentPlan>

/** Devices of a token that should have a profile, or that Apple reports with it: a look at all devices. */
export type DevicesOfProfile = (wanted: {
  readonly profileNo: number
  readonly tokenNo: number
}) => Promise<Uint32Array>

const DEVICES_PER_WRITE = 500

export function createWisher(db: WriteDb): WishDevices {
  return async ({ ids, profileNo, now, isDryRun }, { signal, report }) => {
    const plan = { total: ids.length, change: 0, same: 0, gone: 0, unpublished: 0 }
    for (let from = 0; from < ids.length; from += DEVICES_PER_WRITE) {
      await nextTurn()
      signal.throwIfAborted()
      const portion = Array.from(ids.subarray(from, from + DEVICES_PER_WRITE))
      const counts = isDryRun ? look(db, portion, profileNo) : write(db, { ids: portion, profileNo, now })
      plan.change += counts.work
      plan.same += counts.right
      plan.gone += counts.gone
      plan.unpublished += counts.unpublished
      report({ phase: 'comparing', done: Math.min(from + DEVICES_PER_WRITE, ids.length), total: ids.length })
    }
    return plan
  }
}

function write(
  db: WriteDb,
  wish: { readonly ids: readonly number[]; readonly profileNo: number | null; readonly now: number },
) {
  try {
    return db
      .transaction(() => {
        wishProfile(db, { ...wish, source: 'person' })
        return planDevices(db, { ids: wish.ids, now: wish.now, isAtOnce: true })
      })
      .immediate()
  } catch (error) {
    throw toStoreError(error, db.name)
  }
}

function look(db: WriteDb, ids: readonly number[], profileNo: number | null) {
  const counts = { work: 0, right: 0, gone: 0, unpublished: 0 }
  const definitionOf = createDefinitions(db)
  for (const id of ids) {
    const device = findDeviceForWish(db, id)
    const { tokenNo } = device
    if (!device.isPresent || tokenNo === null) {
      counts.gone++
      continue
    }
    const definition = profileNo === null ? undefined : definitionOf({ profileNo, versionNo: null }, tokenNo)
    const { kind } = decideWork(profileNo, device, definition)
    counts[kind === 'none' ? 'right' : kind === 'unpublished' ? 'unpublished' : 'work']++
  }
  return counts
}
