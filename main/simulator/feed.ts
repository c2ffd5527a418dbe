import type { RowPatch } from './fleet/row.ts'

export type EventType = 'added' | 'modified' | 'deleted'

/** One thing that happened to one device. `patch` is laid over its row when the event is reported. */
export type FeedEvent = {
  readonly index: number
  readonly type: EventType
  /** Milliseconds; the `op_date`. */
  readonly at: number
  readonly patch: RowPatch | undefined
}

/** The same thing that happened to consecutive devices at once is one entry. */
type Entry = FeedEvent & { readonly sequence: number; readonly count: number }

export type Feed = ReturnType<typeof createFeed>

/** What changed at one service, in order. The sequence number of an event is its place from the beginning. */
export function createFeed() {
  const entries: Entry[] = []
  let head = 0

  return {
    /** The sequence number that the next event will have. */
    head: (): number => head,

    append(event: FeedEvent, count = 1): void {
      if (count === 0) return
      entries.push({ ...event, sequence: head, count })
      head += count
    },

    /** Events at and after a sequence number, at most `limit`. */
    read(sequence: number, limit: number): FeedEvent[] {
      const events: FeedEvent[] = []
      for (let at = entryAt(entries, sequence); at < entries.length && events.length < limit; at += 1) {
        const entry = entries[at]
        if (entry === undefined) break
        const skipped = Math.max(0, sequence - entry.sequence)
        const count = Math.min(entry.count - skipped, limit - events.length)
        for (let step = 0; step < count; step += 1) {
          const { type, patch } = entry
          events.push({ index: entry.index + skipped + step, type, at: entry.at, patch })
        }
      }
      return events
    },
  }
}

/** Place of the entry that holds a sequence number. */
function entryAt(entries: readonly Entry[], sequence: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = entries[middle]
    if (entry !== undefined && entry.sequence + entry.count <= sequence) low = middle + 1
    else high = middle
  }
  return low
}
