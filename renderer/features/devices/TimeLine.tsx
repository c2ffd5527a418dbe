import type { DeviceEvent } from '../../../shared/model/device.ts'
import { formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Icon } from '../../ui/Icon.tsx'
import { eventWords } from './event-words.ts'
import { EVENT_LABELS } from './labels.ts'
import { visibleText } from './visible-text.ts'
import styles from './Devices.module.css'

/** What happened to the device, newest first. */
export function TimeLine({ events }: { readonly events: readonly DeviceEvent[] }) {
  if (events.length === 0) return <p className={styles.absent}>{text().devices.drawer.nothingHappened}</p>
  return (
    <ol className={styles.timeLine}>
      {events.map((event) => (
        <li key={`${event.at} ${event.kind} ${event.text}`} className={styles.event}>
          <span className={styles.eventIcon}>
            <Icon name={EVENT_LABELS[event.kind].icon} size="small" />
          </span>
          <span className={styles.eventText}>
            <bdi>{visibleText(eventWords(event))}</bdi>
            <span className={styles.absent}>
              {formatMoment(event.at)}
              {event.token !== null && (
                <>
                  {' · '}
                  <bdi>{visibleText(event.token)}</bdi>
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
