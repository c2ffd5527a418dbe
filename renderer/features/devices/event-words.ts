import { eventText } from '../../../shared/event-text.ts'
import type { DeviceEvent } from '../../../shared/model/device.ts'
import { formatMoment } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'

/** A line of the time line in the language of the page. */
export function eventWords(event: DeviceEvent): string {
  return eventText(event, { words: text().devices.story, titleOf, moment: formatMoment })
}

function titleOf(field: string): string {
  const titles: Readonly<Record<string, string>> = text().devices.columns
  return Object.hasOwn(titles, field) ? titles[field]! : field // own member, just asked
}
