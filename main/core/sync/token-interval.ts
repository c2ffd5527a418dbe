import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { ReadDb } from '../../db/open.ts'
import { readSyncState } from '../../db/sync-state.ts'
import { readSchedule } from '../groups/index.ts'

export type TokenInterval = { readonly minutes: number | null; readonly from: TokenSchedule['intervalFrom'] }

/**
 * How often a token is synced: what was set for the token itself, else the schedule page that counts at its group, else
 * nothing, which stands for the program's own interval.
 */
export function readInterval(db: ReadDb, tokenNo: number): TokenInterval {
  const { intervalMinutes } = readSyncState(db, tokenNo)
  if (intervalMinutes !== null) return { minutes: intervalMinutes, from: 'token' }
  const { minutes, group } = readSchedule(db, tokenNo)
  return { minutes, from: minutes === null || group === null ? 'default' : { group } }
}
