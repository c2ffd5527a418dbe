import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { forgetSaving, revealReport } from './report-actions.ts'
import type { DiagnosisStore } from './store.ts'

/** Where the report was saved, or why it was not. */
export function SavedNotice({ store }: { readonly store: DiagnosisStore }) {
  const desk = useDesk()
  const words = text().troubleshoot.opened
  const saving = useStore(store, (state) => state.saving)
  if (saving.status === 'failed') return <FailureNotice error={saving.error} onDismiss={() => forgetSaving(store)} />
  if (saving.status !== 'ready') return null
  return (
    <Notice
      tone="good"
      title={words.saved}
      onDismiss={() => forgetSaving(store)}
      actions={
        <Button icon="folder" onPress={() => void revealReport(store, desk)}>
          {words.showFile}
        </Button>
      }
    >
      <Copyable label={words.path} value={saving.value} />
    </Notice>
  )
}
