import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/Copyable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { closeLock, lockDevice, lockMeaning, showCodes, writeMessage } from './lock-actions.ts'
import type { AssignmentsStore, LockTask } from './store.ts'
import styles from './Assignments.module.css'

type PartProps<K extends LockTask['kind']> = {
  readonly store: AssignmentsStore
  readonly lock: Extract<LockTask, { readonly kind: K }>
}

export function AskLock({ store, lock }: PartProps<'lock'>) {
  const desk = useDesk()
  const words = text()
  const { answer, message, serial } = lock
  if (answer.status === 'ready') return <LockAnswer store={store} outcome={answer.value} serial={serial} />
  return (
    <>
      <p>
        <bdi className={styles.code}>{serial}</bdi>
      </p>
      <p>{words.assignments.lock.explained}</p>
      <TextField
        label={words.assignments.lock.message}
        description={words.assignments.lock.messageHint}
        value={message}
        onChange={(next) => writeMessage(store, next)}
        maxLength={500}
      />
      {answer.status === 'failed' && <FailureNotice error={answer.error} />}
      <Dialog.Actions>
        <Button onPress={() => closeLock(store)} autoFocus>
          {words.common.cancel}
        </Button>
        <Button variant="danger" isBusy={answer.status === 'loading'} onPress={() => void lockDevice(store, desk)}>
          {words.assignments.lock.confirm}
        </Button>
      </Dialog.Actions>
    </>
  )
}

type LockAnswerProps = {
  readonly store: AssignmentsStore
  readonly outcome: string
  readonly serial: LockTask['serial']
}

function LockAnswer({ store, outcome, serial }: LockAnswerProps) {
  const desk = useDesk()
  const words = text()
  const hasCode = outcome === 'SUCCESS' || outcome === 'UNKNOWN'
  const tone = outcome === 'SUCCESS' ? 'good' : outcome === 'UNKNOWN' ? 'warn' : 'bad'
  return (
    <>
      <Notice tone={tone} title={lockMeaning(outcome)} />
      <Dialog.Actions>
        {hasCode && (
          <Button icon="key" onPress={() => void showCodes(store, desk, serial)}>
            {words.assignments.actions.bypassCode}
          </Button>
        )}
        <Button variant="primary" onPress={() => closeLock(store)} autoFocus>
          {words.assignments.result.done}
        </Button>
      </Dialog.Actions>
    </>
  )
}

/** Gone from the page when the dialog is left. */
export function ShownCodes({ store, lock }: PartProps<'code'>) {
  const words = text().assignments.code
  const { codes, serial } = lock
  return (
    <>
      <p>
        <bdi className={styles.code}>{serial}</bdi>
      </p>
      {codes.status === 'loading' && <ProgressBar label={words.reading} fraction={null} />}
      {codes.status === 'failed' && <FailureNotice error={codes.error} />}
      {codes.status === 'ready' && (
        <>
          <ol className={styles.codes}>
            {codes.value.map(({ code, outcome, askedAt }) => (
              <li key={code} className={styles.codeEntry}>
                <code className={styles.bypassCode}>{code}</code>
                <span className={styles.quiet}>
                  {words.made(formatMoment(askedAt))}
                  {outcome === 'UNKNOWN' && ` · ${words.unsure}`}
                </span>
                <span>
                  <CopyButton value={code}>{words.copy}</CopyButton>
                </span>
              </li>
            ))}
          </ol>
          <p>{words.explained}</p>
        </>
      )}
      <Dialog.Actions>
        <Button variant="primary" onPress={() => closeLock(store)} autoFocus>
          {text().common.close}
        </Button>
      </Dialog.Actions>
    </>
  )
}
