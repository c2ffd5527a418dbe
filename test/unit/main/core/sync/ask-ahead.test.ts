import { describe, expect, it } from 'vitest'
import { ask } from '../../../../../main/core/sync/ask-ahead.ts'
import type { PageOptions } from '../../../../../main/clients/ade/client-type.ts'
import type { DevicePage } from '../../../../../main/clients/ade/wire.ts'
import { ACCOUNT, createFakeAdeClient } from '../../../../fakes/ade-client.ts'

/** Requests that stay open: each can be told its next cursor, as the real client does before it reads a page. */
function createScene() {
  const open: { readonly cursor: string | null; readonly options: PageOptions | undefined }[] = []
  const never = new Promise<DevicePage>(() => {})
  const client = {
    ...createFakeAdeClient({}).client,
    syncDevices: ({ cursor }: { readonly cursor: string }, options?: PageOptions) => {
      open.push({ cursor, options })
      return never
    },
  }
  const signal = new AbortController().signal
  const run = { client, signal, job: { pageLimit: null } } as unknown as Parameters<typeof ask>[0]['run'] // only these are read
  const first = ask({ run, account: ACCOUNT }, { mode: 'sync', cursor: 'A' })
  return { open, first, cursors: () => open.map(({ cursor }) => cursor) }
}

describe('asking ahead', () => {
  it('the next page is asked for as soon as its cursor is known, and not twice', async () => {
    const { open, first, cursors } = createScene()
    first.take()
    await open[0]?.options?.onNext?.('B')
    first.next({ mode: 'sync', cursor: 'B' })
    expect(cursors()).toEqual(['A', 'B'])
  })

  it('a wrong guess is thrown away', async () => {
    const { open, first, cursors } = createScene()
    first.take()
    await open[0]?.options?.onNext?.('WRONG')
    first.next({ mode: 'sync', cursor: 'B' })
    expect([cursors(), open[1]?.options?.signal?.aborted, open[2]?.options?.signal?.aborted]).toEqual([
      ['A', 'WRONG', 'B'],
      true,
      false,
    ])
  })

  it('a cursor that comes back is not asked for again', async () => {
    const { open, first, cursors } = createScene()
    first.take()
    await open[0]?.options?.onNext?.('A')
    expect(cursors()).toEqual(['A'])
  })

  it('not more than one page is ahead of the one that is waited for', async () => {
    const { open, first, cursors } = createScene()
    first.take()
    await open[0]?.options?.onNext?.('B')
    await open[1]?.options?.onNext?.('C')
    const before = cursors()
    first.next({ mode: 'sync', cursor: 'B' }).take()
    expect([before, cursors()]).toEqual([
      ['A', 'B'],
      ['A', 'B', 'C'],
    ])
  })

  it('what is thrown away takes along what it had asked ahead', async () => {
    const { open, first } = createScene()
    first.take()
    await open[0]?.options?.onNext?.('B')
    first.discard()
    expect(open.map(({ options }) => options?.signal?.aborted)).toEqual([true, true])
  })
})
