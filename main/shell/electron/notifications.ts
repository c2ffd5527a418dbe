import type { Notification, NotificationConstructorOptions } from 'electron'
import { distanceText } from '../../../shared/distance-text.ts'
import type { Notice } from '../../../shared/model/notice.ts'
import { noticeTold } from '../../../shared/notice-text.ts'
import { addressOfToken } from '../deep-link.ts'
import type { ShellTexts } from './texts.ts'

/** As long as an object is not kept, a press on what it showed is lost. */
const MAX_KEPT = 50

type Electron = {
  readonly Notification: {
    new (options: NotificationConstructorOptions): Pick<Notification, 'on' | 'show'>
    readonly isSupported: () => boolean
  }
}

/** Shows notices outside of the window; a press leads to what they are about. */
export function createNotifier({ Notification }: Electron, onPressed: (address: string) => void) {
  const kept: Pick<Notification, 'on' | 'show'>[] = []

  function show(options: NotificationConstructorOptions, address: string): void {
    if (!Notification.isSupported()) return
    const notification = new Notification(options)
    notification.on('click', () => onPressed(address))
    kept.push(notification)
    if (kept.length > MAX_KEPT) kept.shift()
    notification.show()
  }

  return {
    notice: (notice: Notice, texts: ShellTexts, now: number) =>
      show(describeNotice(notice, texts, now), addressOfNotice(notice)),
    say: (title: string, body: string) => show({ title, body, silent: true }, '#/overview'),
  }
}

/** What needs nobody today comes without a sound. */
export function describeNotice(
  notice: Notice,
  { language, messages }: ShellTexts,
  now: number,
): { readonly title: string; readonly body: string; readonly silent: boolean } {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  const { title, detail } = noticeTold(notice, now, {
    messages,
    moment: (at) => dates.format(at),
    distance: (at) => distanceText(at, now, messages.time),
  })
  return { title, body: detail, silent: notice.level === 'hint' }
}

/** Where something can be done about it. */
export function addressOfNotice({ kind, subject }: Notice): string {
  switch (kind) {
    case 'sync-failed':
    case 'sync-overdue':
    case 'unreachable':
      return '#/sync'
    case 'credential-expiring':
    case 'credential-expired':
    case 'stoken-rejected':
    case 'stoken-elsewhere':
      return '#/tokens'
    case 'report-failed':
      return '#/reports'
    case 'vault-locked':
    case 'test':
      return '#/overview'
    case 'no-recovery-code':
      return '#/settings'
    default:
      return subject === null ? '#/overview' : addressOfToken(subject)
  }
}
