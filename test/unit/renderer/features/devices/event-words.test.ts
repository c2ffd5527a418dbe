import { afterEach, expect, test } from 'vitest'
import { eventWords } from '../../../../../renderer/features/devices/event-words.ts'
import { language } from '../../../../../renderer/lib/text.ts'
import { EVENT_KINDS, type DeviceEvent, type EventDetail, type EventKind } from '../../../../../shared/model/device.ts'

afterEach(() => language.setState({ language: 'en' }))

const event = (kind: EventKind, detail: EventDetail, facts: Partial<DeviceEvent> = {}): DeviceEvent => ({
  at: 0,
  kind,
  detail,
  text: 'the sentence of the command line',
  token: 'HQ',
  fromToken: null,
  runId: null,
  ...facts,
})

test.each<readonly [DeviceEvent, english: string, german: string]>([
  [event('added', {}), 'Added to token HQ.', 'Zu Token HQ hinzugekommen.'],
  [event('added', {}, { token: null }), 'Added to a token.', 'Zu einem Token hinzugekommen.'],
  [
    event('moved', { fromTokenNo: 2 }, { fromToken: 'Lab' }),
    'Moved to token HQ from token Lab.',
    'Von Token Lab zu Token HQ gewechselt.',
  ],
  [
    event('removed', { reason: 'not-listed' }),
    'Left token HQ: no longer listed by Apple.',
    'Bei Token HQ entfallen: von Apple nicht mehr aufgeführt.',
  ],
  [event('removed', { reason: 'constructor' }), 'Left token HQ: constructor.', 'Bei Token HQ entfallen: constructor.'],
  [
    event('modified', { assetTag: ['A', 'B'], order_number: [null, '7'] }),
    'Asset tag changed from “A” to “B”. order_number set to “7”.',
    'Inventarnummer von „A“ auf „B“ geändert. order_number auf „7“ gesetzt.',
  ],
  [
    event('profile-pushed', { profileUuid: [null, 'AB12'] }),
    'The device fetched its profile AB12.',
    'Das Gerät hat sein Profil AB12 abgerufen.',
  ],
  [
    event('assignment-answered', { outcome: 'THROTTLED', profileUuid: 'AB12' }),
    'Assigning profile AB12: Apple answered THROTTLED.',
    'Profil AB12 zuweisen: Apple antwortete THROTTLED.',
  ],
])('%# is told in the language of the page', (told, english, german) => {
  expect(eventWords(told)).toBe(english)
  language.setState({ language: 'de' })
  expect(eventWords(told)).toBe(german)
})

test('a time is a time of the person, not one of the log', () => {
  const told = eventWords(event('modified', { profilePushTime: [null, Date.UTC(2027, 4, 3, 12)] }))
  expect(told).toMatch(/^Profile pushed set to .*2027/)
  expect(told).not.toMatch(/T12:00/)
})

test.each(EVENT_KINDS)('%s is another sentence in German', (kind) => {
  const english = eventWords(event(kind, {}))
  language.setState({ language: 'de' })
  expect(eventWords(event(kind, {}))).not.toBe(english)
})
