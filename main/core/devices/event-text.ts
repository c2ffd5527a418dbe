import { assertNever } from '../../../shared/errors.ts'
import type { EventDetail, EventKind } from '../../../shared/model/device.ts'
import { DEVICE_COLUMN_TITLES, isTimeColumn } from '../../../shared/model/device-columns.ts'

export type ToldEvent = {
  readonly kind: EventKind
  readonly detail: EventDetail
  /** Name of the token it happened on. */
  readonly token: string | null
  /** Name of the token the device was on before. */
  readonly fromToken: string | null
}

/** One line of a time line as a whole sentence. */
export function eventText({ kind, detail, token, fromToken }: ToldEvent): string {
  const here = token === null ? 'a token' : `token ${token}`
  switch (kind) {
    case 'added':
      return `Added to ${here}.`
    case 'returned':
      return `Returned to ${here}.`
    case 'moved':
      if (textOf(detail, 'reason')) return `Moved to another token: ${here} was removed from this program.`
      return fromToken === null ? `Moved to ${here}.` : `Moved to ${here} from token ${fromToken}.`
    case 'removed':
      return `Left ${here}${leaveReason(textOf(detail, 'reason'))}.`
    case 'modified':
      return modifiedText(detail)
    case 'profile-assigned':
      return `Profile${profileName(detail, 1)} was assigned.`
    case 'profile-pushed':
      return `The device fetched its profile${profileName(detail, 1)}.`
    case 'profile-removed':
      return `Profile${profileName(detail, 0)} was removed.`
    case 'moved-group': {
      const from = textOf(detail, 'fromGroup')
      return `Moved to group ${textOf(detail, 'toGroup') ?? 'none'}${from === undefined ? '' : ` from ${from}`}.`
    }
    case 'assignment-answered':
      return answerText(detail)
    case 'release-answered':
      return `Releasing it from the organization: Apple answered ${textOf(detail, 'outcome') ?? 'nothing'}.`
    case 'lock-answered':
      return `Turning Activation Lock on: Apple answered ${textOf(detail, 'outcome') ?? 'nothing'}.`
    case 'replaced-by':
      return `Replaced by ${textOf(detail, 'serial') ?? 'another device'}.`
    case 'replaces':
      return `Replaces ${textOf(detail, 'serial') ?? 'another device'}.`
    default:
      return assertNever(kind)
  }
}

function answerText(detail: EventDetail): string {
  const uuid = textOf(detail, 'profileUuid')
  const what = uuid === undefined ? 'Taking its profile away' : `Assigning profile ${uuid}`
  return `${what}: Apple answered ${textOf(detail, 'outcome') ?? 'nothing'}.`
}

function leaveReason(reason: string | undefined): string {
  switch (reason) {
    case undefined:
      return ''
    case 'deleted':
      return ': unassigned or released at Apple'
    case 'not-listed':
      return ': no longer listed by Apple'
    case 'replaced':
      return ': replaced by another device'
    case 'token-removed':
      return ': the token was removed from this program'
    case 'released':
      return ': released from the organization here'
    case 'not-accessible':
      return ': Apple no longer lets this token see it'
    default:
      return `: ${reason}`
  }
}

function modifiedText(detail: EventDetail): string {
  const changes = Object.entries(detail).filter((entry): entry is [string, readonly unknown[]] =>
    Array.isArray(entry[1]),
  )
  if (changes.length === 0) return 'Changed at Apple.'
  return changes.map(([field, [before, after]]) => `${changeText(field, before, after)}.`).join(' ')
}

function changeText(field: string, before: unknown, after: unknown): string {
  const title = titleOf(field)
  const [was, is] = [valueText(field, before), valueText(field, after)]
  if (was === null) return `${title} set to ${is ?? 'nothing'}`
  return is === null ? `${title} ${was} removed` : `${title} changed from ${was} to ${is}`
}

/** A member of Apple's object that is no column of ours keeps Apple's name. */
function titleOf(field: string): string {
  if (!Object.hasOwn(DEVICE_COLUMN_TITLES, field)) return field
  const title = DEVICE_COLUMN_TITLES[field as keyof typeof DEVICE_COLUMN_TITLES] // own member, just asked
  return title[0] + title.slice(1).replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())
}

function valueText(field: string, value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' && isTimeColumn(field)) return new Date(value).toISOString()
  return typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
}

function profileName(detail: EventDetail, which: 0 | 1): string {
  const change: unknown = (detail as Readonly<Record<string, unknown>>)['profileUuid'] // whatever the detail holds
  const uuid: unknown = Array.isArray(change) ? change[which] : undefined
  return typeof uuid === 'string' && uuid !== '' ? ` ${uuid}` : ''
}

function textOf(detail: EventDetail, member: string): string | undefined {
  const value: unknown = (detail as Readonly<Record<string, unknown>>)[member] // whatever the detail holds
  return typeof value === 'string' ? value : undefined
}
