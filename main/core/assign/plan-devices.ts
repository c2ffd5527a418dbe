import type { WriteDb } from '../../db/open.ts'
import { dropAssignment, planAssignment, setAssignment } from '../../db/profile-assignments.ts'
import { findDefinition, fixDefinition, findWishedDevice, type Wish } from '../../db/profile-wishes.ts'
import { decideWork, type Definition } from './decide-work.ts'

/** No definition of the wished profile exists on the device's token. */
export const NOT_PUBLISHED = 'NOT_PUBLISHED'

/** Of a device that should have no profile and has none. */
const NOTHING = { assignment: 'none', error: null, nextAttemptAt: null } as const

export type PlanCounts = {
  /** Apple is to be told. */
  readonly work: number
  /** Apple reports what is wished. */
  readonly right: number
  /** Not on any token. */
  readonly gone: number
  /** The profile is not published on the device's token. */
  readonly unpublished: number
}

type Plan = {
  readonly ids: readonly number[]
  readonly now: number
  readonly isAtOnce: boolean
  /** Came back to Apple's list: a right profile is known to be reported there without having an effect. */
  readonly doubted?: ReadonlySet<number> | undefined
}

/**
 * Compares what these devices should have with what Apple reports and puts down what is to be done. Inside the caller's
 * transaction; devices without a wish are left as they are.
 */
export function planDevices(db: WriteDb, { ids, now, isAtOnce, doubted }: Plan): PlanCounts {
  const counts = { work: 0, right: 0, gone: 0, unpublished: 0 }
  const definitionOf = createDefinitions(db)
  for (const deviceId of ids) {
    const device = findWishedDevice(db, deviceId)
    if (!device) continue
    const { tokenNo } = device
    if (!device.isPresent || tokenNo === null) {
      dropAssignment(db, deviceId)
      counts.gone++
      continue
    }
    const reported = doubted?.has(deviceId) ? { ...device, profileUuid: null } : device
    const definition = device.profileNo === null ? undefined : definitionOf(device, tokenNo)
    const work = decideWork(device.profileNo, reported, definition)
    if (definition && definition.versionNo !== device.versionNo) fixDefinition(db, deviceId, definition.versionNo)
    if (work.kind === 'none') {
      dropAssignment(db, deviceId)
      if (device.profileNo === null) setAssignment(db, deviceId, NOTHING)
      counts.right++
    } else if (work.kind === 'unpublished') {
      dropAssignment(db, deviceId)
      setAssignment(db, deviceId, { assignment: 'failed', error: NOT_PUBLISHED, nextAttemptAt: null })
      counts.unpublished++
    } else {
      const versionNo = work.kind === 'give' ? work.versionNo : null
      planAssignment(db, { deviceId, tokenNo, versionNo, now, isAtOnce })
      counts.work++
    }
  }
  return counts
}

/** Remembers definitions per wish and token. */
export function createDefinitions(db: WriteDb) {
  const known = new Map<string, Definition | undefined>()
  return (wish: Wish, tokenNo: number): Definition | undefined => {
    const key = `${wish.profileNo} ${wish.versionNo} ${tokenNo}`
    if (!known.has(key)) known.set(key, findDefinition(db, wish, tokenNo))
    return known.get(key)
  }
}
