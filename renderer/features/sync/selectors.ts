import { errorText } from '../../../shared/error-text.ts'
import type { TokenSchedule } from '../../../shared/contract/sync.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { SyncProgress, SyncRun } from '../../../shared/model/sync-run.ts'
import type { TokenState } from '../../../shared/model/token.ts'
import {
  formatAgo,
  formatCount,
  formatDistance,
  formatDuration,
  formatMoment,
  formatQuantity,
} from '../../lib/format.ts'
import { PHASE_LABELS, RUN_STATE_LABELS } from './labels.ts'
import type { SyncPageState } from './store.ts'

export function isRunning({ running, own }: SyncPageState, tokenId: TokenId): boolean {
  return running.has(tokenId) || own.has(tokenId)
}

/** "Reading: 12,000 devices in 12 pages", "Waiting until 14:03: Apple asked for a pause". */
export function progressText({ phase, pages, received, waitUntil, reason }: SyncProgress): string {
  if (phase === 'waiting') {
    const until = waitUntil === undefined ? '' : ` until ${formatMoment(waitUntil)}`
    return `${PHASE_LABELS.waiting}${until}${reason ? `: ${reason}` : ''}`
  }
  if (phase === 'connecting') return PHASE_LABELS.connecting
  return `${PHASE_LABELS[phase]}: ${formatQuantity(received, 'device')} in ${formatQuantity(pages, 'page')}`
}

/** "3 added, 12 modified, 1 removed" or what happened instead. */
export function runSummary(run: SyncRun): string {
  if (run.state !== 'done') return RUN_STATE_LABELS[run.state].text.toLowerCase()
  const changes = [
    [run.added, 'added'],
    [run.modified, 'modified'],
    [run.removed, 'removed'],
  ] as const
  const told = changes.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`)
  return told.length > 0 ? told.join(', ') : 'nothing changed'
}

export function runDuration({ startedAt, finishedAt }: SyncRun): string | null {
  return finishedAt === null ? null : formatDuration(finishedAt - startedAt)
}

/** Why a run did not succeed, as one sentence with the next step; null where there is nothing to say. */
export function runProblem({ error }: SyncRun): string | null {
  if (error === null) return null
  const { title, detail, next } = errorText(error)
  return `${title}. ${detail} ${next}`
}

const WAIT_TEXTS: Readonly<Record<NonNullable<TokenSchedule['waitsFor']>, string>> = {
  running: 'A run is under way.',
  'other-process': 'Another process is syncing this token; it is tried again once that has ended.',
  vault: 'Waits until the vault is unlocked.',
  'back-off': 'The last run failed; the next one waits a little longer each time.',
}

/** Why the token is not being synced right now, and when it will be. */
export function whyItWaits(schedule: TokenSchedule, state: TokenState | undefined, now: number): string {
  if (state === 'expired') return 'Stopped: the token has expired. Renew it to go on; enrolled devices stay enrolled.'
  if (state === 'rejected') return 'Stopped: Apple rejected the token. Renew it to go on.'
  if (state === 'terms-not-accepted') return 'Stopped: an Administrator has to accept Apple’s new terms in the portal.'
  if (schedule.waitsFor !== null) return WAIT_TEXTS[schedule.waitsFor]
  if (schedule.nextSyncAt === null) {
    return schedule.lastFetchAt === null ? 'The first run starts when you press Sync.' : 'No run is planned.'
  }
  if (schedule.nextSyncAt <= now) return 'Due now: it starts within a minute.'
  return `Next run ${formatDistance(schedule.nextSyncAt, now)}, ${formatMoment(schedule.nextSyncAt)}.`
}

/** The last successes in one line; null before the first. */
export function lastSuccessText({ lastSuccessAt, lastFetchAt }: TokenSchedule, now: number): string | null {
  if (lastSuccessAt === null) return null
  const complete = lastFetchAt === null ? '' : ` · complete list read ${formatAgo(lastFetchAt, now)}`
  return `Last success ${formatAgo(lastSuccessAt, now)}${complete}`
}
