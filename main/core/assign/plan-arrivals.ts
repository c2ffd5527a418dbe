import type { ReadDb, WriteDb } from '../../db/open.ts'
import { hasWishes, listWithoutProfile, wishProfile } from '../../db/profile-wishes.ts'
import { findDefaultProfile, findProfile } from '../../db/profiles.ts'
import { isRestoredUnfetched } from '../../db/sync-state.ts'
import { readTokenPage } from '../groups/index.ts'
import { planDevices } from './plan-devices.ts'

type Page = {
  readonly ids: readonly number[]
  /** Of those, the ones that came to the token with this page. */
  readonly arrived: readonly number[]
  readonly tokenNo: number
  readonly now: number
}

/**
 * What a page of Apple's list means for profiles: devices that came get the default of the token or of
 * its group, unless they have a profile
 * already, somebody chose one for them, or a restore brought the token and this is the first list since; and wherever Apple reports another profile than wished, that is put down as
 * work. Told from states alone: a full list has no words about what happened. Inside the page's transaction.
 */
export function planArrivals(db: WriteDb, { ids, arrived, tokenNo, now }: Page): void {
  const profileNo = arrived.length === 0 || isRestoredUnfetched(db, tokenNo) ? undefined : defaultOf(db, tokenNo)
  if (profileNo !== undefined) {
    const bare = listWithoutProfile(db, arrived)
    wishProfile(db, { ids: bare, profileNo, source: 'default', now })
  }
  if (hasWishes(db)) planDevices(db, { ids, now, isAtOnce: false, doubted: new Set(arrived) })
}

/** The token's own default, else the one its group sets or inherits. Undefined too for a name that no profile has. */
function defaultOf(db: ReadDb, tokenNo: number): number | undefined {
  const own = findDefaultProfile(db, tokenNo)
  if (own !== undefined) return own
  const { value } = readTokenPage(db, tokenNo, 'default-profile')
  return value === null ? undefined : findProfile(db, value)?.no
}
