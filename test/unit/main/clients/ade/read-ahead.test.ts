import { describe, expect, it } from 'vitest'
import type { PageRequest, RequestOptions, UnreadPage } from '../../../../../main/clients/ade/client-type.ts'
import { withReadAhead } from '../../../../../main/clients/ade/read-ahead.ts'
import { createFakeAdeClient } from '../../../../fakes/ade-client.ts'

const changes = (cursor: string): PageRequest => ({ mode: 'sync', cursor, limit: 10 })

const PAGE: UnreadPage = {
  pieces: [],
  status: 200,
  contentType: 'application/json',
  facts: { status: 200, url: 'https://apple.test', host: 'apple.test', requestId: null },
  answeredAt: 0,
  next: undefined,
}

/** Requests that stay open until `answer` settles them with the cursor of the page after theirs. */
function createScene() {
  type Open = { readonly options: RequestOptions; readonly settle: (page: UnreadPage) => void }
  const open = new Map<string, Open>()
  const client = withReadAhead({
    ...createFakeAdeClient({}).client,
    page: ({ cursor }, options = {}) => new Promise((settle) => void open.set(cursor ?? '', { options, settle })),
  })
  return {
    open,
    client,
    wants: (request: PageRequest, signal?: AbortSignal) => client.page(request, { signal }),
    async answer(cursor: string, next: string | undefined, pieces: readonly Uint8Array[] = []) {
      open.get(cursor)!.settle({ ...PAGE, next, pieces })
      await new Promise(setImmediate)
    },
    cursors: () => [...open.keys()],
    isStopped: (cursor: string) => open.get(cursor)?.options.signal?.aborted,
  }
}

describe('reading ahead', () => {
  it('the next page is asked for as soon as its cursor is known, and not twice', async () => {
    const { wants, answer, cursors } = createScene()
    void wants(changes('A'))
    await answer('A', 'B')
    void wants(changes('B'))
    expect(cursors()).toEqual(['A', 'B'])
  })

  it('a wrong guess is thrown away', async () => {
    const { wants, answer, cursors, isStopped } = createScene()
    void wants(changes('A'))
    await answer('A', 'WRONG')
    void wants(changes('B'))
    expect([cursors(), isStopped('WRONG'), isStopped('B')]).toEqual([['A', 'WRONG', 'B'], true, false])
  })

  it('a list and its changes are told apart, though the cursor is the same', async () => {
    const { open, wants, answer, isStopped } = createScene()
    void wants({ mode: 'fetch', cursor: 'A', limit: 10 })
    await answer('A', 'B')
    const guess = open.get('B')
    void wants(changes('B'))
    expect([guess?.options.signal?.aborted, isStopped('B')]).toEqual([true, false])
  })

  it.each([
    ['a cursor that comes back', 'A'],
    ['the end', undefined],
  ])('nothing is asked ahead after %s', async (_what, next) => {
    const { wants, answer, cursors } = createScene()
    void wants(changes('A'))
    await answer('A', next)
    expect(cursors()).toEqual(['A'])
  })

  it('not more than six pages are ahead of the one that is waited for', async () => {
    const { wants, answer, cursors } = createScene()
    void wants(changes('A'))
    for (const [cursor, next] of ['AB', 'BC', 'CD', 'DE', 'EF', 'FG', 'GH']) await answer(cursor!, next)
    const before = cursors()
    void wants(changes('B'))
    expect([before, cursors()]).toEqual([
      ['A', 'B', 'C', 'D', 'E', 'F', 'G'],
      ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'],
    ])
  })

  it('large pages are not piled up', async () => {
    const { wants, answer, cursors } = createScene()
    const large = [Buffer.alloc(8_388_609)]
    void wants(changes('A'))
    await answer('A', 'B', large)
    await answer('B', 'C', large)
    const before = cursors()
    void wants(changes('B'))
    expect([before, cursors()]).toEqual([
      ['A', 'B'],
      ['A', 'B', 'C'],
    ])
  })

  it('a page that is wanted once more is asked for once more, and so are those after it', async () => {
    const { wants, answer, cursors, isStopped, open } = createScene()
    void wants(changes('A'))
    await answer('A', 'B')
    const ahead = open.get('B')
    void wants(changes('A'))
    await answer('A', 'B')
    expect([cursors(), ahead?.options.signal?.aborted, isStopped('B')]).toEqual([['A', 'B'], true, false])
  })

  it('who cancels stops the page that is waited for, also one that was asked ahead', async () => {
    const { wants, answer, isStopped } = createScene()
    const cancelling = new AbortController()
    void wants(changes('A'))
    await answer('A', 'B')
    void wants(changes('B'), cancelling.signal)
    cancelling.abort()
    expect(isStopped('B')).toBe(true)
  })

  it('closing takes along what was asked ahead', async () => {
    const { client, wants, answer, isStopped } = createScene()
    void wants(changes('A'))
    await answer('A', 'B')
    await client.close()
    expect(isStopped('B')).toBe(true)
  })
})
