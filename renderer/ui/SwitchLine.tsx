import { Switch, type SwitchProps } from './Switch.tsx'
import styles from './SwitchLine.module.css'

/** A switch that stands alone, with its words beside it. */
export function SwitchLine(props: SwitchProps) {
  return (
    <span className={styles.line}>
      <Switch {...props} />
      <span aria-hidden>{props.label}</span>
    </span>
  )
}
