import { describe, expect, it } from 'vitest'
import { systemClock, type Clock } from '../../main/ports/clock.ts'
import { createFakeClock } from '../fakes/clock.ts'

type Subject = { readonly clock: Clock; readonly pass: (ms: number) => Promise<void> }

function fakeSubject(): Subject {
  const clock = createFakeClock(1_000)
  return { clock, pass: clock.advance }
}

const subjects: readonly (readonly [string, () => Subject])[] = [
  ['the system clock', () => ({ clock: systemClock, pass: async () => {} })],
  ['the fake clock', fakeSubject],
]

describe.each(subjects)('%s', (_name, subject) => {
  it('has moved on by the length of a sleep when the sleep ends', async () => {
    const { clock, pass } = subject()
    const before = clock.monotonic()
    const sleeping = clock.sleep(20)
    await pass(20)
    await sleeping
    // A timer may fire up to a millisecond early by this clock.
    expect(clock.monotonic() - before).toBeGreaterThanOrEqual(19)
  })

  it('ends a sleep with the reason of the signal', async () => {
    const { clock } = subject()
    const controller = new AbortController()
    const sleeping = clock.sleep(60_000, controller.signal)
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(sleeping).rejects.toBe(reason)
  })

  it('does not begin to sleep under an aborted signal', async () => {
    const reason = new Error('never')
    await expect(subject().clock.sleep(60_000, AbortSignal.abort(reason))).rejects.toBe(reason)
  })
})

describe('the fake clock', () => {
  it('follows a loop that sleeps again to the end of the span', async () => {
    const clock = createFakeClock(0)
    const seen: number[] = []
    void (async () => {
      for (;;) {
        await clock.sleep(10)
        seen.push(clock.now())
      }
    })()
    await clock.advance(35)
    expect({ seen, now: clock.now(), sleeping: clock.sleeping() }).toEqual({ seen: [10, 20, 30], now: 35, sleeping: 1 })
  })
})
