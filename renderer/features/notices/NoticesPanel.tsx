import type { Notice } from '../../../shared/model/notice.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatAgo } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { closeNotices, dismissNotice, loadNotices } from './actions.ts'
import { NoticeList } from './NoticeList.tsx'
import { dismissedNotices, noticesByLevel } from './selectors.ts'
import type { NoticesStore } from './store.ts'
import styles from './Notices.module.css'

export type NoticesPanelProps = {
  readonly store: NoticesStore
  /** The one next action of a notice: leads to where it is done. */
  readonly onAct: (notice: Notice) => void
}

/** The notice centre: everything that asks for somebody, by level, and when it was last looked for. */
export function NoticesPanel({ store, onAct }: NoticesPanelProps) {
  const desk = useDesk()
  const { list, isKnown, error } = useStore(store)
  const words = text().notices
  const groups = noticesByLevel(list)
  const dismissed = dismissedNotices(list)
  return (
    <div className={styles.panel}>
      <Drawer label={words.title} title={words.title} onClose={() => closeNotices(store)}>
        {error && (
          <FailureNotice error={error}>
            <Button onPress={() => void loadNotices(store, desk)}>{text().common.retry}</Button>
          </FailureNotice>
        )}
        {isKnown && groups.length === 0 && (
          <EmptyState icon="check-circle" title={words.empty}>
            <p>{words.emptyText}</p>
          </EmptyState>
        )}
        {groups.map(({ level, notices }) => (
          <section key={level} className={styles.level}>
            <h3 className={styles.levelTitle}>{words.levels[level]}</h3>
            <NoticeList
              label={words.levels[level]}
              notices={notices}
              onAct={onAct}
              onDismiss={({ id }) => void dismissNotice(store, desk, id)}
            />
          </section>
        ))}
        {dismissed.length > 0 && (
          <Disclosure title={words.dismissedCount(dismissed.length)}>
            <NoticeList label={words.dismissed} notices={dismissed} onAct={onAct} />
          </Disclosure>
        )}
        <LastChecked checkedAt={list.checkedAt} />
      </Drawer>
    </div>
  )
}

function LastChecked({ checkedAt }: { readonly checkedAt: number | null }) {
  const now = useNow()
  const words = text().notices
  return (
    <p className={styles.checked}>
      {checkedAt === null ? words.neverChecked : words.checked(formatAgo(checkedAt, now))}
    </p>
  )
}
