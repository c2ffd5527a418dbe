import type { Account } from '../../../shared/model/token.ts'
import type { DevicePage } from '../../clients/ade/wire.ts'
import { pageLimit } from './page-limit.ts'
import type { Step } from './plan-sync.ts'
import type { SyncRunning } from './run-sync.ts'

/** A request under way. A failure waits for whoever reads the answer; nobody reads one that was discarded. */
export type Asked = {
  readonly answer: Promise<DevicePage>
  /** From now on this is the page that is waited for: the one after it may be asked for. */
  readonly take: () => void
  /** The request for the page after this one: already under way, where the answer's text had told its cursor. */
  readonly next: (step: Step) => Asked
  readonly discard: () => void
}

type Asking = { readonly run: Pick<SyncRunning, 'client' | 'signal' | 'job'>; readonly account: Account }

export function ask(asking: Asking, step: Step): Asked {
  const { client, signal, job } = asking.run
  const discarded = new AbortController()
  let isTaken = false
  let told: string | undefined
  let ahead: { readonly cursor: string; readonly asked: Asked } | undefined

  /** One page ahead and not more: pages that wait to be written take memory. */
  function askAhead(): void {
    if (told === undefined || told === step.cursor || told === ahead?.cursor) return
    ahead?.asked.discard()
    ahead = { cursor: told, asked: ask(asking, { mode: step.mode, cursor: told }) }
  }

  const options = {
    signal: AbortSignal.any([signal, discarded.signal]),
    onNext: async (cursor: string) => {
      told = cursor
      if (!isTaken || discarded.signal.aborted) return
      askAhead()
      await untilSent()
    },
  }
  const limit = pageLimit(step.mode, asking.account, job.pageLimit)
  const answer =
    step.mode === 'fetch'
      ? client.fetchDevices({ cursor: step.cursor ?? undefined, limit }, options)
      : client.syncDevices({ cursor: step.cursor, limit }, options)
  answer.catch(() => {})

  return {
    answer,
    take() {
      isTaken = true
      askAhead()
    },
    next(following) {
      if (ahead && following.mode === step.mode && following.cursor === ahead.cursor) return ahead.asked
      ahead?.asked.discard()
      return ask(asking, following)
    },
    discard() {
      discarded.abort()
      ahead?.asked.discard()
    },
  }
}

/** Two turns of the event loop: enough for a request to leave before this thread is busy with reading or writing. */
export async function untilSent(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise<void>((resolve) => void setImmediate(resolve))
}
