import type { Failure } from '../../lib/api.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import styles from './VaultGate.module.css'

export type WelcomeProps = {
  readonly isDemoStarting: boolean
  readonly demoFailure: Failure | null
  readonly onConnect: () => void
  readonly onDemo: () => void
  readonly onRestore: () => void
}

/** The very first screen: nothing is here yet, and there are two ways to begin. */
export function Welcome({ isDemoStarting, demoFailure, onConnect, onDemo, onRestore }: WelcomeProps) {
  const words = text().vault.welcome
  return (
    <div className={styles.form}>
      <header className={styles.title}>
        <h1>{words.title}</h1>
        <p className={styles.explanation}>{words.text}</p>
      </header>
      <div className={styles.way}>
        <p>{words.connectDetail}</p>
        <Button variant="primary" icon="key" onPress={onConnect} autoFocus>
          {words.connect}
        </Button>
      </div>
      <div className={styles.way}>
        <p>{words.demoDetail}</p>
        <Button icon="laptop" onPress={onDemo} isBusy={isDemoStarting}>
          {words.demo}
        </Button>
      </div>
      {demoFailure && <FailureNotice error={demoFailure} />}
      <div>
        <Button variant="quiet" icon="upload" onPress={onRestore}>
          {words.restore}
        </Button>
      </div>
    </div>
  )
}
