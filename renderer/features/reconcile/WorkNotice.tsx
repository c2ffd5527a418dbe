import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import styles from './Reconcile.module.css'
import type { ReconcileStore, WorkKind } from './store.ts'
import { cancelWork, dismissFailure } from './work.ts'
import { canBeCancelled, workText } from './work-text.ts'

/** Work of one kind where it was started: under way, failed or cancelled. */
export function WorkNotice({ store, kind }: { readonly store: ReconcileStore; readonly kind: WorkKind }) {
  const work = useStore(store, (state) => (state.work?.kind === kind ? state.work : null))
  const failure = useStore(store, (state) => (state.failure?.kind === kind ? state.failure.error : null))
  const wasCancelled = useStore(store, (state) => state.wasCancelled === kind)
  const words = text()
  const dismiss = () => dismissFailure(store)
  if (failure) return <FailureNotice error={failure} onDismiss={dismiss} />
  if (wasCancelled && (kind === 'compare' || kind === 'import')) {
    const title = kind === 'import' ? words.imports.place.cancelled : words.reconcilePage.start.cancelled
    return <Notice tone="neutral" title={title} onDismiss={dismiss} />
  }
  if (!work) return null
  return (
    <div className={styles.working}>
      <div className={styles.grow}>
        <ProgressBar {...workText(work)} />
      </div>
      {canBeCancelled(work) ? (
        <Button onPress={() => cancelWork(store)}>{words.common.cancel}</Button>
      ) : (
        <span className={styles.quiet}>{words.imports.place.cannotCancel}</span>
      )}
    </div>
  )
}
