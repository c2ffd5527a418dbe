import type {
  Assignment,
  AtApple,
  DeviceColumn,
  EnrollmentStatus,
  EventKind,
  TokenStatus,
} from '../../../shared/model/device.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

/** The one word, shape and tone of a state, the same in the table, the drawer, the filters and everywhere else. */
export type StateLabel = { readonly text: string; readonly icon: IconName; readonly tone: Tone }

function label(text: string, icon: IconName, tone: Tone): StateLabel {
  return { text, icon, tone }
}

export const AT_APPLE_LABELS: Readonly<Record<AtApple, StateLabel>> = {
  unknown: label('Unknown', 'circle-help', 'neutral'),
  present: label('Present', 'check', 'good'),
  gone: label('Gone', 'leave', 'warn'),
}

export const ASSIGNMENT_LABELS: Readonly<Record<Assignment, StateLabel>> = {
  none: label('None', 'minus', 'neutral'),
  'in-progress': label('In progress', 'sync', 'info'),
  assigned: label('Assigned', 'check', 'good'),
  failed: label('Failed', 'close-circle', 'bad'),
  throttled: label('Throttled', 'hourglass', 'warn'),
  'not-accessible': label('Not accessible', 'ban', 'bad'),
}

export const ENROLLMENT_STATUS_LABELS: Readonly<Record<EnrollmentStatus, StateLabel>> = {
  unknown: label('Unknown', 'circle-help', 'neutral'),
  discovered: label('Discovered', 'circle', 'neutral'),
  registered: label('Registered', 'circle-dot', 'info'),
  'in-progress': label('Enrollment in progress', 'sync', 'info'),
  enrolled: label('Enrolled', 'check-circle', 'good'),
  unenrolled: label('Unenrolled', 'leave', 'warn'),
  blocked: label('Blocked', 'ban', 'bad'),
}

export const TOKEN_STATUS_LABELS: Readonly<Record<TokenStatus, StateLabel>> = {
  none: label('None', 'minus', 'neutral'),
  'registration-active': label('Registration active', 'key', 'info'),
  'registration-expired': label('Registration expired', 'clock', 'warn'),
  compliant: label('Compliant', 'shield-check', 'good'),
  'not-applicable': label('Not applicable', 'circle-slash', 'neutral'),
  blocked: label('Blocked', 'ban', 'bad'),
  allowed: label('Allowed', 'check', 'good'),
}

const PROFILE_STATUS_LABELS: ReadonlyMap<string, StateLabel> = new Map([
  ['empty', label('No profile', 'circle-dashed', 'neutral')],
  ['assigned', label('Assigned', 'check', 'good')],
  ['pushed', label('Pushed', 'check-circle', 'good')],
  ['removed', label('Removed', 'circle-slash', 'warn')],
])

/** Apple's word, with a name where it is a known one and as received where it is not. */
export function profileStatusLabel(status: string | null): StateLabel {
  if (status === null) return label('Unknown', 'circle-help', 'neutral')
  return PROFILE_STATUS_LABELS.get(status.toLowerCase()) ?? label(status, 'circle', 'neutral')
}

const FAMILY_NAMES: ReadonlyMap<string, string> = new Map([
  ['AppleTV', 'Apple TV'],
  ['Vision', 'Apple Vision'],
  ['Watch', 'Apple Watch'],
])

export function familyName(family: string): string {
  return FAMILY_NAMES.get(family) ?? family
}

const GONE_REASON_TEXTS: ReadonlyMap<string, string> = new Map([
  ['deleted', 'Apple reported that it left the server'],
  ['not-listed', 'missing from a complete fetch'],
  ['replaced', 'replaced by another device'],
  ['token-removed', 'its token was removed here'],
  ['not-accessible', 'Apple denies this server access to it'],
])

export function goneReasonText(reason: string): string {
  return GONE_REASON_TEXTS.get(reason) ?? reason
}

export const EVENT_LABELS: Readonly<Record<EventKind, StateLabel>> = {
  added: label('Added', 'plus', 'good'),
  modified: label('Changed', 'pencil', 'neutral'),
  removed: label('Left', 'leave', 'warn'),
  'profile-assigned': label('Profile assigned', 'check', 'good'),
  'profile-pushed': label('Profile pushed', 'check-circle', 'good'),
  'profile-removed': label('Profile removed', 'circle-slash', 'warn'),
  moved: label('Moved', 'arrow-up', 'neutral'),
  'replaced-by': label('Replaced', 'archive', 'warn'),
  replaces: label('Replacement', 'archive', 'info'),
  returned: label('Returned', 'circle-dot', 'good'),
}

export const COLUMN_TITLES: Readonly<Record<DeviceColumn, string>> = {
  serial: 'Serial number',
  model: 'Model',
  description: 'Description',
  color: 'Colour',
  assetTag: 'Asset tag',
  family: 'Family',
  os: 'System',
  token: 'Token',
  group: 'Group',
  atApple: 'At Apple',
  goneSince: 'Gone since',
  goneReason: 'Why gone',
  profileStatus: 'Profile status',
  profileUuid: 'Profile UUID',
  profileName: 'Profile',
  assignment: 'Assignment',
  assignmentError: 'Assignment error',
  nextAttemptAt: 'Next attempt',
  enrollmentStatus: 'Enrollment status',
  tokenStatus: 'Token status',
  assignedDate: 'Assigned to server',
  assignedBy: 'Assigned by',
  profileAssignTime: 'Profile assigned',
  profilePushTime: 'Profile pushed',
  migrationDeadline: 'Migration deadline',
  firstSeenAt: 'First seen',
  lastSeenAt: 'Last seen',
}
