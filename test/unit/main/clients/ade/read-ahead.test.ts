import { describe, expect, it } from 'vitest'
import type { PageOptions } from '../../../../../main/clients/ade/client-type.ts'
import { withReadAhead, type PageRequest } from '../../../../../main/clients/ade/read-ahead.ts'
import type { DevicePage } from '../../../../../main/clients/ade/wire.ts'
import { createFakeAdeClient } from '../../../../fakes/ade-client.ts'

const changes = (cursor: string): PageRequest => ({ mode: 'sync', cursor, limit: 10 })

/** Requests that stay open: each can be told its next cursor, as the real client does before it reads a page. */
function createScene() {
  const open = new Map<string, PageOptions>()
  const never = new Promise<DevicePage>(() => {})
  const ask = (cursor: string, options: PageOptions) => {
    open.set(cursor, options)
    return never
  }
  const client = withReadAhead({
    ...createFakeAdeClient({}).client,
    fetchDevices: ({ cursor = '' }, options = {}) => ask(cursor, options),
    syncDevices: ({ cursor }, options = {}) => ask(cursor, options),
  })
  return {
    open,
    client,
    wants: (request: PageRequest, signal?: AbortSignal) => void client.page(request, { signal }),
    tells: (cursor: string, next: string) => open.get(cursor)?.onNext?.(next),
    cursors: () => [...open.keys()],
    isStopped: (cursor: string) => open.get(cursor)?.signal?.aborted,
  }
}

describe('reading ahead', () => {
  it('the next page is asked for as soon as its cursor is known, and not twice', async () => {
    const { wants, tells, cursors } = createScene()
    wants(changes('A'))
    await tells('A', 'B')
    wants(changes('B'))
    expect(cursors()).toEqual(['A', 'B'])
  })

  it('a wrong guess is thrown away', async () => {
    const { wants, tells, cursors, isStopped } = createScene()
    wants(changes('A'))
    await tells('A', 'WRONG')
    wants(changes('B'))
    expect([cursors(), isStopped('WRONG'), isStopped('B')]).toEqual([['A', 'WRONG', 'B'], true, false])
  })

  it('a list and its changes are told apart, though the cursor is the same', async () => {
    const { open, wants, tells, isStopped } = createScene()
    wants({ mode: 'fetch', cursor: 'A', limit: 10 })
    await tells('A', 'B')
    const guess = open.get('B')
    wants(changes('B'))
    expect([guess?.signal?.aborted, isStopped('B')]).toEqual([true, false])
  })

  it('a cursor that comes back is not asked for again', async () => {
    const { wants, tells, cursors } = createScene()
    wants(changes('A'))
    await tells('A', 'A')
    expect(cursors()).toEqual(['A'])
  })

  it('not more than one page is ahead of the one that is waited for', async () => {
    const { wants, tells, cursors } = createScene()
    wants(changes('A'))
    await tells('A', 'B')
    await tells('B', 'C')
    const before = cursors()
    wants(changes('B'))
    expect([before, cursors()]).toEqual([
      ['A', 'B'],
      ['A', 'B', 'C'],
    ])
  })

  it('a repeated attempt that tells another cursor takes back what was asked', async () => {
    const { wants, tells, cursors, isStopped } = createScene()
    wants(changes('A'))
    await tells('A', 'B')
    await tells('A', 'C')
    expect([cursors(), isStopped('B'), isStopped('C')]).toEqual([['A', 'B', 'C'], true, false])
  })

  it('who cancels a page takes along what was asked ahead', async () => {
    const { wants, tells, isStopped } = createScene()
    const cancelling = new AbortController()
    wants(changes('A'), cancelling.signal)
    await tells('A', 'B')
    cancelling.abort()
    expect([isStopped('A'), isStopped('B')]).toEqual([true, true])
  })

  it('closing takes along what was asked ahead', async () => {
    const { client, wants, tells, isStopped } = createScene()
    wants(changes('A'))
    await tells('A', 'B')
    await client.close()
    expect(isStopped('B')).toBe(true)
  })
})
