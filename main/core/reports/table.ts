import type { ReportProgress } from '../../../shared/model/report.ts'

/** A file under way. `finish` puts it in its place, `discard` leaves nothing behind. Both end it. */
export type ReportTarget = {
  readonly write: (text: string) => Promise<void>
  readonly finish: () => Promise<void>
  readonly discard: () => Promise<void>
}

/** One that takes bytes too. */
export type FileTarget = Omit<ReportTarget, 'write'> & {
  readonly write: (part: string | Uint8Array) => Promise<void>
}

/** Times are whole milliseconds UTC. Absent is null. */
export type Value = string | number | null

export type TableColumn<R> = {
  readonly title: string
  readonly kind: 'text' | 'number' | 'time'
  readonly valueOf: (row: R) => Value
}

/** Rows of a report, read while they are written. */
export type ReportTable<R> = {
  readonly columns: readonly TableColumn<R>[]
  /** How many there are, for telling how far it is. */
  readonly total: number
  /** Each batch is some ten milliseconds of work. */
  readonly batches: () => AsyncIterable<readonly R[]>
}

export type { ReportProgress }

export type WriteContext<T> = {
  readonly target: T
  readonly signal: AbortSignal
  readonly report: (progress: ReportProgress) => void
}
