import { useState } from 'react'
import type { Credential, CredentialList } from '../../../shared/model/credential.ts'
import { formatAgo, formatDate, formatDistance, pageLocale } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import { closeness, monthsOf, placeOnLine } from './calendar.ts'
import styles from './Calendar.module.css'
import { Section } from './Section.tsx'

const SHOWN = 6

export type CalendarProps = {
  readonly list: Pick<CredentialList, 'credentials' | 'checkedAt'>
  readonly onShow: (name: string) => void
  readonly onSaveCalendar: () => void
  readonly onExport: () => void
}

/** When what expires: a line from today to a year from now for the eye, a list of sentences for everybody. */
export function Calendar({ list, onShow, onSaveCalendar, onExport }: CalendarProps) {
  const [isWhole, setIsWhole] = useState(false)
  const now = useNow()
  const words = text().overview
  const { credentials, checkedAt } = list
  const shown = isWhole ? credentials : credentials.slice(0, SHOWN)
  const toggle = credentials.length > SHOWN && (
    <Link onPress={() => setIsWhole(!isWhole)}>
      {isWhole ? words.tokens.fewer : words.calendar.all(credentials.length)}
    </Link>
  )
  return (
    <Section title={words.calendar.title} aside={toggle}>
      <div className={styles.calendar}>
        <Scale now={now} />
        <ul className={styles.rows} aria-label={words.calendar.title}>
          {shown.map((credential) => (
            <Row key={credential.id} credential={credential} now={now} onPress={() => onShow(credential.name)} />
          ))}
        </ul>
      </div>
      <footer className={styles.foot}>
        <p className={styles.note}>
          {words.calendar.note}{' '}
          {checkedAt === null ? text().credentials.neverChecked : text().credentials.checked(formatAgo(checkedAt, now))}
        </p>
        <div className={styles.saving}>
          <Button icon="clock" onPress={onSaveCalendar}>
            {words.calendar.save}
          </Button>
          <Button icon="download" onPress={onExport}>
            {words.calendar.export}
          </Button>
        </div>
      </footer>
    </Section>
  )
}

/** Names of months over the lines; each row says its date in words. */
function Scale({ now }: { readonly now: number }) {
  const names = new Intl.DateTimeFormat(pageLocale(), { month: 'short' })
  return (
    <div className={styles.scale} aria-hidden>
      <span className={styles.track}>
        <span className={styles.today}>{text().overview.calendar.today}</span>
        {monthsOf(now).map(({ at, place }, index) => (
          <span
            key={at}
            className={classNames(styles.month, index % 2 === 0 && styles.odd)}
            style={{ insetInlineStart: `${place * 100}%` }}
          >
            {place > 0.06 && place < 0.96 && names.format(at)}
          </span>
        ))}
      </span>
    </div>
  )
}

const REJECTED = { icon: 'ban', tone: 'bad' } as const

type RowProps = { readonly credential: Credential; readonly now: number; readonly onPress: () => void }

function Row({ credential: { name, kind, state, expiresAt }, now, onPress }: RowProps) {
  const words = text().overview
  // What Apple rejects does not work, however far its date is.
  const { icon, tone } = state === 'rejected' ? REJECTED : closeness(expiresAt, now)
  const place = `${placeOnLine(expiresAt, now) * 100}%`
  const date = formatDate(expiresAt)
  const sentence =
    expiresAt <= now
      ? words.calendar.expired(formatAgo(expiresAt, now), date)
      : words.calendar.expires(formatDistance(expiresAt, now), date)
  const whole = state === 'rejected' ? `${text().credentials.states.rejected.text}, ${sentence}` : sentence
  return (
    <li className={styles.row}>
      <span className={styles.name} title={name}>
        <Link label={kind === 'ade-token' ? words.tokens.show(name) : words.calendar.show(name)} onPress={onPress}>
          <bdi>{name}</bdi>
        </Link>
        <span className={styles.kind}>{text().credentials.kinds[kind]}</span>
      </span>
      <span className={styles.track} aria-hidden>
        <span className={classNames(styles.left, styles[tone])} style={{ width: place }} />
        <span className={classNames(styles.mark, styles[tone])} style={{ insetInlineStart: place }}>
          <Icon name={icon} size="small" />
        </span>
      </span>
      <span className={styles.when}>{whole}</span>
    </li>
  )
}
