import type { Notice } from '../../../shared/model/notice.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatAgo } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import {
  activeNotices,
  dismissNotice,
  loadNotices,
  NoticeList,
  openNotices,
  type NoticesStore,
} from '../notices/index.ts'
import styles from './Overview.module.css'
import { Section } from './Section.tsx'

/** More than this is a list to work through, and that is the notice centre's. */
const SHOWN = 5

export type AttentionProps = { readonly store: NoticesStore; readonly onAct: (notice: Notice) => void }

/** What needs somebody, most urgent first; a calm line where nothing does. */
export function Attention({ store, onAct }: AttentionProps) {
  const desk = useDesk()
  const { list, isKnown, error } = useStore(store)
  const words = text().overview
  const notices = activeNotices(list)
  const more =
    notices.length > SHOWN ? <Link onPress={() => openNotices(store)}>{words.more(notices.length)}</Link> : null
  if (error) {
    return (
      <FailureNotice error={error}>
        <Button onPress={() => void loadNotices(store, desk)}>{text().common.retry}</Button>
      </FailureNotice>
    )
  }
  if (notices.length === 0) return <Well isKnown={isKnown} checkedAt={list.checkedAt} />
  return (
    <Section title={words.attention} aside={more}>
      <NoticeList
        label={words.attention}
        notices={notices.slice(0, SHOWN)}
        onAct={onAct}
        onDismiss={({ id }) => void dismissNotice(store, desk, id)}
      />
    </Section>
  )
}

function Well({ isKnown, checkedAt }: { readonly isKnown: boolean; readonly checkedAt: number | null }) {
  const now = useNow()
  const words = text().overview
  const isChecked = isKnown && checkedAt !== null
  return (
    <section className={styles.well} aria-label={isChecked ? words.well : words.reading}>
      {isChecked && (
        <>
          <span className={styles.wellIcon}>
            <Icon name="check-circle" />
          </span>
          <div>
            <h2>{words.well}</h2>
            <p className={styles.quiet}>{words.wellText(formatAgo(checkedAt, now))}</p>
          </div>
        </>
      )}
    </section>
  )
}
