import type { KeyPair } from '../../../shared/model/token.ts'
import { formatMoment } from '../../lib/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './Tokens.module.css'

export type StagedKeysProps = {
  readonly keys: readonly KeyPair[]
  readonly onContinue: (key: KeyPair) => void
  readonly onDiscard: (key: KeyPair) => void
}

/** Key pairs whose token file has not come yet: each is a wizard that can be continued. */
export function StagedKeys({ keys, onContinue, onDiscard }: StagedKeysProps) {
  return (
    <section className={styles.staged} aria-label="Waiting for a token file">
      <h2>Waiting for a token file</h2>
      <ul className={styles.stagedList}>
        {keys.map((key) => (
          <li key={key.id} className={styles.stagedKey}>
            <Icon name="hourglass" />
            <bdi className={styles.stagedName}>{key.name}</bdi>
            <span className={styles.quiet}>key pair made {formatMoment(key.createdAt)}</span>
            <span className={styles.push} />
            <Button variant="quiet" onPress={() => onDiscard(key)}>
              Discard
            </Button>
            <Button onPress={() => onContinue(key)}>Continue</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
