import type { SyncMode, SyncProgress } from '../../../shared/model/sync-run.ts'
import type { WaitNotice } from '../../clients/ade/client-type.ts'

export type ProgressReport = ReturnType<typeof createProgress>

/** Counts a run's pages and tells how far it is. */
export function createProgress(
  about: Pick<SyncProgress, 'tokenId' | 'token' | 'mode'>,
  report: (progress: SyncProgress) => void,
) {
  let { mode } = about
  let pages = 0
  let received = 0

  function phase(phase: SyncProgress['phase']): void {
    report({ ...about, mode, phase, pages, received })
  }

  return {
    phase,

    /** A run that fetched is a fetch, although it ends with reading changes. */
    page(pageMode: SyncMode, rows: number): void {
      if (pageMode === 'fetch') mode = 'fetch'
      pages += 1
      received += rows
      phase('reading')
    },

    wait({ until, reason }: WaitNotice): void {
      report({ ...about, mode, phase: 'waiting', pages, received, waitUntil: until, reason })
    },

    mode: () => mode,
  }
}
