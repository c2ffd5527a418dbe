import { reconcile as english } from './messages/en/reconcile.ts'
import type { Messages } from './messages/index.ts'
import type { CauseCount, Reconciliation, Remedy, Cause, Verdict } from './model/reconcile.ts'

/** A sentence of the summary, and the set and cause it speaks about, for whoever leads there. */
export type SummarySentence = {
  readonly text: string
  readonly verdict: Verdict | null
  readonly cause: Cause | null
}

type Words = Messages['reconcile']

/** The usual thing to do about a cause; a row may know better. */
const USUAL_REMEDY: Readonly<Record<Cause, Remedy>> = {
  released: 'clean-up-record',
  'other-server': 'move-in-portal',
  'not-synced-yet': 'sync',
  unassigned: 'assign-in-portal',
  'typing-damage': 'correct-serial',
  'replaced-device': 'follow-replacement',
  'file-incomplete': 'export-again',
  'unknown-ask-apple': 'ask-apple',
  'status-differs': 'check-status',
  'group-differs': 'check-group',
  'profile-differs': 'assign-profile',
  'listed-twice': 'remove-line',
  'no-serial': 'repair-cell',
  'damaged-serial': 'repair-cell',
  'unreadable-row': 'remove-line',
}

/** Why the portal shows fewer devices, or more, or others, than the console: one reconciliation in sentences with its numbers. */
export function reconciliationSummary(
  { counts, causes, searchedNear }: Pick<Reconciliation, 'counts' | 'causes' | 'searchedNear'>,
  words: Words = english,
): readonly SummarySentence[] {
  const { both, mismatched, portalOnly, consoleOnly, duplicates, invalid } = counts
  const { summary } = words
  const about = (verdict: Verdict | null, text: string): SummarySentence => ({ text, verdict, cause: null })
  const whyOf = (verdict: Verdict) =>
    causes.filter((one) => one.verdict === verdict).map((one) => causeSentence(one, words))

  const sentences = [about(null, headline(counts, words))]
  if (portalOnly + consoleOnly > 0) sentences.push(about('both', summary.both(both)))
  if (consoleOnly > 0) sentences.push(about('console-only', summary.consoleOnly(consoleOnly)), ...whyOf('console-only'))
  if (consoleOnly > portalOnly) sentences.push(about(null, summary.whyFewer))
  if (portalOnly > 0) sentences.push(about('portal-only', summary.portalOnly(portalOnly)), ...whyOf('portal-only'))
  if (mismatched > 0) sentences.push(about('mismatched', summary.mismatched(mismatched)), ...whyOf('mismatched'))
  if (duplicates > 0) sentences.push(about('duplicate', summary.rows(duplicates)))
  if (invalid > 0) sentences.push(about('invalid', summary.rejected(invalid)))
  if (!searchedNear) sentences.push(about(null, summary.notSearched))
  return sentences
}

function headline({ both, portalOnly, consoleOnly }: Reconciliation['counts'], { summary }: Words): string {
  const [portal, console] = [both + portalOnly, both + consoleOnly]
  if (portalOnly + consoleOnly === 0) return summary.even(both)
  if (portal < console) return summary.fewer(portal, console)
  return portal > console ? summary.more(portal, console) : summary.alike(portal)
}

function causeSentence({ verdict, cause, count }: CauseCount, { summary, causes, remedies }: Words): SummarySentence {
  return { verdict, cause, text: summary.cause(count, causes[cause], remedies[USUAL_REMEDY[cause]]) }
}
