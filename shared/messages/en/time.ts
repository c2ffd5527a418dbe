import { quantity } from './words.ts'

/** Distances and intervals as people say them. */
export const time = {
  justNow: 'just now',
  inLessThanAMinute: 'in less than a minute',
  minutes: (count: number) => quantity(count, 'minute', 'minutes'),
  hours: (count: number) => quantity(count, 'hour', 'hours'),
  days: (count: number) => quantity(count, 'day', 'days'),
  ahead: (distance: string) => `in ${distance}`,
  ago: (distance: string) => `${distance} ago`,
  everyHour: 'every hour',
  everyMinutes: (count: number) => `every ${quantity(count, 'minute', 'minutes')}`,
  everyHours: (count: number) => `every ${quantity(count, 'hour', 'hours')}`,
  everyDays: (count: number) => `every ${quantity(count, 'day', 'days')}`,
} as const
