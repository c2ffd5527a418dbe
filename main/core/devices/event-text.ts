import { eventText as tellEvent, type ToldEvent } from '../../../shared/event-text.ts'
import { devices } from '../../../shared/messages/en/devices.ts'
import { DEVICE_COLUMN_TITLES } from '../../../shared/model/device-columns.ts'

/** One line of a time line as a whole sentence in English: for the command line and whatever reads its answers. */
export function eventText(event: ToldEvent): string {
  return tellEvent(event, { words: devices.story, titleOf, moment: (at) => new Date(at).toISOString() })
}

/** A member of Apple's object that is no column of ours keeps Apple's name. */
function titleOf(field: string): string {
  if (!Object.hasOwn(DEVICE_COLUMN_TITLES, field)) return field
  const title = DEVICE_COLUMN_TITLES[field as keyof typeof DEVICE_COLUMN_TITLES] // own member, just asked
  return title[0] + title.slice(1).replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())
}
