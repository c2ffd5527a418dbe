const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

const MINUTES = Array.from({ length: 24 * 60 }, (_, minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}:`)
const SECONDS = Array.from({ length: 60 }, (_, second) => `${two(second)}.`)
const THOUSANDTHS = Array.from({ length: 1000 }, (_, part) => `${String(part).padStart(3, '0')}Z`)

/**
 * ISO 8601 UTC with milliseconds, as `toISOString` gives it but several times as fast for many times of few days: a
 * million rows have millions of them. Times are whole milliseconds.
 */
export function createIsoTime(): (ms: number) => string {
  const dates = new Map<number, string>()
  return (ms) => {
    const day = Math.floor(ms / DAY_MS)
    let date = dates.get(day)
    if (date === undefined) {
      if (dates.size > 50_000) dates.clear()
      dates.set(day, (date = new Date(day * DAY_MS).toISOString().slice(0, -13)))
    }
    const inDay = ms - day * DAY_MS
    const minute = Math.floor(inDay / MINUTE_MS)
    const inMinute = inDay - minute * MINUTE_MS
    const second = Math.floor(inMinute / 1000)
    return date + MINUTES[minute]! + SECONDS[second]! + THOUSANDTHS[inMinute - second * 1000]!
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
