import type { PowerMonitor } from 'electron'
import type { Log } from '../../ports/log.ts'

type Options = {
  readonly log: Log
  /** Nobody is there any more: the screen is locked or the computer sleeps. */
  readonly personLeft: () => void
  /** Time has passed or the network is back: what is due may start. */
  readonly lookAtSchedule: () => void
  /** The system ends: nothing may be asked. */
  readonly systemEnds: () => void
}

/** What the computer's sleep and the person's absence mean for the program. */
export function watchPower(
  monitor: Pick<PowerMonitor, 'on'>,
  { log, personLeft, lookAtSchedule, systemEnds }: Options,
): void {
  monitor.on('suspend', () => {
    log.info('power.suspend', {})
    personLeft()
  })
  monitor.on('lock-screen', personLeft)
  monitor.on('resume', () => {
    log.info('power.resume', {})
    lookAtSchedule()
  })
  monitor.on('shutdown', systemEnds)
}

/** The main process hears nothing of the network's return, so it looks. */
const LOOK_MS = 10_000

/** Calls `onBack` when the network is there again after it was not. Returns the function that stops looking. */
export function watchNetwork(isOnline: () => boolean, onBack: () => void, everyMs = LOOK_MS): () => void {
  let wasOnline = isOnline()
  const timer = setInterval(() => {
    const isNow = isOnline()
    if (isNow && !wasOnline) onBack()
    wasOnline = isNow
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}
