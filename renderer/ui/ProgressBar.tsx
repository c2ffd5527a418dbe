import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'
import styles from './ProgressBar.module.css'

export type ProgressBarProps = {
  readonly label: string
  /** 0 to 1; null while nobody knows how much there is. */
  readonly fraction: number | null
  /** The numbers in words, beside the label. */
  readonly detail?: string
}

export function ProgressBar({ label, fraction, detail }: ProgressBarProps) {
  return (
    <AriaProgressBar
      className={styles.progress!}
      isIndeterminate={fraction === null}
      value={(fraction ?? 0) * 100}
      {...(detail ? { valueLabel: detail } : {})}
    >
      <Label className={styles.label}>{label}</Label>
      {detail && <span className={styles.detail}>{detail}</span>}
      <div className={styles.track}>
        <div
          className={fraction === null ? styles.unknown : styles.fill}
          style={{ width: fraction === null ? undefined : `${fraction * 100}%` }}
        />
      </div>
    </AriaProgressBar>
  )
}
