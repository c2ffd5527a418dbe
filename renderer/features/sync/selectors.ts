import { errorText } from '../../../shared/error-text.ts'
import type { TokenId } from '../../../shared/model/ids.ts'
import type { SyncProgress, SyncRun } from '../../../shared/model/sync-run.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import { formatCount, formatDuration, formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import type { TableSort } from '../../ui/VirtualTable.tsx'
import { runStateLabel } from './labels.ts'
import type { SyncPageState } from './store.ts'

export function isRunning({ running, own }: Pick<SyncPageState, 'running' | 'own'>, tokenId: TokenId): boolean {
  return running.has(tokenId) || own.has(tokenId)
}

/** "Reading: 12,000 devices in 12 pages", "Waiting until 14:03: Apple asks for a pause". */
export function progressText({ phase, pages, received, waitUntil, reason }: SyncProgress): string {
  const words = text().sync
  if (phase === 'connecting') return words.phases.connecting
  if (phase !== 'waiting') return words.progress(words.phases[phase], received, pages)
  const waiting = waitUntil === undefined ? words.phases.waiting : words.waitingUntil(formatMoment(waitUntil))
  return reason ? words.because(waiting, reasonText(reason)) : waiting
}

/** The client names the failure it waits after by its code. */
function reasonText(reason: string): string {
  const { errors } = text()
  if (!Object.hasOwn(errors.byCode, reason)) return reason
  return errorText({ code: reason as ErrorCode }, errors).title // its own member, just asked
}

/** "3 added, 12 modified, 1 removed" or what happened instead. */
export function runSummary(run: SyncRun): string {
  if (run.state !== 'done') return runStateLabel(run.state).text
  const words = text().sync.summary
  const changes = [
    [run.added, words.added],
    [run.modified, words.modified],
    [run.removed, words.removed],
  ] as const
  const told = changes.filter(([count]) => count > 0).map(([count, word]) => word(count))
  return told.length > 0 ? told.join(', ') : words.nothing
}

export function runDuration({ startedAt, finishedAt }: SyncRun): string | null {
  return finishedAt === null ? null : formatDuration(finishedAt - startedAt)
}

/** "Failed: The connection is not trusted": what a row of the table has room for. */
export function resultText(run: SyncRun): string {
  const { text: state } = runStateLabel(run.state)
  return run.error === null ? state : text().sync.runs.resultOf(state, errorText(run.error, text().errors).title)
}

/** What a run without an error of its own still has to explain; null where there is nothing to say. */
export function runRemark({ state, warning }: SyncRun): string | null {
  const { remarks } = text().sync
  if (warning !== null) return remarks[warning]
  return state === 'cancelled' || state === 'interrupted' || state === 'skipped' ? remarks[state] : null
}

/** The newest run of a token that came to an end of its own. */
export function lastEnded(runs: readonly SyncRun[], tokenId: TokenId): SyncRun | null {
  return runs.find((run) => run.tokenId === tokenId && run.state !== 'running' && run.state !== 'skipped') ?? null
}

export function countText(run: SyncRun, column: CountColumn): string {
  if (column === 'foundOnlyByFetch' && run.mode === 'sync') return '–'
  return formatCount(run[column])
}

export type CountColumn = 'added' | 'modified' | 'removed' | 'unchanged' | 'foundOnlyByFetch'

/** Newest first unless another order was chosen; equals stay newest first. */
export function sortRuns(runs: readonly SyncRun[], { column, direction }: TableSort): readonly SyncRun[] {
  const sign = direction === 'asc' ? 1 : -1
  return runs.toSorted((a, b) => sign * compare(sortValue(a, column), sortValue(b, column)))
}

function sortValue(run: SyncRun, column: string): string | number {
  switch (column) {
    case 'token':
      return run.token
    case 'mode':
      return run.mode
    case 'state':
      return resultText(run)
    case 'duration':
      return (run.finishedAt ?? run.startedAt) - run.startedAt
    case 'added':
    case 'modified':
    case 'removed':
    case 'unchanged':
    case 'foundOnlyByFetch':
      return run[column]
    default:
      return run.startedAt
  }
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b)
}
