import type { AdeClient, PageRequest, UnreadPage } from './client-type.ts'

/** Pages asked for before anybody wants them: they make up for a write that takes its time. Each is kept until then. */
const MAX_AHEAD = 6
/** Of all of them together, as far as they have come. */
const MAX_BYTES_AHEAD = 8_388_608

type Asked = {
  readonly request: PageRequest
  readonly answer: Promise<UnreadPage>
  readonly stopping: AbortController
  /** Once it has been answered: the cursor after this page, and how long it is. */
  next?: string
  bytes?: number
}

/**
 * Asks for the pages after the wanted one as soon as their cursors are known, so that Apple is not waiting for us while
 * a page is being read and written. Only guesses are asked ahead: what turns out not to be wanted next is thrown away.
 */
export function withReadAhead(client: AdeClient): AdeClient {
  /** Asked for ahead, in order: each with the cursor that the one before it told. */
  const line: Asked[] = []
  let wanted: Asked | undefined

  function ask(request: PageRequest): Asked {
    const stopping = new AbortController()
    const answer = client.page(request, { signal: stopping.signal })
    const asked: Asked = { request, stopping, answer }
    // Whoever wants the page hears of a failure.
    answer.then((page) => told(asked, page)).catch(() => {})
    return asked
  }

  function told(asked: Asked, { next, pieces }: UnreadPage): void {
    if (next === undefined || (asked !== wanted && !line.includes(asked))) return
    asked.next = next
    asked.bytes = pieces.reduce((sum, { length }) => sum + length, 0)
    extend()
  }

  function extend(): void {
    const last = line.at(-1) ?? wanted
    if (last?.next === undefined || last.next === last.request.cursor) return
    const bytes = line.reduce((sum, { bytes = 0 }) => sum + bytes, 0)
    if (line.length >= MAX_AHEAD || bytes > MAX_BYTES_AHEAD) return
    line.push(ask({ ...last.request, cursor: last.next }))
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
      const stop = () => stopping.abort(signal?.reason)
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

function drop(asked: readonly Asked[]): void {
  for (const { stopping } of asked) stopping.abort()
}
