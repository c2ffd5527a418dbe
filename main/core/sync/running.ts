import type { SyncProgress, SyncRun } from '../../../shared/model/sync-run.ts'
import type { RunContext } from './run-sync.ts'

/**
 * A run that several callers wait for: each sees its progress and its end. It is cancelled when the last of them has
 * given up.
 */
export function createSharedRun(first: SyncProgress, start: (context: RunContext) => Promise<SyncRun>) {
  const cancel = new AbortController()
  const reporters = new Set<RunContext['report']>()
  let waiting = 0
  let progress = first

  function report(next: SyncProgress): void {
    progress = next
    for (const tell of reporters) tell(next)
  }

  // A moment later, so that whoever asked has joined before the first report.
  const ended = Promise.resolve().then(() => start({ signal: cancel.signal, report }))
  ended.catch(() => {})

  return {
    ended,
    progress: () => progress,
    cancel: () => cancel.abort(),

    async join({ signal, report }: RunContext): Promise<SyncRun> {
      const leave = () => {
        waiting -= 1
        if (waiting === 0) cancel.abort()
      }
      waiting += 1
      reporters.add(report)
      if (signal.aborted) leave()
      else signal.addEventListener('abort', leave, { once: true })
      try {
        return await ended
      } finally {
        signal.removeEventListener('abort', leave)
        reporters.delete(report)
      }
    },
  }
}

export type SharedRun = ReturnType<typeof createSharedRun>
