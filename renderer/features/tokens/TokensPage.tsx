import type { TokenId } from '../../../shared/model/ids.ts'
import type { Token } from '../../../shared/model/token.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../ui/Button.tsx'
import { Page } from '../../ui/Page.tsx'
import * as actions from './actions.ts'
import { NoTokens } from './NoTokens.tsx'
import { RemovalDialogs } from './RemovalDialogs.tsx'
import { StagedKeys } from './StagedKeys.tsx'
import type { TokensStore } from './store.ts'
import { TokenCard } from './TokenCard.tsx'
import * as wizardActions from './wizard-actions.ts'
import { WizardPage } from './WizardPage.tsx'

export type TokensPageProps = {
  readonly store: TokensStore
  readonly running: ReadonlySet<TokenId>
  readonly onSync: (token: Token, full: boolean) => void
  readonly onShowDevices: (token: Token) => void
}

export function TokensPage({ store, running, onSync, onShowDevices }: TokensPageProps) {
  const desk = useDesk()
  const { tokens, stagedKeys, verifications, wizard } = useStore(store)
  const connect = () => wizardActions.openConnect(store)

  if (wizard) return <WizardPage store={store} wizard={wizard} onSync={onSync} />
  const isEmpty = tokens.status === 'ready' && tokens.value.length === 0

  return (
    <Page
      title="Tokens"
      actions={
        !isEmpty && (
          <Button variant="primary" icon="plus" onPress={connect}>
            Connect a token
          </Button>
        )
      }
    >
      {tokens.status === 'failed' && (
        <FailureNotice error={tokens.error}>
          <Button onPress={() => void actions.loadTokens(store, desk)}>Try again</Button>
        </FailureNotice>
      )}
      {stagedKeys.length > 0 && (
        <StagedKeys
          keys={stagedKeys}
          onContinue={(key) => wizardActions.openStaged(store, key)}
          onDiscard={(key) => actions.askToDiscard(store, key)}
        />
      )}
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
            onRemove={() => actions.askToRemove(store, token)}
            onShowDevices={() => onShowDevices(token)}
          />
        ))}
      <RemovalDialogs store={store} />
    </Page>
  )
}
