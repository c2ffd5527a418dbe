import type { DeviceColumn } from './device.ts'

/** What a column is called in a CSV header, in a sentence and over a table. */
export const DEVICE_COLUMN_TITLES: Readonly<Record<DeviceColumn, string>> = {
  serial: 'Serial Number',
  model: 'Model',
  description: 'Description',
  color: 'Color',
  assetTag: 'Asset Tag',
  family: 'Device Family',
  os: 'Operating System',
  token: 'Token',
  group: 'Organization Group',
  atApple: 'At Apple',
  goneSince: 'Gone Since',
  goneReason: 'Gone Reason',
  profileStatus: 'Profile Status',
  profileUuid: 'Profile UUID',
  profileName: 'Profile Name',
  assignment: 'Assignment',
  assignmentError: 'Assignment Error',
  nextAttemptAt: 'Next Attempt',
  enrollmentStatus: 'Enrollment Status',
  tokenStatus: 'Token Status',
  user: 'User',
  friendlyName: 'Friendly Name',
  consoleLastSeenAt: 'Console Last Seen',
  consoleAsOf: 'Console As Of',
  assignedDate: 'Assigned Date',
  assignedBy: 'Assigned By',
  profileAssignTime: 'Profile Assign Time',
  profilePushTime: 'Profile Push Time',
  migrationDeadline: 'Migration Deadline',
  firstSeenAt: 'First Seen',
  lastSeenAt: 'Last Seen',
}

/** Columns whose values are milliseconds UTC. */
export const DEVICE_TIME_COLUMNS = [
  'goneSince',
  'nextAttemptAt',
  'consoleLastSeenAt',
  'consoleAsOf',
  'assignedDate',
  'profileAssignTime',
  'profilePushTime',
  'migrationDeadline',
  'firstSeenAt',
  'lastSeenAt',
] as const satisfies readonly DeviceColumn[]
export type DeviceTimeColumn = (typeof DEVICE_TIME_COLUMNS)[number]

const timeColumns: ReadonlySet<string> = new Set(DEVICE_TIME_COLUMNS)

export function isTimeColumn(column: string): column is DeviceTimeColumn {
  return timeColumns.has(column)
}
