import { Switch as AriaSwitch } from 'react-aria-components'
import styles from './Switch.module.css'

export type SwitchProps = {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
  readonly isDisabled?: boolean
}

/** On or off, and it holds at once. Its label is for screen readers where the row beside it says the same. */
export function Switch({ label, isOn, onChange, isDisabled = false }: SwitchProps) {
  return (
    <AriaSwitch
      className={styles.switch!}
      aria-label={label}
      isSelected={isOn}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      <span className={styles.track}>
        <span className={styles.knob} />
      </span>
    </AriaSwitch>
  )
}
