import type { Token } from '../../../shared/model/token.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatMoment } from '../../lib/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { ActionMenu } from '../../ui/Menu.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { AccountDetails } from './AccountDetails.tsx'
import { TOKEN_STATE_LABELS } from './labels.ts'
import { needsRenewal } from './selectors.ts'
import type { Verification } from './store.ts'
import styles from './Tokens.module.css'
import { useTokenFacts } from './use-token-facts.tsx'

export type TokenCardProps = {
  readonly token: Token
  readonly verification: Verification | null
  readonly isRunning: boolean
  readonly onSync: (full: boolean) => void
  readonly onVerify: () => void
  readonly onForgetVerification: () => void
  readonly onRenew: () => void
  readonly onRemove: () => void
  readonly onShowDevices: () => void
}

export function TokenCard({ token, verification, isRunning, onSync, onVerify, onShowDevices, ...on }: TokenCardProps) {
  const { text, icon, tone, advice } = TOKEN_STATE_LABELS[token.state]
  const facts = useTokenFacts(token, onShowDevices)
  const isAsking = verification?.status === 'asking'
  const renewsFirst = needsRenewal(token.state)
  const more = [
    { id: 'fetch', text: 'Fetch all devices', icon: 'download', isDisabled: isRunning, onAction: () => onSync(true) },
    { id: 'verify', text: 'Verify with Apple', icon: 'shield-check', isDisabled: isAsking, onAction: onVerify },
    { id: 'renew', text: 'Renew…', icon: 'key', onAction: on.onRenew },
    { id: 'remove', text: 'Remove…', icon: 'trash', variant: 'danger', onAction: on.onRemove },
  ] as const

  return (
    <Card
      title={token.name}
      status={
        <>
          <StatusBadge text={text} icon={icon} tone={tone} />
          <span className={styles.quiet}>since {formatMoment(token.stateSince)}</span>
        </>
      }
      actions={
        <>
          {renewsFirst ? (
            <Button icon="key" onPress={on.onRenew}>
              Renew
            </Button>
          ) : (
            <Button icon="shield-check" onPress={onVerify} isBusy={isAsking}>
              Verify
            </Button>
          )}
          <Button icon="sync" onPress={() => onSync(false)} isBusy={isRunning}>
            {isRunning ? 'Syncing' : 'Sync now'}
          </Button>
          <ActionMenu label={`More for ${token.name}`} actions={more} />
        </>
      }
    >
      {advice && (
        <Notice tone={tone} title={advice.meaning}>
          <p>{advice.next}</p>
        </Notice>
      )}
      {verification?.status === 'failed' && (
        <FailureNotice error={verification.error} onDismiss={on.onForgetVerification} />
      )}
      <Facts facts={facts} />
      {verification?.status === 'proven' && <AccountDetails {...verification} />}
    </Card>
  )
}
