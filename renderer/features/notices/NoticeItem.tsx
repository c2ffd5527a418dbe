import type { Notice } from '../../../shared/model/notice.ts'
import { text } from '../../lib/text.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { noticeAction, noticeText } from './notice-text.ts'
import { LEVEL_ICONS } from './selectors.ts'
import styles from './Notices.module.css'

export type NoticeItemProps = {
  readonly notice: Notice
  /** The one next action. */
  readonly onAct: (notice: Notice) => void
  /** Without it the notice cannot be put out of sight here. */
  readonly onDismiss?: ((notice: Notice) => void) | undefined
}

/** One notice in full sentences with its one button. An item of a list. */
export function NoticeItem({ notice, onAct, onDismiss }: NoticeItemProps) {
  const now = useNow()
  const words = text().notices
  const { title, detail, since, who } = noticeText(notice, now)
  const action = noticeAction(notice)
  return (
    <li className={classNames(styles.item, styles[notice.level])}>
      <span className={styles.icon} title={words.levels[notice.level]}>
        <Icon name={LEVEL_ICONS[notice.level]} />
      </span>
      <div className={styles.content}>
        <h3 className={styles.title}>
          <bdi>{title}</bdi>
        </h3>
        <p>{detail}</p>
        <p className={styles.quiet}>
          <span>{since}</span>
          <span>{who}</span>
        </p>
      </div>
      {action && (
        <div className={styles.action}>
          <Button onPress={() => onAct(notice)}>{words.actions[action]}</Button>
        </div>
      )}
      {onDismiss && (
        <span className={styles.dismiss}>
          <IconButton label={words.dismiss(title)} icon="close" onPress={() => onDismiss(notice)} />
        </span>
      )}
    </li>
  )
}
