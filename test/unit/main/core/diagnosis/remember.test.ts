import { expect, it } from 'vitest'
import { createSharedWork, rememberedBy } from '../../../../../main/core/diagnosis/remember.ts'

it('work that several wait for goes on when the first of them goes away', async () => {
  const shared = createSharedWork()
  const first = new AbortController()
  const second = new AbortController()
  let begun = 0
  let finish: (value: string) => void = () => {}
  const work = (signal: AbortSignal) => {
    begun++
    return new Promise<string>((resolve, reject) => {
      finish = resolve
      signal.addEventListener('abort', () => reject(signal.reason as Error))
    })
  }
  const one = shared.once('server', first.signal, work)
  const other = shared.once('server', second.signal, work)
  first.abort(new Error('needs it no more'))
  await expect(one).rejects.toThrow('needs it no more')
  finish('answered')
  expect(await other).toBe('answered')
  expect(await shared.once('server', second.signal, work)).toBe('answered')
  expect(begun).toBe(1)
})

it('ends with the last of them', async () => {
  const shared = createSharedWork()
  let reason: unknown
  const waiting = shared.once('server', new AbortController().signal, (signal) => {
    return new Promise((_resolve, reject) =>
      signal.addEventListener('abort', () => {
        reason = signal.reason
        reject(signal.reason as Error)
      }),
    )
  })
  shared.close(new Error('closed'))
  await expect(waiting).rejects.toThrow('closed')
  expect(reason).toBeInstanceOf(Error)
})

it('what was read of a key is not read again, nothing included', () => {
  const asked: string[] = []
  const read = rememberedBy((key: string): undefined => void asked.push(key))
  expect([read('a'), read('a'), read('b')]).toEqual([undefined, undefined, undefined])
  expect(asked).toEqual(['a', 'b'])
})
