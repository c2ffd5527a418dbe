import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import type { Tone } from './Notice.tsx'
import styles from './StatusBadge.module.css'

export type StatusBadgeProps = {
  readonly text: string
  readonly icon: IconName
  readonly tone: Tone
  /** `plain` in tables, where a column of filled badges would shout. */
  readonly variant?: 'filled' | 'plain'
}

/** A state: a word and a shape first, a colour second. */
export function StatusBadge({ text, icon, tone, variant = 'filled' }: StatusBadgeProps) {
  return (
    <span className={classNames(styles.badge, styles[tone], variant === 'filled' ? styles.filled : styles.plain)}>
      <Icon name={icon} size="small" />
      <span className={styles.text}>{text}</span>
    </span>
  )
}

export function Tag({ children }: { readonly children: string }) {
  return <span className={classNames(styles.badge, styles.filled, styles.neutral)}>{children}</span>
}
