import type { WriteDb } from '../../db/open.ts'
import { hasWishes, listWithoutProfile, wishProfile } from '../../db/profile-assignments.ts'
import { findDefaultProfile } from '../../db/profiles.ts'
import { planDevices } from './plan-devices.ts'

type Page = {
  readonly ids: readonly number[]
  /** Of those, the ones that came to the token with this page. */
  readonly arrived: readonly number[]
  readonly tokenNo: number
  readonly now: number
}

/**
 * What a page of Apple's list means for profiles: devices that came get the token's default, unless they have a profile
 * already or somebody chose one for them; and wherever Apple reports another profile than wished, that is put down as
 * work. Told from states alone: a full list has no words about what happened. Inside the page's transaction.
 */
export function planArrivals(db: WriteDb, { ids, arrived, tokenNo, now }: Page): void {
  const profileNo = findDefaultProfile(db, tokenNo)
  if (profileNo !== undefined && arrived.length > 0) {
    const bare = listWithoutProfile(db, arrived)
    wishProfile(db, { ids: bare, profileNo, source: 'default', now })
  }
  if (hasWishes(db)) planDevices(db, { ids, now, isAtOnce: false, doubted: new Set(arrived) })
}
