import { useState, type FormEvent } from 'react'
import type { VaultStatus } from '../../../shared/model/vault.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { forgetTask } from '../../lib/tasks.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { KeyField } from './KeyField.tsx'
import { NewPassphrase } from './NewPassphrase.tsx'
import { failureOf, hasSlot, isMistypedCode } from './selectors.ts'
import type { VaultStore } from './store.ts'
import { changePassphrase } from './task-actions.ts'
import { useNewPassphrase } from './use-new-passphrase.ts'
import styles from './VaultGate.module.css'

export type PassphraseDialogProps = {
  readonly store: VaultStore
  readonly status: VaultStatus
  readonly onClose: () => void
}

/** A new passphrase, proven by the old one or by the recovery code; the first one needs no proof. */
export function PassphraseDialog({ store, status, onClose }: PassphraseDialogProps) {
  const desk = useDesk()
  const { tasks } = useStore(store)
  const hasOld = hasSlot(status, 'passphrase')
  const [way, setWay] = useState<'passphrase' | 'code'>('passphrase')
  const [proof, setProof] = useState('')
  const passphrase = useNewPassphrase()
  const { change } = text().vault
  const isCode = way === 'code'
  const failure = failureOf(tasks.passphrase)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const newPassphrase = passphrase.take()
    if (newPassphrase === undefined || (hasOld && proof === '')) return
    const given = !hasOld ? {} : isCode ? { recoveryCode: proof } : { passphrase: proof }
    if (await changePassphrase(store, desk, { ...given, newPassphrase })) onClose()
  }
  const switchWay = () => {
    setWay(isCode ? 'passphrase' : 'code')
    setProof('')
    forgetTask(store, 'passphrase')
  }

  return (
    <Dialog title={hasOld ? change.title : change.setTitle} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={(event) => void submit(event)}>
        {hasOld && <KeyField isCode={isCode} label={change.old} value={proof} failure={failure} onChange={setProof} />}
        {hasOld && hasSlot(status, 'recovery') && (
          <div>
            <Button variant="quiet" onPress={switchWay}>
              {isCode ? change.usePassphrase : change.useCode}
            </Button>
          </div>
        )}
        <NewPassphrase
          labels={{ first: change.next, again: change.nextAgain }}
          {...passphrase.fields}
          autoFocus={!hasOld}
        />
        {failure && !isMistypedCode(failure) && <FailureNotice error={failure} />}
        <Dialog.Actions>
          <Button onPress={onClose}>{text().common.cancel}</Button>
          <Button
            variant="primary"
            type="submit"
            isBusy={tasks.passphrase.status === 'loading'}
            isDisabled={hasOld && proof === ''}
          >
            {hasOld ? change.submit : change.setSubmit}
          </Button>
        </Dialog.Actions>
      </form>
    </Dialog>
  )
}
