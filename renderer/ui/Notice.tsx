import type { ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Notice.module.css'
import { useUiWords } from './words.ts'

export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

const TONE_ICONS: Readonly<Record<Tone, IconName>> = {
  neutral: 'info',
  info: 'info',
  good: 'check-circle',
  warn: 'alert',
  bad: 'close-circle',
}

export type NoticeProps = {
  readonly tone: Tone
  readonly title: string
  readonly children?: ReactNode
  /** Buttons; the one that repairs it first. */
  readonly actions?: ReactNode
  readonly onDismiss?: () => void
}

/** Says in place what happened, why, and who can repair it. A bad one is announced at once. */
export function Notice({ tone, title, children, actions, onDismiss }: NoticeProps) {
  const words = useUiWords()
  return (
    <div className={classNames(styles.notice, styles[tone])} role={tone === 'bad' ? 'alert' : 'status'}>
      <span className={styles.icon}>
        <Icon name={TONE_ICONS[tone]} />
      </span>
      <div className={styles.content}>
        <p className={styles.title}>{title}</p>
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {onDismiss && <IconButton label={words.dismiss} icon="close" onPress={onDismiss} />}
    </div>
  )
}

/** A line that matters less than the rest. */
function Quiet({ children }: { readonly children: ReactNode }) {
  return <p className={styles.quiet}>{children}</p>
}

Notice.Quiet = Quiet
