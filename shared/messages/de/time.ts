import type { time as en } from '../en/time.ts'
import type { Translated } from '../index.ts'
import { quantity } from './words.ts'

/** Distances stand in the dative after "in" and "vor". */
export const time: Translated<typeof en> = {
  justNow: 'gerade eben',
  inLessThanAMinute: 'in weniger als einer Minute',
  minutes: (count) => quantity(count, 'Minute', 'Minuten'),
  hours: (count) => quantity(count, 'Stunde', 'Stunden'),
  days: (count) => quantity(count, 'Tag', 'Tagen'),
  ahead: (distance) => `in ${distance}`,
  ago: (distance) => `vor ${distance}`,
  everyHour: 'jede Stunde',
  everyMinutes: (count) => `alle ${quantity(count, 'Minute', 'Minuten')}`,
  everyHours: (count) => `alle ${quantity(count, 'Stunde', 'Stunden')}`,
  everyDays: (count) => `alle ${quantity(count, 'Tag', 'Tage')}`,
}
