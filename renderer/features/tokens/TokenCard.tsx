import type { Token } from '../../../shared/model/token.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { ActionMenu } from '../../ui/Menu.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { AccountDetails } from './AccountDetails.tsx'
import { tokenStateLabel } from './labels.ts'
import { needsRenewal } from './selectors.ts'
import type { Verification } from './store.ts'
import { TermsNotice } from './TermsNotice.tsx'
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
  readonly onContacts: () => void
  readonly onRemove: () => void
  readonly onShowDevices: () => void
  readonly onShowGroup: () => void
}

export function TokenCard({ token, verification, isRunning, ...on }: TokenCardProps) {
  const label = tokenStateLabel(token.state)
  const words = text().tokens
  const facts = useTokenFacts(token, on)
  const isAsking = verification?.status === 'asking'
  return (
    <Card
      title={token.name}
      status={
        <>
          <StatusBadge text={label.text} icon={label.icon} tone={label.tone} />
          <span className={styles.quiet}>{words.since(formatMoment(token.stateSince))}</span>
        </>
      }
      actions={<Actions token={token} isAsking={isAsking} isRunning={isRunning} on={on} />}
    >
      {token.state === 'terms-not-accepted' ? (
        <TermsNotice token={token} isAsking={isAsking} onCheck={on.onVerify} />
      ) : (
        label.advice && (
          <Notice tone={label.tone} title={label.advice.meaning}>
            <p>{label.advice.next}</p>
          </Notice>
        )
      )}
      {verification?.status === 'failed' && (
        <FailureNotice error={verification.error} onDismiss={on.onForgetVerification} />
      )}
      <Facts facts={facts} />
      <AccountDetails
        token={token}
        clockSkewSeconds={verification?.status === 'proven' ? verification.clockSkewSeconds : null}
      />
    </Card>
  )
}

type ActionsProps = {
  readonly token: Token
  readonly isAsking: boolean
  readonly isRunning: boolean
  readonly on: Pick<TokenCardProps, 'onSync' | 'onVerify' | 'onRenew' | 'onContacts' | 'onRemove'>
}

function Actions({ token, isAsking, isRunning, on }: ActionsProps) {
  const words = text().tokens.actions
  const more = [
    {
      id: 'fetch',
      text: words.fetch,
      icon: 'download',
      isDisabled: isRunning || token.state === 'expired',
      onAction: () => on.onSync(true),
    },
    { id: 'verify', text: words.verifyWithApple, icon: 'shield-check', isDisabled: isAsking, onAction: on.onVerify },
    { id: 'renew', text: words.renewMore, icon: 'key', onAction: on.onRenew },
    { id: 'contacts', text: words.contacts, icon: 'pencil', onAction: on.onContacts },
    { id: 'remove', text: words.remove, icon: 'trash', variant: 'danger', onAction: on.onRemove },
  ] as const
  return (
    <>
      {needsRenewal(token.state) ? (
        <Button icon="key" onPress={on.onRenew}>
          {words.renew}
        </Button>
      ) : (
        <Button icon="shield-check" onPress={on.onVerify} isBusy={isAsking}>
          {words.verify}
        </Button>
      )}
      <Button icon="sync" onPress={() => on.onSync(false)} isBusy={isRunning} isDisabled={token.state === 'expired'}>
        {isRunning ? words.syncing : words.sync}
      </Button>
      <ActionMenu label={words.more(token.name)} actions={more} />
    </>
  )
}
