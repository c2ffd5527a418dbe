import { useState, type FormEvent } from 'react'
import type { VaultStatus } from '../../../shared/model/vault.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { VaultKey } from './actions.ts'
import { GateTitle } from './GateTitle.tsx'
import { hasSlot } from './selectors.ts'
import styles from './VaultGate.module.css'

export type UnlockVaultProps = {
  readonly status: VaultStatus
  readonly isBusy: boolean
  readonly onUnlock: (key: VaultKey) => void
  readonly onChange: () => void
}

export function UnlockVault({ status, isBusy, onUnlock, onChange }: UnlockVaultProps) {
  const canUsePassphrase = hasSlot(status, 'passphrase')
  const canUseCode = hasSlot(status, 'recovery')
  const [way, setWay] = useState<'passphrase' | 'code'>(canUsePassphrase || !canUseCode ? 'passphrase' : 'code')
  const [text, setText] = useState('')

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text !== '') onUnlock(way === 'passphrase' ? { passphrase: text } : { recoveryCode: text })
  }
  const switchWay = () => {
    setWay(way === 'passphrase' ? 'code' : 'passphrase')
    setText('')
    onChange()
  }
  const hasField = way === 'code' ? canUseCode : canUsePassphrase

  return (
    <form className={styles.form} onSubmit={submit}>
      <GateTitle title="Unlock the vault">
        Your tokens and keys are sealed. Enrolled devices are not affected; syncing waits until the vault is open.
      </GateTitle>
      {hasField && (
        <TextField
          key={way}
          label={way === 'passphrase' ? 'Passphrase' : 'Recovery code'}
          kind={way === 'passphrase' ? 'password' : 'text'}
          autoComplete={way === 'passphrase' ? 'current-password' : 'off'}
          value={text}
          onChange={setText}
          autoFocus
        />
      )}
      <div className={styles.buttons}>
        {hasField && (
          <Button variant="primary" type="submit" isBusy={isBusy} isDisabled={text === ''}>
            Unlock
          </Button>
        )}
        {hasSlot(status, 'os') && (
          <Button
            variant={hasField ? 'secondary' : 'primary'}
            isBusy={!hasField && isBusy}
            onPress={() => onUnlock({})}
          >
            Unlock with this computer
          </Button>
        )}
        {canUsePassphrase && canUseCode && (
          <Button variant="quiet" onPress={switchWay}>
            {way === 'passphrase' ? 'Use the recovery code' : 'Use the passphrase'}
          </Button>
        )}
      </div>
    </form>
  )
}
