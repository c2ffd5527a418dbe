import { useState } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ConfirmCode } from './ConfirmCode.tsx'
import { failureOf } from './selectors.ts'
import { ShownCode } from './ShownCode.tsx'
import type { VaultStore } from './store.ts'
import { forgetCode, makeCode } from './task-actions.ts'
import styles from './VaultGate.module.css'

export type RecoveryCodeDialogProps = {
  readonly store: VaultStore
  /** There is one, which stops to work. */
  readonly hasCode: boolean
  readonly onClose: () => void
}

/** Makes a code, shows it once, and asks for a part of it: what cannot be read back was not kept. */
export function RecoveryCodeDialog({ store, hasCode, onClose }: RecoveryCodeDialogProps) {
  const desk = useDesk()
  const { code, tasks } = useStore(store)
  const [isKept, setIsKept] = useState(false)
  // Whether there was one before the dialog made another.
  const [hadCode] = useState(hasCode)
  const words = text().vault.code
  const failure = failureOf(tasks.code)
  const close = (isConfirmed: boolean) => {
    forgetCode(store, desk, { isConfirmed })
    onClose()
  }

  return (
    <Dialog title={words.title} isOpen onClose={() => close(false)} role="alertdialog">
      <div className={styles.form}>
        {code === null && (
          <>
            <p>{words.before}</p>
            {hadCode && <p>{words.beforeAgain}</p>}
            {failure && <FailureNotice error={failure} />}
            <Dialog.Actions>
              <Button onPress={() => close(false)}>{text().common.cancel}</Button>
              <Button
                variant="primary"
                isBusy={tasks.code.status === 'loading'}
                onPress={() => void makeCode(store, desk)}
                autoFocus
              >
                {words.make}
              </Button>
            </Dialog.Actions>
          </>
        )}
        {code !== null && !isKept && (
          <ShownCode store={store} code={code} failure={failure} onKept={() => setIsKept(true)} />
        )}
        {code !== null && isKept && (
          <ConfirmCode code={code} onBack={() => setIsKept(false)} onConfirmed={() => close(true)} />
        )}
      </div>
    </Dialog>
  )
}
