import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SyncMode } from '../../../shared/model/sync-run.ts'
import type { AdeClient, PageOptions, RequestOptions } from './client-type.ts'
import type { DevicePage } from './wire.ts'

/** A page of the list of devices or, with a cursor, of what changed. */
export type PageRequest =
  | { readonly mode: Extract<SyncMode, 'fetch'>; readonly cursor: string | null; readonly limit: number }
  | { readonly mode: Extract<SyncMode, 'sync'>; readonly cursor: string; readonly limit: number }

/** What a run asks of Apple: `AdeClient` with one way to ask for a page. */
export type SyncClient = Pick<
  AdeClient,
  | 'account'
  | 'replacementDetails'
  | 'deviceDetails'
  | 'assignProfile'
  | 'removeProfile'
  | 'disownDevices'
  | 'requestCount'
  | 'close'
> & {
  readonly page: (request: PageRequest, options?: RequestOptions) => Promise<DevicePage>
}

/** Pages asked for before anybody wants them: each takes memory until it is written, and one is enough (measured). */
const MAX_AHEAD = 1

type Asked = {
  readonly request: PageRequest
  readonly answer: Promise<DevicePage>
  readonly stopping: AbortController
  /** The cursor after this page, once its answer has told. */
  next?: string
}

/**
 * Asks for the pages after the wanted one as soon as their cursors are known, so that Apple is not waiting for us while
 * a page is being written. Only guesses are asked ahead: what turns out not to be wanted next is thrown away.
 */
export function withReadAhead(client: AdeClient): SyncClient {
  /** Asked for ahead, in order: each with the cursor that the one before it told. */
  let line: Asked[] = []
  let wanted: Asked | undefined

  function ask(request: PageRequest): Asked {
    const stopping = new AbortController()
    const options = { signal: stopping.signal, onNext: (cursor: string) => told(asked, cursor) }
    const asked: Asked = { request, stopping, answer: send(client, request, options) }
    asked.answer.catch(() => {}) // whoever wants the page hears of it
    return asked
  }

  /** Waits until the next request has left: reading this answer keeps the thread busy for some milliseconds. */
  async function told(asked: Asked, cursor: string): Promise<void> {
    asked.next = cursor
    const place = asked === wanted ? 0 : line.indexOf(asked) + 1
    if (place === 0 && asked !== wanted) return
    if (line[place] && line[place].request.cursor !== cursor) drop(line.splice(place))
    if (!extend()) return
    for (let turn = 0; turn < 2; turn++) await nextTurn()
  }

  function extend(): boolean {
    const last = line.at(-1) ?? wanted
    if (last?.next === undefined || last.next === last.request.cursor || line.length >= MAX_AHEAD) return false
    line.push(ask({ ...last.request, cursor: last.next }))
    return true
  }

  function take(request: PageRequest): Asked {
    const [first] = line
    if (first && first.request.mode === request.mode && first.request.cursor === request.cursor) {
      line.shift()
      return first
    }
    drop(line.splice(0))
    return ask(request)
  }

  return {
    ...client,
    async page(request, { signal } = {}) {
      signal?.throwIfAborted()
      wanted = take(request)
      const { answer, stopping } = wanted
      extend()
      const stop = () => {
        stopping.abort(signal?.reason)
        drop(line.splice(0))
      }
      signal?.addEventListener('abort', stop, { once: true })
      try {
        return await answer
      } finally {
        signal?.removeEventListener('abort', stop)
      }
    },
    close() {
      wanted?.stopping.abort()
      drop(line.splice(0))
      return client.close()
    },
  }
}

function send(client: AdeClient, { mode, cursor, limit }: PageRequest, options: PageOptions): Promise<DevicePage> {
  if (mode === 'sync') return client.syncDevices({ cursor, limit }, options)
  return client.fetchDevices({ cursor: cursor ?? undefined, limit }, options)
}

function drop(asked: readonly Asked[]): void {
  for (const { stopping } of asked) stopping.abort()
}
