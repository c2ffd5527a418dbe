import { FailureNotice } from '../../lib/FailureNotice.tsx'
import type { Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './FirstRun.module.css'

export type FirstRunProps = {
  readonly onConnect: () => void
  /** Without it there is no demo here: this is one already, or the program cannot start one. */
  readonly onTryDemo?: (() => void) | undefined
  /** The demo that was asked for. */
  readonly demoWork: Remote<null>
}

/** Nothing is connected yet: says what comes, and offers to look around first. */
export function FirstRun({ onConnect, onTryDemo, demoWork }: FirstRunProps) {
  const words = text().overview.first
  const { key, portal, file } = words.steps
  return (
    <section className={styles.first} aria-label={words.title}>
      <span className={styles.icon}>
        <Icon name="key" size="large" />
      </span>
      <h2 className={styles.title}>{words.title}</h2>
      <p>{words.text}</p>
      <ol className={styles.steps}>
        <li>{key}</li>
        <li>{portal}</li>
        <li>{file}</li>
      </ol>
      <p className={styles.quiet}>{words.who}</p>
      <div className={styles.actions}>
        <Button variant="primary" icon="plus" onPress={onConnect}>
          {words.connect}
        </Button>
        {onTryDemo && (
          <Button onPress={onTryDemo} isBusy={demoWork.status === 'loading'}>
            {words.demo}
          </Button>
        )}
      </div>
      {demoWork.status === 'failed' && <FailureNotice error={demoWork.error} />}
      {onTryDemo && <p className={styles.quiet}>{words.demoText}</p>}
    </section>
  )
}
