import type { Device, DeviceColumn, DeviceEvent } from '../../shared/model/device.ts'
import { isTimeColumn } from '../../shared/model/device-columns.ts'
import type { SyncRun } from '../../shared/model/sync-run.ts'
import type { Token } from '../../shared/model/token.ts'
import { DEVICE_COLUMNS } from '../../shared/model/device.ts'

/** ISO 8601 UTC with milliseconds: the only form of a time in the command line's JSON. */
export function isoTime(at: number): string
export function isoTime(at: number | null): string | null
export function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

export function tokenJson({ account, accountAt, ...token }: Token) {
  return {
    ...token,
    termsCheckAt: isoTime(token.termsCheckAt),
    accountAt: isoTime(accountAt),
    limits: account?.limits ?? [],
    expiresAt: isoTime(token.expiresAt),
    stateSince: isoTime(token.stateSince),
    lastFetchAt: isoTime(token.lastFetchAt),
    lastSyncAt: isoTime(token.lastSyncAt),
    nextSyncAt: isoTime(token.nextSyncAt),
  }
}

export function deviceJson(device: Device, columns: readonly DeviceColumn[] = DEVICE_COLUMNS): Record<string, unknown> {
  return Object.fromEntries(
    columns.map((column) => {
      const value = device[column]
      return [column, isTimeColumn(column) ? isoTime(value as number | null) : value]
    }),
  )
}

export function eventJson({ at, kind, text, token, runId }: DeviceEvent) {
  return { at: isoTime(at), kind, text, token, runId }
}

export function runJson(run: SyncRun) {
  return { ...run, startedAt: isoTime(run.startedAt), finishedAt: isoTime(run.finishedAt) }
}
