import type { EnrollmentStatus, TokenStatus } from './device.ts'

/** What Apple says of a device's profile, and the later of the moments it was assigned and fetched. */
export type ProfileAtApple = {
  readonly isPresent: boolean
  readonly profileStatus: string | null
  readonly profileUuid: string | null
  readonly at?: number | null | undefined
}

/** What the console said of a device's enrollment, and when. */
export type ConsoleWord = { readonly status: EnrollmentStatus; readonly at: number }

/**
 * Where a device is on its way. Derived from Apple, overruled by the console: only the console knows whether a device is
 * enrolled, so "enrolled" and "blocked" stand until it says otherwise, and "unenrolled" until the device fetches a
 * profile anew. What Apple can tell as well counts as whichever of the two is newer.
 */
export function enrollmentStatusOf(apple: ProfileAtApple, console: ConsoleWord | null): EnrollmentStatus {
  const derived = derivedStatus(apple)
  if (console === null) return derived
  const isAppleNewer = apple.at != null && apple.at > console.at
  switch (console.status) {
    case 'enrolled':
    case 'blocked':
      return console.status
    case 'unenrolled':
      return derived === 'in-progress' && isAppleNewer ? derived : console.status
    case 'unknown':
      return derived
    default:
      return derived === 'unknown' || !isAppleNewer ? console.status : derived
  }
}

/** "Pushed" means only that the device has fetched its profile, not that it is enrolled. */
export function derivedStatus({ isPresent, profileStatus, profileUuid }: ProfileAtApple): EnrollmentStatus {
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

/** What happens to the token status of a device. Hours of expiry count only where the device is not one of ADE. */
export type TokenEvent =
  | { readonly kind: 'issued' | 'reset' | 'revoked' | 'denylisted' | 'allowlisted' | 'hours-passed' }
  | { readonly kind: 'enrolled'; readonly withToken: boolean }
  | { readonly kind: 'told'; readonly status: TokenStatus }

/** The status after an event; the same as before where the event does not concern it. */
export function tokenStatusAfter(before: TokenStatus, event: TokenEvent): TokenStatus {
  switch (event.kind) {
    case 'issued':
    case 'reset':
      return before === 'blocked' ? before : 'registration-active'
    case 'revoked':
    case 'hours-passed':
      return before === 'registration-active' ? 'registration-expired' : before
    case 'enrolled':
      if (before === 'blocked' || before === 'allowed') return before
      return event.withToken ? 'compliant' : 'not-applicable'
    case 'denylisted':
      return 'blocked'
    case 'allowlisted':
      return 'allowed'
    case 'told':
      return event.status
  }
}
