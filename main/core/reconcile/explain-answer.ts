import type { ReconcileRow } from '../../../shared/model/reconcile.ts'
import type { AppleAnswer, Explanation } from './explain.ts'

/**
 * What Apple's answer says about a row that nothing here explained. A device that Apple shows to none of our tokens is
 * elsewhere in the organization when the portal lists it, and has left when the portal does not.
 */
export function explainAnswer(
  { verdict }: Pick<ReconcileRow, 'verdict'>,
  { answer, isAgainstRecords }: { readonly answer: AppleAnswer; readonly isAgainstRecords: boolean },
): Explanation | undefined {
  if (verdict === 'portal-only') {
    return answer === 'ours'
      ? { cause: 'not-synced-yet', remedy: 'sync', other: null }
      : { cause: 'other-server', remedy: 'move-in-portal', other: null }
  }
  if (verdict !== 'console-only') return undefined
  return answer === 'ours'
    ? { cause: 'file-incomplete', remedy: 'export-again', other: null }
    : { cause: 'released', remedy: isAgainstRecords ? 'sync' : 'clean-up-record', other: null }
}
