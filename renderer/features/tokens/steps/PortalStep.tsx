import type { Account } from '../../../../shared/model/token.ts'
import { useDesk } from '../../../lib/desk.ts'
import { text } from '../../../lib/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { openPortal } from '../portal-actions.ts'
import { portalsOf } from '../selectors.ts'
import type { Renewed } from '../wizard.ts'
import styles from '../Wizard.module.css'

export type PortalStepProps = {
  readonly renews: Renewed | null
  /** What the server in the portal should be called. */
  readonly name: string
  /** Of the token in use: tells which portal it is. */
  readonly account: Account | null
  readonly onBack: () => void
  readonly onNext: () => void
}

export function PortalStep({ renews, name, account, onBack, onNext }: PortalStepProps) {
  const desk = useDesk()
  const { portals, wizard } = text().tokens
  const words = wizard.portal
  const steps = renews
    ? [words.signIn, words.select(renews.serverName ?? renews.name), words.edit, words.download]
    : [words.signIn, words.add, words.nameServer(name), words.upload, words.download]
  return (
    <div className={styles.content}>
      <h2>{words.title}</h2>
      <div className={styles.buttons}>
        {portalsOf(account).map((portal) => (
          <Button key={portal} icon="leave" onPress={() => void openPortal(desk, portal)}>
            {portals[portal]}
          </Button>
        ))}
      </div>
      <ol className={styles.instructions}>
        {steps.map((step) => (
          <li key={step}>
            <bdi>{step}</bdi>
          </li>
        ))}
      </ol>
      {renews ? (
        <Notice tone="warn" title={words.soon}>
          <p>{words.soonText}</p>
        </Notice>
      ) : (
        <Notice tone="neutral" title={words.later}>
          <p>{words.laterText}</p>
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button variant="primary" onPress={onNext}>
          {words.have}
        </Button>
        <Button onPress={onBack}>{wizard.back}</Button>
      </div>
    </div>
  )
}
