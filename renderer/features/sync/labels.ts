import type { RunState, SyncMode, SyncProgress } from '../../../shared/model/sync-run.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

export type RunStateLabel = { readonly text: string; readonly icon: IconName; readonly tone: Tone }

/** The one name, shape and colour of each outcome of a run. */
export const RUN_STATE_LABELS: Readonly<Record<RunState, RunStateLabel>> = {
  running: { text: 'Running', icon: 'sync', tone: 'info' },
  done: { text: 'Done', icon: 'check-circle', tone: 'good' },
  failed: { text: 'Failed', icon: 'close-circle', tone: 'bad' },
  cancelled: { text: 'Cancelled', icon: 'circle-slash', tone: 'neutral' },
  interrupted: { text: 'Interrupted', icon: 'circle-dashed', tone: 'warn' },
  skipped: { text: 'Skipped', icon: 'minus', tone: 'neutral' },
}

/** What a run without an error of its own still has to explain. */
export const RUN_STATE_REMARKS: Readonly<Partial<Record<RunState, string>>> = {
  cancelled: 'What had been read is kept; the next run goes on from there.',
  interrupted: 'The program ended before the run did. The next run goes on where it stopped.',
  skipped: 'Another process was syncing this token at that time.',
}

export const MODE_LABELS: Readonly<Record<SyncMode, string>> = { fetch: 'Fetch all', sync: 'Sync' }

export const PHASE_LABELS: Readonly<Record<SyncProgress['phase'], string>> = {
  connecting: 'Opening a session with Apple',
  reading: 'Reading',
  waiting: 'Waiting',
  sweeping: 'Comparing with the stored list',
}
