import { classNames } from './class-names.ts'
import { Icon } from './Icon.tsx'
import styles from './Steps.module.css'

export type StepsProps = {
  readonly label: string
  readonly steps: readonly string[]
  /** Index of the step under way; those before it are done. */
  readonly current: number
}

/** Where one is in a sequence. */
export function Steps({ label, steps, current }: StepsProps) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={classNames(styles.step, index === current && styles.current, index < current && styles.done)}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={styles.mark}>{index < current ? <Icon name="check" size="small" /> : index + 1}</span>
          {step}
        </li>
      ))}
    </ol>
  )
}
