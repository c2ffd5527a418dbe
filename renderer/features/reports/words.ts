import { isReportPreset } from '../../../shared/model/report-presets.ts'
import type { ReportRhythm, ReportRunState } from '../../../shared/model/report.ts'
import { text } from '../../lib/text.ts'
import type { IconName } from '../../ui/Icon.tsx'
import type { Tone } from '../../ui/Notice.tsx'

/** A preset's name in the language of the page, an own report's as it was given. */
export function reportName(name: string): string {
  return isReportPreset(name) ? text().reports.presets[name].name : name
}

export function reportWhat(ref: string): string {
  return isReportPreset(ref) ? text().reports.presets[ref].what : text().reports.place.own
}

export function rhythmText({ weekday, minuteOfDay }: ReportRhythm): string {
  const { schedules } = text().reports
  return schedules.rhythm(dayText(weekday), timeText(minuteOfDay))
}

export function dayText(weekday: number | null): string {
  const { daily, weekdays } = text().reports.schedules
  return weekday === null ? daily : weekdays[weekday as keyof typeof weekdays]
}

export function timeText(minuteOfDay: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`
}

/** "6:30" or "06:30"; undefined for anything else. */
export function readTime(typed: string): number | undefined {
  const [, hours, minutes] = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(typed) ?? []
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  return Number(hours) * 60 + Number(minutes)
}

export function readKeep(typed: string): number | undefined {
  const number = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : 0
  return number >= 1 && number <= 1000 ? number : undefined
}

export const RUN_LOOKS: Readonly<Record<ReportRunState, { readonly icon: IconName; readonly tone: Tone }>> = {
  running: { icon: 'sync', tone: 'info' },
  done: { icon: 'check-circle', tone: 'good' },
  failed: { icon: 'close-circle', tone: 'bad' },
  cancelled: { icon: 'minus', tone: 'neutral' },
}
