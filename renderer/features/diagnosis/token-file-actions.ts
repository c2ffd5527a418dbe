import type { Desk } from '../../lib/desk.ts'
import { toastRefusal } from '../../lib/feedback.ts'
import { text } from '../../lib/text.ts'
import { continueDiagnosis } from './actions.ts'
import type { DiagnosisStore } from './store.ts'

const MAX_BYTES = 2 * 1024 * 1024

/** Hands the file to the core, which looks at it and does not keep it. */
export async function giveTokenFile(store: DiagnosisStore, desk: Desk, file: Blob): Promise<void> {
  if (file.size > MAX_BYTES) return toastRefusal(desk.feedback, text().troubleshoot.steps.tooLarge)
  const tokenFile = new Uint8Array(await file.arrayBuffer())
  await continueDiagnosis(store, desk, { tokenFile })
}
