import type { TokenId } from '../../shared/model/ids.ts'
import { progressOf, type AssignmentsState } from '../features/assignments/index.ts'
import type { DevicesPageState } from '../features/devices/index.ts'
import type { ProfilesPageState } from '../features/profiles/index.ts'
import { modeLabel, progressText, type SyncPageState } from '../features/sync/index.ts'
import { formatCount } from '../lib/format.ts'
import { text } from '../lib/text.ts'

export type Job = {
  readonly id: string
  readonly title: string
  readonly detail: string
  /** 0 to 1; null while nobody knows. */
  readonly fraction: number | null
  readonly cancels:
    | { readonly kind: 'sync'; readonly tokenId: TokenId }
    | { readonly kind: 'export' | 'move' | 'assignment' | 'update' }
    | null
}

/** What runs right now, wherever it was started: the contents of the status strip. */
export function runningJobs(
  sync: Pick<SyncPageState, 'running'>,
  devices: Pick<DevicesPageState, 'exporting' | 'moving'>,
  task: AssignmentsState['task'] = null,
  update: ProfilesPageState['update'] = null,
): readonly Job[] {
  const runs = [...sync.running.values()].map((progress) => ({
    id: progress.tokenId,
    title: text().sync.jobTitle(modeLabel(progress.mode), progress.token),
    detail: progressText(progress),
    fraction: null,
    cancels: { kind: 'sync', tokenId: progress.tokenId } as const,
  }))
  return [...runs, ...exportJobs(devices), ...moveJobs(devices), ...taskJobs(task), ...updateJobs(update)]
}

function exportJobs({ exporting }: Pick<DevicesPageState, 'exporting'>): readonly Job[] {
  if (exporting.status !== 'running') return []
  const { rows, total } = exporting
  const words = text().frame.strip
  const job: Job = {
    id: 'export',
    title: words.export,
    detail: total === null ? words.starting : words.exported(formatCount(rows), formatCount(total)),
    fraction: total === null || total === 0 ? null : rows / total,
    cancels: { kind: 'export' },
  }
  return [job]
}

function moveJobs({ moving }: Pick<DevicesPageState, 'moving'>): readonly Job[] {
  if (moving?.run?.status !== 'running') return []
  const { done, total } = moving.run
  const words = text().devices.move
  return [
    {
      id: 'move',
      title: words.running,
      detail: words.progress(formatCount(done), formatCount(total)),
      fraction: total === 0 ? null : done / total,
      cancels: { kind: 'move' },
    },
  ]
}

/** Devices that get a new version of their profile. */
function updateJobs(update: ProfilesPageState['update']): readonly Job[] {
  if (update?.work.status !== 'loading') return []
  const { profile, token, progress } = update
  const words = text().profiles.update
  return [
    {
      id: 'update',
      title: words.title(profile, token),
      detail: progress ? words.progress(progress.done, progress.total) : '',
      fraction: progress && progress.total > 0 ? progress.done / progress.total : null,
      cancels: { kind: 'update' },
    },
  ]
}

function taskJobs(task: AssignmentsState['task']): readonly Job[] {
  if (task?.run?.status !== 'running') return []
  const words = text().assignments.run
  const title = task.run.phase === 'comparing' ? words.comparing : words[task.kind]
  return [{ id: 'assignment', title, ...progressOf(task.run), cancels: { kind: 'assignment' } }]
}
