import {
  DEVICE_COLUMNS,
  type Assignment,
  type AtApple,
  type DeviceColumn,
  type EnrollmentStatus,
  type EventKind,
  type TokenStatus,
} from '../../../shared/model/device.ts'
import { text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

/** The one word, shape and tone of a state, the same in the table, the drawer, the filters and everywhere else. */
export type StateLabel = { readonly text: string; readonly icon: IconName; readonly tone: Tone }

/** The word is looked up when it is read, so that it is in the page's language. */
function label(textOf: () => string, icon: IconName, tone: Tone): StateLabel {
  return {
    get text() {
      return textOf()
    },
    icon,
    tone,
  }
}

const words = () => text().devices

export const AT_APPLE_LABELS: Readonly<Record<AtApple, StateLabel>> = {
  unknown: label(() => words().atApple.unknown, 'circle-help', 'neutral'),
  present: label(() => words().atApple.present, 'check', 'good'),
  gone: label(() => words().atApple.gone, 'leave', 'warn'),
}

export const ASSIGNMENT_LABELS: Readonly<Record<Assignment, StateLabel>> = {
  none: label(() => words().assignment.none, 'minus', 'neutral'),
  'in-progress': label(() => words().assignment['in-progress'], 'sync', 'info'),
  assigned: label(() => words().assignment.assigned, 'check', 'good'),
  failed: label(() => words().assignment.failed, 'close-circle', 'bad'),
  throttled: label(() => words().assignment.throttled, 'hourglass', 'warn'),
  'not-accessible': label(() => words().assignment['not-accessible'], 'ban', 'bad'),
}

export const ENROLLMENT_STATUS_LABELS: Readonly<Record<EnrollmentStatus, StateLabel>> = {
  unknown: label(() => words().enrollmentStatus.unknown, 'circle-help', 'neutral'),
  discovered: label(() => words().enrollmentStatus.discovered, 'circle', 'neutral'),
  registered: label(() => words().enrollmentStatus.registered, 'circle-dot', 'info'),
  'in-progress': label(() => words().enrollmentStatus['in-progress'], 'sync', 'info'),
  enrolled: label(() => words().enrollmentStatus.enrolled, 'check-circle', 'good'),
  unenrolled: label(() => words().enrollmentStatus.unenrolled, 'leave', 'warn'),
  blocked: label(() => words().enrollmentStatus.blocked, 'ban', 'bad'),
}

export const TOKEN_STATUS_LABELS: Readonly<Record<TokenStatus, StateLabel>> = {
  none: label(() => words().tokenStatus.none, 'minus', 'neutral'),
  'registration-active': label(() => words().tokenStatus['registration-active'], 'key', 'info'),
  'registration-expired': label(() => words().tokenStatus['registration-expired'], 'clock', 'warn'),
  compliant: label(() => words().tokenStatus.compliant, 'shield-check', 'good'),
  'not-applicable': label(() => words().tokenStatus['not-applicable'], 'circle-slash', 'neutral'),
  blocked: label(() => words().tokenStatus.blocked, 'ban', 'bad'),
  allowed: label(() => words().tokenStatus.allowed, 'check', 'good'),
}

const PROFILE_STATUS_LABELS: ReadonlyMap<string, StateLabel> = new Map([
  ['empty', label(() => words().profileStatus.empty, 'circle-dashed', 'neutral')],
  ['assigned', label(() => words().profileStatus.assigned, 'check', 'good')],
  ['pushed', label(() => words().profileStatus.pushed, 'check-circle', 'good')],
  ['removed', label(() => words().profileStatus.removed, 'circle-slash', 'warn')],
])

/** Apple's word, with a name where it is a known one and as received where it is not. */
export function profileStatusLabel(status: string | null): StateLabel {
  if (status === null) return label(() => words().profileStatus.unknown, 'circle-help', 'neutral')
  return PROFILE_STATUS_LABELS.get(status.toLowerCase()) ?? label(() => status, 'circle', 'neutral')
}

const FAMILY_NAMES: ReadonlyMap<string, string> = new Map([
  ['AppleTV', 'Apple TV'],
  ['Vision', 'Apple Vision'],
  ['Watch', 'Apple Watch'],
])

export function familyName(family: string): string {
  return FAMILY_NAMES.get(family) ?? family
}

export function goneReasonText(reason: string): string {
  const known: Readonly<Record<string, string>> = words().goneReason
  return Object.hasOwn(known, reason) ? known[reason]! : reason
}

export const EVENT_LABELS: Readonly<Record<EventKind, StateLabel>> = {
  added: label(() => words().events.added, 'plus', 'good'),
  modified: label(() => words().events.modified, 'pencil', 'neutral'),
  removed: label(() => words().events.removed, 'leave', 'warn'),
  'profile-assigned': label(() => words().events['profile-assigned'], 'check', 'good'),
  'profile-pushed': label(() => words().events['profile-pushed'], 'check-circle', 'good'),
  'profile-removed': label(() => words().events['profile-removed'], 'circle-slash', 'warn'),
  moved: label(() => words().events.moved, 'arrow-up', 'neutral'),
  'replaced-by': label(() => words().events['replaced-by'], 'archive', 'warn'),
  replaces: label(() => words().events.replaces, 'archive', 'info'),
  returned: label(() => words().events.returned, 'circle-dot', 'good'),
  'moved-group': label(() => words().events['moved-group'], 'folder', 'neutral'),
  'release-answered': label(() => words().events['release-answered'], 'ban', 'neutral'),
  diagnosed: label(() => words().events.diagnosed, 'info', 'neutral'),
  'lock-answered': label(() => words().events['lock-answered'], 'lock', 'neutral'),
  'console-told': label(() => words().events['console-told'], 'info', 'neutral'),
  'registration-token': label(() => words().events['registration-token'], 'key', 'neutral'),
  'assignment-answered': label(() => words().events['assignment-answered'], 'file-text', 'neutral'),
}

/** Read as a record; each title is looked up when it is read. */
export const COLUMN_TITLES = Object.defineProperties(
  {},
  Object.fromEntries(
    DEVICE_COLUMNS.map((column) => [column, { enumerable: true, get: () => words().columns[column] }]),
  ),
) as Readonly<Record<DeviceColumn, string>> // one property per column
