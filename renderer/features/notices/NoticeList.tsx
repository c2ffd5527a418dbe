import type { Notice } from '../../../shared/model/notice.ts'
import { NoticeItem, type NoticeItemProps } from './NoticeItem.tsx'
import styles from './Notices.module.css'

export type NoticeListProps = Omit<NoticeItemProps, 'notice'> & {
  readonly label: string
  readonly notices: readonly Notice[]
}

/** Notices under each other, as wide as their place. */
export function NoticeList({ label, notices, ...item }: NoticeListProps) {
  return (
    <div className={styles.wrap}>
      <ul className={styles.list} aria-label={label}>
        {notices.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} {...item} />
        ))}
      </ul>
    </div>
  )
}
