import { EventEmitter } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { silentLog } from '../../../../../main/ports/log.ts'
import { watchNetwork, watchPower } from '../../../../../main/shell/electron/power.ts'

test('sleep and a locked screen mean that nobody is there; waking up means to look what is due', () => {
  const monitor = new EventEmitter()
  const done: string[] = []
  watchPower(monitor as unknown as Parameters<typeof watchPower>[0], {
    log: silentLog,
    personLeft: () => void done.push('left'),
    lookAtSchedule: () => void done.push('look'),
    systemEnds: () => void done.push('ends'),
  })
  for (const event of ['lock-screen', 'suspend', 'resume', 'shutdown']) monitor.emit(event)
  expect(done).toEqual(['left', 'left', 'look', 'ends'])
})

test('the return of the network is noticed, once for each time it was away', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let isOnline = true
  let back = 0
  const stop = watchNetwork(
    () => isOnline,
    () => void back++,
    10,
  )
  const pass = (now: boolean) => {
    isOnline = now
    vi.advanceTimersByTime(10)
    return back
  }
  expect([pass(true), pass(false), pass(false), pass(true), pass(true), pass(false), pass(true)]).toEqual([
    0, 0, 0, 1, 1, 1, 2,
  ])
  stop()
  pass(false)
  expect(pass(true)).toBe(2)
})
