import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { applyChange, cancelChange } from './change-actions.ts'
import { changeWords } from './change-words.ts'
import styles from './Groups.module.css'
import { isRefused } from './preview-lines.ts'
import { PreviewBody } from './PreviewBody.tsx'
import type { GroupsStore } from './store.ts'

/** Every change stops here first: what it does, what follows from it, and a Cancel that has the focus. */
export function PreviewDialog({ store }: { readonly store: GroupsStore }) {
  const desk = useDesk()
  const pending = useStore(store, (state) => state.pending)
  const loaded = useStore(store, (state) => state.loaded)
  if (pending === null || loaded.status !== 'ready') return null
  const { change, preview, isApplying, error } = pending
  const words = changeWords(change, loaded.value.index)
  const canApply = preview.status === 'ready' && !isRefused(preview.value)
  const cancel = () => cancelChange(store)
  return (
    <Dialog title={words.title} isOpen onClose={cancel} role="alertdialog">
      <div className={styles.preview}>
        {words.intro.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {preview.status === 'failed' && <FailureNotice error={preview.error} />}
        {preview.status === 'loading' && <p className={styles.quiet}>{text().groups.preview.loading}</p>}
        {preview.status === 'ready' && <PreviewBody preview={preview.value} standing={loaded.value.tree.conflicts} />}
        {error && <FailureNotice error={error} />}
      </div>
      <Dialog.Actions>
        <Button onPress={cancel} autoFocus>
          {text().common.cancel}
        </Button>
        <Button
          variant={change.kind === 'remove' ? 'danger' : 'primary'}
          isDisabled={!canApply}
          isBusy={isApplying}
          onPress={() => void applyChange(store, desk)}
        >
          {words.confirm}
        </Button>
      </Dialog.Actions>
    </Dialog>
  )
}
