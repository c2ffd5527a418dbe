import { DEVICE_COLUMNS, type DeviceColumn, type DeviceFilter } from './device.ts'
import type { ReportContent } from './report.ts'

/** Reports everybody has. Names are the command line's (`docs/cli.md`). */
export const REPORT_PRESETS = [
  'lifecycle',
  'inventory',
  'unassigned',
  'assignment-failures',
  'gone',
  'credentials',
  'sync-history',
  'reconciliation',
] as const
export type ReportPreset = (typeof REPORT_PRESETS)[number]

const WHO: readonly DeviceColumn[] = ['serial', 'model', 'description', 'assetTag', 'family', 'token', 'group']

/** Devices of the lifecycle report, which the charts of Overview count by stage: all of them. */
export const LIFECYCLE_ROWS: DeviceFilter = {}

export const PRESET_CONTENT: Readonly<Record<ReportPreset, ReportContent>> = {
  lifecycle: devices([LIFECYCLE_ROWS], DEVICE_COLUMNS),
  inventory: devices(
    [{ atApple: 'present' }],
    [...WHO, 'color', 'os', 'profileStatus', 'profileName', 'enrollmentStatus', 'user', 'friendlyName'],
    ['assignedDate', 'consoleLastSeenAt', 'firstSeenAt', 'lastSeenAt'],
  ),
  // Apple's words for a device that has no profile; none at all is one of them.
  unassigned: devices(
    ['empty', 'removed', ''].map((profileStatus) => ({ atApple: 'present', profileStatus })),
    [...WHO, 'profileStatus', 'assignment', 'assignmentError', 'nextAttemptAt', 'enrollmentStatus'],
    ['assignedDate', 'assignedBy', 'firstSeenAt'],
  ),
  'assignment-failures': devices(
    (['failed', 'not-accessible', 'throttled'] as const).map((assignment) => ({ assignment })),
    [...WHO, 'assignment', 'assignmentError', 'nextAttemptAt', 'atApple', 'profileStatus', 'profileName'],
  ),
  gone: devices([{ atApple: 'gone' }], [...WHO, 'goneSince', 'goneReason', 'enrollmentStatus', 'user', 'firstSeenAt']),
  credentials: { kind: 'credentials' },
  'sync-history': { kind: 'sync-history' },
  reconciliation: { kind: 'reconciliation' },
}

export function isReportPreset(text: string): text is ReportPreset {
  return (REPORT_PRESETS as readonly string[]).includes(text)
}

function devices(
  parts: readonly DeviceFilter[],
  ...columns: readonly (readonly DeviceColumn[])[]
): ReportContent & { readonly kind: 'devices' } {
  return { kind: 'devices', parts, columns: columns.flat(), sort: { column: 'serial', direction: 'asc' } }
}
