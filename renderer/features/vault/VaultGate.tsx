import { useRef, useState, type ReactNode } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { forgetTask } from '../../lib/tasks.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { useToldInSight } from '../../ui/use-told-in-sight.ts'
import { createVault, forgetAttempt, loadVault, unlockVault } from './actions.ts'
import { CreateVault } from './CreateVault.tsx'
import { GateTitle } from './GateTitle.tsx'
import { RestoreForm } from './RestoreForm.tsx'
import { RestoreResult } from './RestoreResult.tsx'
import { canUseSystem, failureOf, isMistypedCode, isUnlocked } from './selectors.ts'
import type { VaultStore } from './store.ts'
import { closeSummary, openDemo, restore } from './task-actions.ts'
import { UnlockVault } from './UnlockVault.tsx'
import { Welcome } from './Welcome.tsx'
import styles from './VaultGate.module.css'

export type VaultGateProps = {
  readonly store: VaultStore
  /** The vault was made because a first token is to be connected. */
  readonly onFirstToken?: () => void
  readonly children: ReactNode
}

type Step = 'welcome' | 'make' | 'restore'

/** Nothing of the product works without its keys, so the vault comes first. */
export function VaultGate({ store, onFirstToken, children }: VaultGateProps) {
  const desk = useDesk()
  const state = useStore(store)
  const { status, attempt } = state
  const [step, setStep] = useState<Step>('welcome')
  const isRestoring = step === 'restore'
  // The push that the vault is open comes before the answer that tells what came in.
  const isRestoreOpen = isRestoring && (state.restored !== null || state.tasks.restore.status === 'loading')
  if (isUnlocked(state) && !isRestoreOpen) return children

  const isBusy = attempt.status === 'loading'
  const failure = failureOf(attempt)
  const goTo = (next: Step) => {
    forgetAttempt(store)
    forgetTask(store, 'restore')
    setStep(next)
  }
  const create = async (passphrase?: string) => {
    if (await createVault(store, desk, passphrase)) onFirstToken?.()
  }
  return (
    <Gate>
      {status.status === 'ready' && (status.value.state === 'missing' || isRestoreOpen) && !state.restored && (
        <>
          {step === 'welcome' && (
            <Welcome
              isDemoStarting={state.tasks.demo.status === 'loading'}
              demoFailure={failureOf(state.tasks.demo)}
              onConnect={() => goTo('make')}
              onDemo={() => void openDemo(store, desk)}
              onRestore={() => goTo('restore')}
            />
          )}
          {step === 'make' && (
            <CreateVault
              hasSystemKeyStore={canUseSystem(state)}
              isBusy={isBusy}
              onCreate={(passphrase) => void create(passphrase)}
              onChange={() => forgetAttempt(store)}
              onBack={() => goTo('welcome')}
            />
          )}
          {isRestoring && (
            <RestoreForm
              variant="gate"
              newVault={{ hasSystemKeyStore: canUseSystem(state) }}
              task={state.tasks.restore}
              onRestore={(request) => void restore(store, desk, request)}
              onChange={() => forgetTask(store, 'restore')}
              onClose={() => goTo('welcome')}
            />
          )}
        </>
      )}
      {state.restored && (
        <>
          <GateTitle title={text().vault.restore.title}>{text().vault.backup.restoreDetail}</GateTitle>
          <RestoreResult
            variant="gate"
            summary={state.restored}
            onClose={() => {
              closeSummary(store)
              setStep('welcome')
            }}
          />
        </>
      )}
      {status.status === 'ready' && status.value.state === 'locked' && (
        <UnlockVault
          status={status.value}
          isBusy={isBusy}
          failure={failure}
          onUnlock={(key) => void unlockVault(store, desk, key)}
          onChange={() => forgetAttempt(store)}
        />
      )}
      {failure && !isMistypedCode(failure) && <FailureNotice error={failure} />}
      {status.status === 'failed' && (
        <FailureNotice error={status.error}>
          <Button onPress={() => void loadVault(store, desk)}>{text().common.retry}</Button>
        </FailureNotice>
      )}
    </Gate>
  )
}

/** What is told below the form is seen in a small window too. */
function Gate({ children }: Pick<VaultGateProps, 'children'>) {
  const whole = useRef<HTMLElement>(null)
  useToldInSight(whole, 'bad')
  return (
    <main ref={whole} className={styles.gate}>
      <div className={styles.box}>{children}</div>
    </main>
  )
}
