import type { Account } from '../../../shared/model/token.ts'
import type { SyncMode } from '../../../shared/model/sync-run.ts'

/** The documented default and maximum of both calls. */
const DEFAULT_ROWS = 100
const MAX_ROWS = 1000

const PATHS: Readonly<Record<SyncMode, string>> = { fetch: '/server/devices', sync: '/devices/sync' }

/** Rows to ask for in one answer: as many as Apple announces for the call, or what a setting says. */
export function pageLimit(mode: SyncMode, account: Pick<Account, 'limits'>, setting: number | null): number {
  const announced = account.limits.find(({ uri }) => uri.replace(/\/+$/, '') === PATHS[mode])
  const rows = setting ?? announced?.maximum ?? announced?.default ?? DEFAULT_ROWS
  return Math.max(1, Math.min(MAX_ROWS, Math.floor(rows)))
}
