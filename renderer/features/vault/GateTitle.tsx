import { Icon } from '../../ui/Icon.tsx'
import styles from './VaultGate.module.css'

export function GateTitle({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <header className={styles.title}>
      <span className={styles.icon}>
        <Icon name="lock" size="large" />
      </span>
      <h1>{title}</h1>
      <p className={styles.explanation}>{children}</p>
    </header>
  )
}
