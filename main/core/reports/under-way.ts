import type { ReportProgress, ReportWork } from '../../../shared/model/report.ts'

/** What the list tells of an order: not where it goes. */
type Started = Omit<ReportWork, 'rows' | 'total'>

/**
 * Reports this program is writing right now, whoever asked for them: how far each is, and the way to end it. `told` is
 * called with every step.
 */
export function createUnderWay(told: (work: ReportWork) => void) {
  const known = new Map<string, { readonly work: ReportWork; readonly controller: AbortController }>()

  return {
    list: (): readonly ReportWork[] => [...known.values()].map(({ work }) => work),

    /** Ends it without a file; nothing where it has ended already. */
    cancel: (id: string): void => known.get(id)?.controller.abort(),

    /** Follows one to its end. `write` gets a signal that a person or the caller gives. */
    async follow<T>(
      started: Started,
      { signal, report }: { readonly signal: AbortSignal; readonly report: (progress: ReportProgress) => void },
      write: (context: {
        readonly signal: AbortSignal
        readonly report: (progress: ReportProgress) => void
      }) => Promise<T>,
    ): Promise<T> {
      const controller = new AbortController()
      const tell = (work: ReportWork) => {
        known.set(started.id, { work, controller })
        told(work)
      }
      tell({ ...started, rows: 0, total: null })
      try {
        return await write({
          signal: AbortSignal.any([signal, controller.signal]),
          report: (progress) => {
            tell({ ...started, ...progress })
            report(progress)
          },
        })
      } finally {
        known.delete(started.id)
      }
    },
  }
}
