import type { Token } from '../../../../shared/model/token.ts'
import { formatMoment, formatQuantity } from '../../../lib/format.ts'
import { Button } from '../../../ui/Button.tsx'
import { Facts } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { TOKEN_STATE_LABELS } from '../labels.ts'
import styles from '../Wizard.module.css'

export type DoneStepProps = {
  readonly token: Token
  readonly isRenewed: boolean
  readonly onSync: () => void
  readonly onFinish: () => void
}

export function DoneStep({ token, isRenewed, onSync, onFinish }: DoneStepProps) {
  const isProven = token.state === 'ok' || token.state === 'expiring'
  return (
    <div className={styles.content}>
      <h2>
        <bdi>{token.name}</bdi> is {isRenewed ? 'renewed' : 'connected'}
      </h2>
      {isProven ? (
        <Notice tone="good" title="Apple accepts the token">
          <p>{isRenewed ? 'The old token is no longer used.' : 'Everything is ready for the first sync.'}</p>
        </Notice>
      ) : (
        <Notice tone={TOKEN_STATE_LABELS[token.state].tone} title={TOKEN_STATE_LABELS[token.state].text}>
          <p>{TOKEN_STATE_LABELS[token.state].advice?.next}</p>
        </Notice>
      )}
      <Facts
        variant="lines"
        facts={[
          { label: 'Server', value: token.serverName },
          { label: 'Organization', value: token.orgName },
          { label: 'Apple Account', value: token.adminId },
          {
            label: 'Valid until',
            value: `${formatMoment(token.expiresAt)} (${formatQuantity(token.daysLeft, 'day')})`,
          },
        ]}
      />
      <p className={styles.quiet}>
        {isRenewed
          ? 'After a renewal the complete list is read once, to be sure that nothing was missed.'
          : 'The first run reads the complete list of devices; later runs read only what changed.'}
      </p>
      <div className={styles.buttons}>
        <Button variant="primary" icon="sync" onPress={onSync}>
          {isRenewed ? 'Fetch all devices now' : 'Sync now'}
        </Button>
        <Button onPress={onFinish}>Not now</Button>
      </div>
    </div>
  )
}
