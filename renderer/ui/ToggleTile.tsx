import { ToggleButton } from 'react-aria-components'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './ToggleTile.module.css'

export type ToggleTileProps = {
  readonly title: string
  /** The state in a word. */
  readonly detail: string
  readonly icon: IconName
  /** `full` is there, `hollow` is left out, `striped` is uncertain. */
  readonly look: 'full' | 'hollow' | 'striped'
  readonly isSelected: boolean
  readonly onChange: () => void
  /** Its place in a sequence. */
  readonly number: number | null
}

/** One of a picture's parts that a press turns on or off. */
export function ToggleTile({ title, detail, icon, look, isSelected, onChange, number }: ToggleTileProps) {
  return (
    <ToggleButton className={classNames(styles.tile, styles[look])} isSelected={isSelected} onChange={onChange}>
      <span className={styles.title}>
        {number !== null && (
          <>
            <bdi className={styles.number} aria-hidden>
              {number}
            </bdi>{' '}
          </>
        )}
        <bdi>{title}</bdi>
      </span>
      <span className={styles.detail}>
        <Icon name={icon} size="small" />
        {detail}
      </span>
    </ToggleButton>
  )
}
