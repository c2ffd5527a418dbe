import type { VersionState } from '../../../shared/model/profile.ts'

/** Longer than a request and its answer may take; who defines for longer has ended without a word. */
const MAX_DEFINING_MS = 10 * 60_000

/** The state of a version, where one left behind in the middle of being defined counts as unknown. */
export function stateAt(
  { state, publishedAt }: { readonly state: VersionState; readonly publishedAt: number },
  now: number,
): VersionState {
  return state === 'defining' && Math.abs(now - publishedAt) > MAX_DEFINING_MS ? 'unknown' : state
}
