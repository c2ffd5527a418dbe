import { useState, type FormEvent } from 'react'
import type { VaultStatus } from '../../../shared/model/vault.ts'
import type { Failure } from '../../lib/api.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import type { VaultKey } from './actions.ts'
import { GateTitle } from './GateTitle.tsx'
import { KeyField } from './KeyField.tsx'
import { hasSlot } from './selectors.ts'
import styles from './VaultGate.module.css'

export type UnlockVaultProps = {
  readonly status: VaultStatus
  readonly isBusy: boolean
  readonly failure: Failure | null
  readonly onUnlock: (key: VaultKey) => void
  readonly onChange: () => void
}

export function UnlockVault({ status, isBusy, failure, onUnlock, onChange }: UnlockVaultProps) {
  const canUsePassphrase = hasSlot(status, 'passphrase')
  const canUseCode = hasSlot(status, 'recovery')
  const [way, setWay] = useState<'passphrase' | 'code'>(canUsePassphrase || !canUseCode ? 'passphrase' : 'code')
  const [value, setValue] = useState('')
  const { unlock, fields } = text().vault
  const isCode = way === 'code'

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (value !== '') onUnlock(isCode ? { recoveryCode: value } : { passphrase: value })
  }
  const switchWay = () => {
    setWay(isCode ? 'passphrase' : 'code')
    setValue('')
    onChange()
  }
  const hasField = isCode ? canUseCode : canUsePassphrase
  // Another code may open a vault that the operating system opens by itself; the other way is always one press away.
  const canSwitch = (isCode && canUsePassphrase) || (!isCode && canUseCode)

  return (
    <form className={styles.form} onSubmit={submit}>
      <GateTitle title={unlock.title}>{unlock.text}</GateTitle>
      {hasField && (
        <KeyField isCode={isCode} label={fields.passphrase} value={value} failure={failure} onChange={setValue} />
      )}
      <div className={styles.buttons}>
        {hasField && (
          <Button variant="primary" type="submit" isBusy={isBusy} isDisabled={value === ''}>
            {unlock.submit}
          </Button>
        )}
        {hasSlot(status, 'os') && (
          <Button
            variant={hasField ? 'secondary' : 'primary'}
            isBusy={!hasField && isBusy}
            onPress={() => onUnlock({})}
          >
            {unlock.withComputer}
          </Button>
        )}
        {canSwitch && (
          <Button variant="quiet" onPress={switchWay}>
            {isCode ? unlock.usePassphrase : unlock.useCode}
          </Button>
        )}
      </div>
    </form>
  )
}
