import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { forgetExport } from './export-actions.ts'
import type { ProfilesStore } from './store.ts'

/** Why a file could not be written. */
export function ExportNotice({ store }: { readonly store: ProfilesStore }) {
  const exporting = useStore(store, (state) => state.exporting)
  if (exporting.status !== 'failed') return null
  return <FailureNotice error={exporting.error} onDismiss={() => forgetExport(store)} />
}
