import type { ReactNode } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { Button } from '../../ui/Button.tsx'
import { createVault, forgetAttempt, loadVault, unlockVault } from './actions.ts'
import { CreateVault } from './CreateVault.tsx'
import { isUnlocked } from './selectors.ts'
import type { VaultStore } from './store.ts'
import { UnlockVault } from './UnlockVault.tsx'
import styles from './VaultGate.module.css'

export type VaultGateProps = {
  readonly store: VaultStore
  /** The browser shell has no key store of the operating system to offer. */
  readonly hasSystemKeyStore: boolean
  readonly children: ReactNode
}

/** Nothing of the product works without its keys, so the vault comes first. */
export function VaultGate({ store, hasSystemKeyStore, children }: VaultGateProps) {
  const desk = useDesk()
  const state = useStore(store)
  const { status, attempt } = state
  if (isUnlocked(state)) return children

  const isBusy = attempt.status === 'loading'
  return (
    <main className={styles.gate}>
      <div className={styles.box}>
        {status.status === 'ready' && status.value.state === 'missing' && (
          <CreateVault
            hasSystemKeyStore={hasSystemKeyStore}
            isBusy={isBusy}
            onCreate={(passphrase) => void createVault(store, desk, passphrase)}
            onChange={() => forgetAttempt(store)}
          />
        )}
        {status.status === 'ready' && status.value.state === 'locked' && (
          <UnlockVault
            status={status.value}
            isBusy={isBusy}
            onUnlock={(key) => void unlockVault(store, desk, key)}
            onChange={() => forgetAttempt(store)}
          />
        )}
        {attempt.status === 'failed' && <FailureNotice error={attempt.error} />}
        {status.status === 'failed' && (
          <FailureNotice error={status.error}>
            <Button onPress={() => void loadVault(store, desk)}>Try again</Button>
          </FailureNotice>
        )}
      </div>
    </main>
  )
}
