import type { ReportFormat } from '../../../shared/model/report.ts'
import { createIsoTime } from './iso-time.ts'

const MOST_KEPT = 50_000

/** How times are written; many rows share few of them. */
export function createMoment({ dates, locale }: Pick<ReportFormat, 'dates' | 'locale'>): (ms: number) => string {
  return dates === 'iso' ? createIsoTime() : createLocalTime(locale)
}

/** Digits only, 24 hours, the order and the signs of the language, so that it can be read back. */
function createLocalTime(locale: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    numberingSystem: 'latn',
    calendar: 'gregory',
  })
  const known = new Map<number, string>()
  return (ms) => {
    // Nobody sees milliseconds in it.
    const second = Math.floor(ms / 1000)
    let text = known.get(second)
    if (text === undefined) {
      if (known.size > MOST_KEPT) known.clear()
      text = format.format(second * 1000).replace(/,? /, ' ')
      known.set(second, text)
    }
    return text
  }
}
