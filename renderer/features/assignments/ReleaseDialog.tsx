import { useState } from 'react'
import { MAX_NAMED_SERIALS } from '../../../shared/contract/devices.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { Plan } from './Plan.tsx'
import { closeTask, runTask, wantedSentence } from './actions.ts'
import type { AssignmentsStore, Task } from './store.ts'

/** Asks for the exact sentence; Cancel has the focus, so that Enter pressed by habit loses nothing. */
export function AskRelease({ store, task }: { readonly store: AssignmentsStore; readonly task: Task }) {
  const desk = useDesk()
  const [typed, setTyped] = useState('')
  const words = text()
  const { release } = words.assignments
  const { serials, run } = task
  const count = serials.status === 'ready' ? new Set(serials.value).size : task.count
  const sentence = count === 0 ? undefined : wantedSentence(task)
  const isTyped = sentence !== undefined && typed.trim() === sentence
  return (
    <>
      <p>
        <strong>{release.explained(count)}</strong>
      </p>
      <p>{release.keeps}</p>
      <p>{release.saved}</p>
      {serials.status === 'loading' && <ProgressBar label={release.reading} fraction={null} />}
      {serials.status === 'failed' && <FailureNotice error={serials.error} />}
      {serials.status === 'idle' && <Notice tone="warn" title={release.tooMany(formatCount(MAX_NAMED_SERIALS))} />}
      {serials.status === 'ready' && count === 0 && <Notice tone="neutral" title={release.none} />}
      <Plan task={task} />
      {sentence !== undefined && (
        <TextField label={release.type(sentence)} value={typed} onChange={setTyped} maxLength={100} />
      )}
      <Dialog.Actions>
        <Button onPress={() => closeTask(store)} autoFocus>
          {run ? words.common.close : words.common.cancel}
        </Button>
        <Button variant="danger" isDisabled={!isTyped} onPress={() => void runTask(store, desk, typed.trim())}>
          {release.confirm(count)}
        </Button>
      </Dialog.Actions>
    </>
  )
}
