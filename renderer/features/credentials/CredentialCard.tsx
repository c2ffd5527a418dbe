import type { Credential } from '../../../shared/model/credential.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatMoment } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Card, Facts } from '../../ui/Card.tsx'
import { ActionMenu, type MenuAction } from '../../ui/Menu.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import * as actions from './actions.ts'
import styles from './Credentials.module.css'
import { openImport } from './import-actions.ts'
import { credentialLabel } from './labels.ts'
import type { CredentialsStore } from './store.ts'
import { useCredentialFacts } from './use-credential-facts.tsx'

type CardProps = { readonly store: CredentialsStore; readonly credential: Credential }

export function CredentialCard({ store, credential }: CardProps) {
  const { id, name, stateSince } = credential
  const label = credentialLabel(credential)
  const facts = useCredentialFacts(credential)
  const asking = useStore(store, (state) => state.asking.get(id) ?? null)
  return (
    <Card
      title={name}
      status={
        <>
          <StatusBadge text={label.text} icon={label.icon} tone={label.tone} />
          {stateSince !== null && <span className={styles.quiet}>{text().tokens.since(formatMoment(stateSince))}</span>}
        </>
      }
      actions={<Actions store={store} credential={credential} isAsking={asking?.status === 'asking'} />}
    >
      {label.advice && (
        <Notice tone={label.tone} title={label.advice.meaning}>
          <p>{label.advice.next}</p>
        </Notice>
      )}
      {asking?.status === 'failed' && (
        <FailureNotice error={asking.error} onDismiss={() => actions.forgetAsking(store, id)} />
      )}
      <Facts facts={facts} />
    </Card>
  )
}

const NEEDS_RENEWAL: ReadonlySet<Credential['state']> = new Set(['expiring', 'expired', 'rejected'])

function Actions({ store, credential, isAsking }: CardProps & { readonly isAsking: boolean }) {
  const desk = useDesk()
  const words = text().credentials.actions
  const { kind, state, name, push, isRemovable } = credential
  const isFile = kind === 'stoken' || kind === 'push-certificate'
  const canVerify = kind === 'stoken' || push?.hasKey === true
  const renew = () =>
    isFile ? openImport(store, credential) : actions.openDialog(store, { kind: 'entry', credential })
  const verify = () => void actions.verifyCredential(store, desk, credential)
  const showsRenewal = isRemovable && NEEDS_RENEWAL.has(state)
  const more: readonly (MenuAction | false)[] = [
    canVerify && { id: 'verify', text: words.verify, icon: 'shield-check', isDisabled: isAsking, onAction: verify },
    isRemovable && { id: 'renew', text: words.renew, icon: 'key', onAction: renew },
    isRemovable && {
      id: 'change',
      text: words.change,
      icon: 'pencil',
      onAction: () => actions.openDialog(store, { kind: 'entry', credential }),
    },
    {
      id: 'contacts',
      text: words.contacts,
      icon: 'pencil',
      onAction: () => actions.openDialog(store, { kind: 'contacts', credential }),
    },
    isRemovable && {
      id: 'remove',
      text: words.remove,
      icon: 'trash',
      variant: 'danger',
      onAction: () => actions.openDialog(store, { kind: 'remove', credential }),
    },
  ]
  return (
    <>
      {state === 'used-elsewhere' && (
        <Button isBusy={isAsking} onPress={() => void actions.confirmService(store, desk, credential)}>
          {words.confirm}
        </Button>
      )}
      {showsRenewal && (
        <Button icon="key" onPress={renew}>
          {words.renew}
        </Button>
      )}
      {!showsRenewal && canVerify && (
        <Button icon="shield-check" isBusy={isAsking} onPress={verify}>
          {words.verify}
        </Button>
      )}
      <ActionMenu label={words.more(name)} actions={more.filter((action) => action !== false)} />
    </>
  )
}
