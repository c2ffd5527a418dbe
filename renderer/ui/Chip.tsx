import { Button } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import styles from './Chip.module.css'

export type ChipProps = {
  readonly name: string
  readonly value: string
  readonly removeLabel: string
  readonly onRemove: () => void
}

/** Something that narrows what is shown, and the way to let go of it. */
export function Chip({ name, value, removeLabel, onRemove }: ChipProps) {
  return (
    <span className={styles.chip}>
      <span className={styles.name}>{name}:</span>
      <bdi className={styles.value} title={value}>
        {value}
      </bdi>
      <Button className={styles.remove!} aria-label={removeLabel} onPress={onRemove}>
        <Icon name="close" size="small" />
      </Button>
    </span>
  )
}
