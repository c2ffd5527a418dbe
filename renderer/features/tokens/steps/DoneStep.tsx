import type { Token } from '../../../../shared/model/token.ts'
import { formatMoment } from '../../../lib/format.ts'
import { text } from '../../../lib/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Card.tsx'
import { Link } from '../../../ui/Link.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { tokenStateLabel } from '../labels.ts'
import styles from '../Wizard.module.css'

export type DoneStepProps = {
  readonly token: Token
  readonly isRenewed: boolean
  readonly onSync: () => void
  readonly onFinish: () => void
  readonly onShowGroup: () => void
}

export function DoneStep({ token, isRenewed, onSync, onFinish, onShowGroup }: DoneStepProps) {
  const { wizard, facts } = text().tokens
  const words = wizard.done
  const label = tokenStateLabel(token.state)
  const isProven = token.state === 'ok' || token.state === 'expiring'
  return (
    <div className={styles.content}>
      <h2>
        <bdi>{(isRenewed ? words.renewed : words.connected)(token.name)}</bdi>
      </h2>
      {isProven ? (
        <Notice tone="good" title={words.accepted}>
          <p>{isRenewed ? words.oldUnused : words.ready}</p>
        </Notice>
      ) : (
        <Notice tone={label.tone} title={label.text}>
          <p>{label.advice?.next}</p>
        </Notice>
      )}
      <Facts
        variant="lines"
        facts={[
          { label: words.server, value: token.serverName },
          { label: words.organization, value: token.orgName },
          { label: words.account, value: token.adminId },
          {
            label: words.validUntil,
            value: words.validDays(formatMoment(token.expiresAt), token.daysLeft),
          },
          {
            label: words.group,
            value: (
              <Link onPress={onShowGroup} label={facts.showGroup(token.group)}>
                <bdi>{token.group}</bdi>
              </Link>
            ),
          },
        ]}
      />
      <p className={styles.quiet}>{isRenewed ? words.afterRenewal : words.afterConnect}</p>
      <div className={styles.buttons}>
        <Button variant="primary" icon="sync" onPress={onSync}>
          {isRenewed ? words.fetchNow : words.syncNow}
        </Button>
        <Button onPress={onFinish}>{words.notNow}</Button>
      </div>
    </div>
  )
}
