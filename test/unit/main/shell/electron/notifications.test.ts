import { EventEmitter } from 'node:events'
import { describe, expect, it, test } from 'vitest'
import { addressOfNotice, createNotifier, describeNotice } from '../../../../../main/shell/electron/notifications.ts'
import { shellTexts } from '../../../../../main/shell/electron/texts.ts'
import { NOTICE_KINDS } from '../../../../../shared/model/notice.ts'
import { EXPIRING } from './status-fixture.ts'

const english = shellTexts({ language: 'en' }, [])

function fakeNotifications(isSupported = true) {
  const shown: { options: unknown; press: () => void }[] = []
  class Notification extends EventEmitter {
    readonly options: unknown
    static readonly isSupported = () => isSupported
    constructor(options: unknown) {
      super()
      this.options = options
    }
    show() {
      shown.push({ options: this.options, press: () => void this.emit('click') })
    }
  }
  const pressed: string[] = []
  const electron = { Notification } as unknown as Parameters<typeof createNotifier>[0]
  return { notifier: createNotifier(electron, (address) => void pressed.push(address)), shown, pressed }
}

test('a notice says what it is about and until when; a press leads there', () => {
  const { notifier, shown, pressed } = fakeNotifications()
  notifier.notice(EXPIRING, english, Date.UTC(2027, 4, 1, 11))
  expect(shown[0]?.options).toEqual({
    title: 'Berlin expires in 2 days',
    body: expect.stringMatching(/^It is valid until May 3, 2027\. Renew it/),
    silent: false,
  })
  shown[0]?.press()
  expect(pressed).toEqual(['#/tokens?token=Berlin'])
})

test('where the system shows no notices, nothing breaks', () => {
  const { notifier, shown } = fakeNotifications(false)
  notifier.notice(EXPIRING, english, 0)
  notifier.say('a', 'b')
  expect(shown).toEqual([])
})

describe.each(NOTICE_KINDS)('a notice of kind %s', (kind) => {
  const notice = { ...EXPIRING, kind }

  it('has words in every language', () => {
    for (const language of ['en', 'de'] as const) {
      const { title, body } = describeNotice(notice, shellTexts({ language }, []), 0)
      expect(title.length).toBeGreaterThan(5)
      expect(body.length).toBeGreaterThan(5)
    }
  })

  it('leads to a place of the window', () => {
    expect(addressOfNotice(notice)).toMatch(/^#\/(overview|tokens|sync|reports|settings)/)
    expect(addressOfNotice({ ...notice, subject: null })).toMatch(/^#\/(overview|tokens|sync|reports|settings)$/)
  })
})

test('what needs nobody today comes without a sound', () => {
  expect(describeNotice({ ...EXPIRING, level: 'hint' }, english, 0).silent).toBe(true)
})
