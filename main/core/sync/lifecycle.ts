import type { Assignment, EnrollmentStatus } from '../../../shared/model/device.ts'

export type Lifecycle = {
  readonly assignment: Assignment
  readonly assignmentError: string | null
  readonly nextAttemptAt: number | null
  readonly enrollmentStatus: EnrollmentStatus
}

export type ProfileAtApple = {
  readonly isPresent: boolean
  readonly profileStatus: string | null
  readonly profileUuid: string | null
}

/** What only the console knows: Apple is not told whether a device is enrolled. */
const TOLD_BY_CONSOLE: ReadonlySet<EnrollmentStatus> = new Set<EnrollmentStatus>(['enrolled', 'unenrolled', 'blocked'])

export const NEW_LIFECYCLE: Lifecycle = {
  assignment: 'none',
  assignmentError: null,
  nextAttemptAt: null,
  enrollmentStatus: 'unknown',
}

/** What follows for a device from Apple's last word on its profile. */
export function lifecycleAfter(before: Lifecycle, told: ProfileAtApple): Lifecycle {
  const enrollmentStatus = TOLD_BY_CONSOLE.has(before.enrollmentStatus) ? before.enrollmentStatus : deriveStatus(told)
  const isAssigned = told.isPresent && hasProfile(told.profileStatus)
  if (isAssigned) return { assignment: 'assigned', assignmentError: null, nextAttemptAt: null, enrollmentStatus }
  // An attempt that is under way or waits for its next try is ours to judge; Apple's "empty" does not end it.
  const isOurs = told.isPresent && before.assignment !== 'assigned'
  const { assignment, assignmentError, nextAttemptAt } = isOurs ? before : NEW_LIFECYCLE
  return { assignment, assignmentError, nextAttemptAt, enrollmentStatus }
}

/** "Pushed" means only that the device has fetched its profile, not that it is enrolled. */
function deriveStatus({ isPresent, profileStatus, profileUuid }: ProfileAtApple): EnrollmentStatus {
  if (!isPresent) return 'unknown'
  switch (profileStatus?.toLowerCase()) {
    case 'assigned':
      return 'registered'
    case 'pushed':
      return 'in-progress'
    case 'empty':
    case 'removed':
      return 'discovered'
    case undefined:
      return profileUuid === null ? 'discovered' : 'unknown'
    default:
      return 'unknown'
  }
}

export function hasProfile(profileStatus: string | null): boolean {
  const status = profileStatus?.toLowerCase()
  return status === 'assigned' || status === 'pushed'
}
