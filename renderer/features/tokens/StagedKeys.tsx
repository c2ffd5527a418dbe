import type { RemovalProgress } from '../../../shared/contract/tokens.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { KeyPair, TokenRemoval } from '../../../shared/model/token.ts'
import { formatCount, formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { ActionMenu } from '../../ui/Menu.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './Tokens.module.css'

export type StagedKeysProps = {
  readonly keys: readonly KeyPair[]
  readonly onContinue: (key: KeyPair) => void
  readonly onDiscard: (key: KeyPair) => void
}

/** Key pairs whose token file has not come yet: each is a wizard that can be continued. */
export function StagedKeys({ keys, onContinue, onDiscard }: StagedKeysProps) {
  const { staged, actions } = text().tokens
  return (
    <section className={styles.staged} aria-label={staged.title}>
      <h2>{staged.title}</h2>
      <ul className={styles.stagedList}>
        {keys.map((key) => (
          <li key={key.id} className={styles.stagedKey}>
            <Icon name="hourglass" />
            <bdi className={styles.stagedName}>{key.name}</bdi>
            <span className={styles.quiet}>{staged.made(formatMoment(key.createdAt))}</span>
            <span className={styles.push} />
            <Button onPress={() => onContinue(key)}>{staged.continue}</Button>
            <ActionMenu
              label={actions.more(key.name)}
              actions={[
                {
                  id: 'discard',
                  text: staged.discard,
                  icon: 'trash',
                  variant: 'danger',
                  onAction: () => onDiscard(key),
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

export type RemovalsProps = {
  readonly removals: readonly TokenRemoval[]
  readonly progress: ReadonlyMap<TokenId, RemovalProgress>
}

/** Removed tokens whose devices are still on their way into history, also after a restart. */
export function Removals({ removals, progress }: RemovalsProps) {
  const { removals: words, removal } = text().tokens
  return (
    <section className={styles.staged} aria-label={words.title}>
      <h2>{words.title}</h2>
      <ul className={styles.stagedList}>
        {removals.map(({ id, name }) => {
          const { looked, total } = progress.get(id) ?? { looked: 0, total: 0 }
          return (
            <li key={id} className={styles.removal}>
              <ProgressBar
                label={words.text(name)}
                fraction={total === 0 ? null : looked / total}
                detail={total === 0 ? '' : removal.looked(formatCount(looked), formatCount(total))}
              />
              <p className={styles.quiet}>{removal.goesOn}</p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
