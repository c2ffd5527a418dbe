import { useState } from 'react'
import { FailureNotice } from '../../../lib/FailureNotice.tsx'
import type { Remote } from '../../../lib/remote.ts'
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
  return (
    <div className={styles.content}>
      <h2>Give the token file</h2>
      <p>
        The file is opened on this computer with the private key from the vault. Then Apple is asked whether it accepts
        the token, before anything is {isRenewal ? 'replaced' : 'stored'}.
      </p>
      {isBusy ? (
        <div className={styles.working}>
          <ProgressBar label={`Opening ${fileName ?? 'the file'} and asking Apple about it…`} fraction={null} />
        </div>
      ) : (
        <DropZone
          title="Drop the .p7m file here"
          buttonLabel="Choose the file"
          acceptedTypes={TOKEN_FILE_TYPES}
          onFile={onFile}
        />
      )}
      {work.status === 'failed' && (
        <FailureNotice error={work.error}>
          {fileName !== null && (
            <Remedies code={work.error.code} onRetry={onRetry} onShowCertificate={on.onShowCertificate} />
          )}
        </FailureNotice>
      )}
      {!isBusy && (
        <div className={styles.buttons}>
          <Button onPress={on.onBack}>Back</Button>
        </div>
      )}
    </div>
  )
}

type RemediesProps = Pick<FileStepProps, 'onRetry' | 'onShowCertificate'> & {
  readonly code: Parameters<typeof importRemedy>[0]
}

function Remedies({ code, onRetry, onShowCertificate }: RemediesProps) {
  const [isAsking, setIsAsking] = useState(false)
  switch (importRemedy(code)) {
    case 'save-certificate':
      return <Button onPress={onShowCertificate}>Back to the certificate</Button>
    case 'save-offline':
      return (
        <>
          <Button onPress={() => onRetry({})}>Try again</Button>
          <Button variant="quiet" onPress={() => onRetry({ offline: true })}>
            Save without Apple's answer
          </Button>
        </>
      )
    case 'accept-other-server':
      return (
        <>
          <Button variant="quiet" onPress={() => setIsAsking(true)}>
            Use this file anyway…
          </Button>
          <ConfirmDialog
            title="Put another server in the place of this token?"
            isOpen={isAsking}
            confirmLabel="Use the other server"
            onConfirm={() => onRetry({ forceServer: true })}
            onCancel={() => setIsAsking(false)}
          >
            <p>
              The file belongs to a different server in the portal. Its list of devices is read from the start; devices
              of the old server become history. Enrolled devices stay enrolled.
            </p>
            <p>Do this only if the old server was replaced in the portal on purpose.</p>
          </ConfirmDialog>
        </>
      )
    case null:
      return <Button onPress={() => onRetry({})}>Try again</Button>
  }
}
