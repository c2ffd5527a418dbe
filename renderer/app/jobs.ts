import type { TokenId } from '../../shared/model/ids.ts'
import { progressOf, type AssignmentsState } from '../features/assignments/index.ts'
import type { DevicesPageState } from '../features/devices/index.ts'
import type { DiagnosisPageState } from '../features/diagnosis/index.ts'
import type { NetcheckState } from '../features/netcheck/index.ts'
import type { ProfilesPageState } from '../features/profiles/index.ts'
import { canBeCancelled, titleOf, workText, type ReconcilePageState } from '../features/reconcile/index.ts'
import type { RehearsalState } from '../features/rehearsal/index.ts'
import { progressText as registrationText, type RegistrationState } from '../features/registration-tokens/index.ts'
import { reportName, type ReportsPageState } from '../features/reports/index.ts'
import { modeLabel, progressText, type SyncPageState } from '../features/sync/index.ts'
import { formatCount } from '../lib/format.ts'
import { text } from '../lib/text.ts'

/** Work of the place Troubleshoot. */
export type TroubleshootJob = 'diagnosis' | 'batch' | 'network' | 'rehearsal'

export type Job = {
  readonly id: string
  readonly title: string
  readonly detail: string
  /** 0 to 1; null while nobody knows. */
  readonly fraction: number | null
  readonly cancels:
    | { readonly kind: 'sync'; readonly tokenId: TokenId }
    | { readonly kind: 'report'; readonly id: string }
    | { readonly kind: 'export' | 'move' | 'assignment' | 'update' | 'reconcile' | 'registration' | TroubleshootJob }
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

/** Comparing lists, asking Apple about them, importing, exporting. */
export function reconcileJobs(work: ReconcilePageState['work']): readonly Job[] {
  if (work === null) return []
  const { detail, fraction } = workText(work)
  return [
    {
      id: 'reconcile',
      title: titleOf(work),
      detail,
      fraction,
      cancels: canBeCancelled(work) ? { kind: 'reconcile' } : null,
    },
  ]
}

/** A hand-out of registration tokens. What ends at once is never here. */
export function registrationJobs(job: RegistrationState['job']): readonly Job[] {
  if (!job?.progress) return []
  const { label, ...progress } = registrationText(job)
  return [{ id: 'registration', title: label, ...progress, cancels: { kind: 'registration' } }]
}

/** Reports that are written, by a person or by themselves. */
export function reportJobs(running: ReportsPageState['running']): readonly Job[] {
  const words = text().frame.strip
  return running.map(({ id, name, rows, total }) => ({
    id,
    title: words.report(reportName(name)),
    detail: total === null ? words.starting : words.written(formatCount(rows), formatCount(total)),
    fraction: total === null || total === 0 ? null : rows / total,
    cancels: { kind: 'report', id },
  }))
}

export type TroubleshootWork = {
  readonly diagnosis: Pick<DiagnosisPageState, 'opened' | 'batch'>
  readonly netcheck: Pick<NetcheckState, 'run'>
  readonly rehearsal: Pick<RehearsalState, 'run'>
}

/** What looks for causes; each can be cancelled. */
export function troubleshootJobs({ diagnosis, netcheck, rehearsal }: TroubleshootWork): readonly Job[] {
  const words = text().troubleshoot
  const job = (kind: TroubleshootJob, title: string, detail = '', fraction: number | null = null): Job => ({
    id: kind,
    title,
    detail,
    fraction,
    cancels: { kind },
  })
  const { opened, batch } = diagnosis
  const serial = opened?.diagnosis?.serial
  const jobs: Job[] = []
  if (opened?.work) jobs.push(job('diagnosis', serial ? words.jobs.diagnosis(serial) : words.jobs.problem))
  if (batch?.run) {
    const { done, total } = batch.run
    const detail = words.batch.progress(formatCount(done), formatCount(total))
    jobs.push(job('batch', words.jobs.batch, detail, total === 0 ? null : done / total))
  }
  if (netcheck.run) {
    const { progress } = netcheck.run
    const fraction = progress && progress.total > 0 ? progress.done / progress.total : null
    jobs.push(job('network', words.jobs.network, '', fraction))
  }
  if (rehearsal.run) jobs.push(job('rehearsal', words.jobs.rehearsal))
  return jobs
}
