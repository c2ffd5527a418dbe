import type { Assignment, EnrollmentStatus } from '../../../shared/model/device.ts'
import {
  derivedStatus,
  enrollmentStatusOf,
  type ConsoleWord,
  type ProfileAtApple,
} from '../../../shared/model/lifecycle.ts'

export type Lifecycle = {
  readonly assignment: Assignment
  readonly assignmentError: string | null
  readonly nextAttemptAt: number | null
  readonly enrollmentStatus: EnrollmentStatus
  readonly console?: ConsoleWord | null | undefined
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
  const enrollmentStatus = statusAfter(before, told)
  const isAssigned = told.isPresent && hasProfile(told.profileStatus)
  if (isAssigned) return { assignment: 'assigned', assignmentError: null, nextAttemptAt: null, enrollmentStatus }
  // An attempt that is under way or waits for its next try is ours to judge; Apple's "empty" does not end it.
  const isOurs = told.isPresent && before.assignment !== 'assigned'
  const { assignment, assignmentError, nextAttemptAt } = isOurs ? before : NEW_LIFECYCLE
  return { assignment, assignmentError, nextAttemptAt, enrollmentStatus }
}

function statusAfter(before: Lifecycle, told: ProfileAtApple): EnrollmentStatus {
  if (before.console) return enrollmentStatusOf(told, before.console)
  return TOLD_BY_CONSOLE.has(before.enrollmentStatus) ? before.enrollmentStatus : derivedStatus(told)
}

export function hasProfile(profileStatus: string | null): boolean {
  const status = profileStatus?.toLowerCase()
  return status === 'assigned' || status === 'pushed'
}
