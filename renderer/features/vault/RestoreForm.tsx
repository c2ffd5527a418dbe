import { useState, type FormEvent } from 'react'
import { MAX_BACKUP_BYTES } from '../../../shared/contract/vault.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import type { Remote } from '../../lib/remote.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DropZone } from '../../ui/DropZone.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { GateTitle } from './GateTitle.tsx'
import { failureOf } from './selectors.ts'
import type { RestoreRequest } from './task-actions.ts'
import { useNewPassphrase } from './use-new-passphrase.ts'
import styles from './VaultGate.module.css'
import { WayChoice, type Way } from './WayChoice.tsx'

export type RestoreFormProps = {
  readonly variant: 'gate' | 'dialog'
  /** Where there is no vault yet, one is made with the backup. */
  readonly newVault: { readonly hasSystemKeyStore: boolean } | null
  readonly task: Remote<null>
  readonly onRestore: (request: RestoreRequest) => void
  readonly onChange: () => void
  readonly onClose: () => void
}

type Chosen = { readonly name: string; readonly bytes: Uint8Array }

/** A backup file, its passphrase, and on a new computer how the vault opens there. */
export function RestoreForm({ variant, newVault, task, onRestore, onChange, onClose }: RestoreFormProps) {
  const { restore, backup, welcome } = text().vault
  const [file, setFile] = useState<Chosen | null>(null)
  const [isTooLarge, setIsTooLarge] = useState(false)
  const [backupPassphrase, setBackupPassphrase] = useState('')
  const [chosenWay, setWay] = useState<Way | null>(null)
  const way = chosenWay ?? (newVault?.hasSystemKeyStore ? 'system' : 'passphrase')
  const passphrase = useNewPassphrase()
  const failure = failureOf(task)
  const isWrong = failure?.code === 'vault.wrong-passphrase'

  const take = async (given: File) => {
    onChange()
    setIsTooLarge(given.size > MAX_BACKUP_BYTES)
    setFile(
      given.size > MAX_BACKUP_BYTES ? null : { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) },
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!file || backupPassphrase === '') return
    const request = { file: file.bytes, backupPassphrase }
    if (!newVault || way === 'system') return onRestore(request)
    const own = passphrase.take()
    if (own !== undefined) onRestore({ ...request, passphrase: own })
  }

  const begin = (
    <Button
      variant="primary"
      type="submit"
      isBusy={task.status === 'loading'}
      isDisabled={!file || backupPassphrase === ''}
    >
      {restore.submit}
    </Button>
  )
  return (
    <form className={styles.form} onSubmit={submit}>
      {variant === 'gate' && <GateTitle title={restore.title}>{backup.restoreDetail}</GateTitle>}
      {variant === 'dialog' && <p>{backup.restoreDetail}</p>}
      <DropZone
        title={file ? restore.chosen(file.name) : restore.drop}
        buttonLabel={file ? restore.other : restore.choose}
        acceptedTypes={[]}
        onFile={(given) => void take(given)}
      />
      {isTooLarge && <Notice tone="bad" title={restore.tooLarge} />}
      {file && (
        <TextField
          label={backup.passphrase}
          kind="password"
          value={backupPassphrase}
          onChange={(next) => {
            setBackupPassphrase(next)
            onChange()
          }}
          error={isWrong ? restore.wrongPassphrase : ''}
          autoFocus
        />
      )}
      {file && newVault && (
        <>
          <p>{restore.newVault}</p>
          <WayChoice
            hasSystemKeyStore={newVault.hasSystemKeyStore}
            way={way}
            onWay={setWay}
            fields={passphrase.fields}
          />
        </>
      )}
      {failure && !isWrong && <FailureNotice error={failure} />}
      {variant === 'gate' ? (
        <div className={styles.buttons}>
          {begin}
          <Button variant="quiet" onPress={onClose}>
            {welcome.back}
          </Button>
        </div>
      ) : (
        <Dialog.Actions>
          <Button onPress={onClose}>{text().common.cancel}</Button>
          {begin}
        </Dialog.Actions>
      )}
    </form>
  )
}
