import type { ReactNode } from 'react'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { Token } from '../../../shared/model/token.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import * as actions from './actions.ts'
import { ContactsDialog } from './ContactsDialog.tsx'
import { NoTokens } from './NoTokens.tsx'
import { RemovalDialogs } from './RemovalDialogs.tsx'
import { Removals, StagedKeys } from './StagedKeys.tsx'
import type { TokensStore } from './store.ts'
import { TokenCard } from './TokenCard.tsx'
import * as wizardActions from './wizard-actions.ts'
import { WizardPage } from './WizardPage.tsx'

export type TokensPageProps = {
  readonly store: TokensStore
  readonly running: ReadonlySet<TokenId>
  readonly onSync: (token: Token, full: boolean) => void
  readonly onShowDevices: (token: Token) => void
  /** Path of a group. */
  readonly onShowGroup: (group: string) => void
  /** What stands below the tokens. */
  readonly children?: ReactNode
}

export function TokensPage({ store, running, onSync, onShowDevices, onShowGroup, children }: TokensPageProps) {
  const desk = useDesk()
  const { tokens, stagedKeys, removals, removalProgress, verifications, wizard } = useStore(store)
  const words = text().tokens
  const connect = () => wizardActions.openConnect(store)

  if (wizard) return <WizardPage store={store} wizard={wizard} onSync={onSync} onShowGroup={onShowGroup} />
  const isEmpty = tokens.status === 'ready' && tokens.value.length === 0

  return (
    <Page
      title={words.title}
      actions={
        !isEmpty && (
          <Button variant="primary" icon="plus" onPress={connect}>
            {words.connect}
          </Button>
        )
      }
    >
      {tokens.status === 'failed' && (
        <FailureNotice error={tokens.error}>
          <Button onPress={() => void actions.loadTokens(store, desk)}>{text().common.retry}</Button>
        </FailureNotice>
      )}
      {stagedKeys.length > 0 && (
        <StagedKeys
          keys={stagedKeys}
          onContinue={(key) => wizardActions.openStaged(store, key)}
          onDiscard={(key) => actions.askToDiscard(store, key)}
        />
      )}
      {removals.length > 0 && <Removals removals={removals} progress={removalProgress} />}
      {isEmpty && <NoTokens onConnect={connect} />}
      {tokens.status === 'ready' &&
        tokens.value.map((token) => (
          <TokenCard
            key={token.id}
            token={token}
            verification={verifications.get(token.id) ?? null}
            isRunning={running.has(token.id)}
            onSync={(full) => onSync(token, full)}
            onVerify={() => void actions.verifyToken(store, desk, token.id)}
            onForgetVerification={() => actions.forgetVerification(store, token.id)}
            onRenew={() => wizardActions.openRenew(store, token)}
            onContacts={() => actions.askForContacts(store, token)}
            onRemove={() => actions.askToRemove(store, token)}
            onShowDevices={() => onShowDevices(token)}
            onShowGroup={() => onShowGroup(token.group)}
          />
        ))}
      {children}
      <RemovalDialogs store={store} />
      <ContactsDialog store={store} />
    </Page>
  )
}
