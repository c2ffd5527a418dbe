import { useState } from 'react'
import type { Failure } from '../../../lib/api.ts'
import { FailureNotice } from '../../../lib/FailureNotice.tsx'
import type { Remote } from '../../../lib/remote.ts'
import { text } from '../../../lib/text.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConfirmDialog } from '../../../ui/Dialog.tsx'
import { DropZone } from '../../../ui/DropZone.tsx'
import { ProgressBar } from '../../../ui/ProgressBar.tsx'
import type { ImportChoice } from '../wizard-actions.ts'
import { importRemedy } from '../wizard.ts'
import styles from '../Wizard.module.css'

const TOKEN_FILE_TYPES = ['.p7m', '.p7', 'application/pkcs7-mime', 'application/x-pkcs7-mime', '.txt', '.pem', '.der']

export type FileStepProps = {
  readonly isRenewal: boolean
  /** The file in work, or refused last. */
  readonly fileName: string | null
  readonly work: Remote<null>
  readonly onFile: (file: File) => void
  readonly onRetry: (choice: ImportChoice) => void
  readonly onBack: () => void
  readonly onShowCertificate: () => void
}

export function FileStep({ isRenewal, fileName, work, onFile, onRetry, ...on }: FileStepProps) {
  const isBusy = work.status === 'loading'
  const { wizard } = text().tokens
  const words = wizard.file
  return (
    <div className={styles.content}>
      <h2>{words.title}</h2>
      <p>{isRenewal ? words.textRenewal : words.textNew}</p>
      {isBusy ? (
        <div className={styles.working}>
          <ProgressBar label={words.opening(fileName ?? '')} fraction={null} />
        </div>
      ) : (
        <DropZone title={words.drop} buttonLabel={words.choose} acceptedTypes={TOKEN_FILE_TYPES} onFile={onFile} />
      )}
      {work.status === 'failed' && (
        <FailureNotice error={work.error}>
          {fileName !== null && (
            <Remedies error={work.error} onRetry={onRetry} onShowCertificate={on.onShowCertificate} />
          )}
        </FailureNotice>
      )}
      {!isBusy && (
        <div className={styles.buttons}>
          <Button onPress={on.onBack}>{wizard.back}</Button>
        </div>
      )}
    </div>
  )
}

type RemediesProps = Pick<FileStepProps, 'onRetry' | 'onShowCertificate'> & {
  readonly error: Failure
}

function Remedies({ error, onRetry, onShowCertificate }: RemediesProps) {
  const words = text().tokens.wizard.file
  const { retry } = text().common
  const owner = error.facts?.['token']
  const [isAsking, setIsAsking] = useState(false)
  switch (importRemedy(error.code)) {
    case 'save-certificate':
      return <Button onPress={onShowCertificate}>{words.toCertificate}</Button>
    case 'save-offline':
      return (
        <>
          <Button onPress={() => onRetry({})}>{retry}</Button>
          <Button variant="quiet" onPress={() => onRetry({ offline: true })}>
            {words.saveOffline}
          </Button>
        </>
      )
    case 'accept-other-server':
      return (
        <>
          <Button variant="quiet" onPress={() => setIsAsking(true)}>
            {words.otherServer}
          </Button>
          <ConfirmDialog
            title={words.otherServerTitle}
            isOpen={isAsking}
            confirmLabel={words.otherServerConfirm}
            onConfirm={() => onRetry({ forceServer: true })}
            onCancel={() => setIsAsking(false)}
          >
            <p>{words.otherServerText}</p>
            <p>{words.otherServerOnly}</p>
          </ConfirmDialog>
        </>
      )
    case 'renew-other':
      return (
        <Button onPress={() => onRetry({ renewsOther: true })}>
          {typeof owner === 'string' ? words.renewInstead(owner) : words.renewTheOther}
        </Button>
      )
    case null:
      return <Button onPress={() => onRetry({})}>{retry}</Button>
  }
}
