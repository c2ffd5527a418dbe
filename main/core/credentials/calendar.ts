import type { Credential, CredentialKind } from '../../../shared/model/credential.ts'
import { contactText } from './csv.ts'

const DAY_MS = 24 * 3_600_000
const DAY_SECONDS = 24 * 3600

const KINDS: Readonly<Record<CredentialKind, string>> = {
  'ade-token': 'Server token',
  stoken: 'Content token',
  'push-certificate': 'Push certificate',
  'anchor-certificate': 'Certificate in profiles',
  manual: 'Entry',
}

export type CalendarOptions = { readonly now: number; readonly levels: readonly number[] }

/**
 * A calendar (RFC 5545) with one all-day event per credential, on the day it expires where this computer is, and an alarm as
 * many days before as each level says. The UID stays over renewals and `SEQUENCE` grows with the date, so that a calendar
 * that reads the file again moves the event. Holds nothing secret, and of contacts only what was typed in.
 */
export async function writeCalendar(credentials: readonly Credential[], options: CalendarOptions): Promise<string> {
  const { default: ical, ICalAlarmType } = await import('ical-generator')
  const calendar = ical({ name: 'ADE Desk: expiries', prodId: { company: 'ADE Desk', product: 'Credentials' } })
  for (const credential of credentials) {
    const start = localDay(credential.expiresAt)
    const summary = `${KINDS[credential.kind]} expires: ${credential.name}`
    const event = calendar.createEvent({
      id: `${credential.id.replace(/[^\w:.-]/g, '-')}@ade-desk`,
      sequence: Math.max(0, Math.floor(credential.expiresAt / DAY_MS)),
      stamp: new Date(options.now),
      start,
      end: new Date(start.getTime() + DAY_MS),
      allDay: true,
      summary,
      description: describe(credential),
    })
    for (const days of options.levels) {
      event.createAlarm({ type: ICalAlarmType.display, trigger: days * DAY_SECONDS, description: summary })
    }
  }
  return `${calendar.toString().trimEnd()}\r\n`
}

/** The date an expiry has where this computer is, as midnight UTC: that is how the writer takes a day. */
function localDay(at: number): Date {
  const local = new Date(at)
  return new Date(Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()))
}

function describe({ expiresAt, owner, deputy, account, organization, push, stoken }: Credential): string {
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['Expires', new Date(expiresAt).toISOString()],
    ['Owner', contactText(owner)],
    ['Deputy', contactText(deputy)],
    ['Apple account', account],
    ['Organization', organization],
    ['Location', stoken?.locationName],
    ['Topic', push?.topic],
  ]
  return lines.flatMap(([label, text]) => (text ? [`${label}: ${text}`] : [])).join('\n')
}
