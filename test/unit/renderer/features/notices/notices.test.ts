import { afterEach, describe, expect, it, test } from 'vitest'
import {
  announceNotice,
  createNoticesStore,
  dismissNotice,
  loadNotices,
  noticeAction,
  noticesByLevel,
  noticeText,
} from '../../../../../renderer/features/notices/index.ts'
import { formatMoment } from '../../../../../renderer/lib/format.ts'
import { language } from '../../../../../renderer/lib/text.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { NOTICE_KINDS, type Notice, type NoticeKind } from '../../../../../shared/model/notice.ts'
import { createFakeDesk, settle } from '../../fake-desk.ts'
import { DAY_MS, notice, NOW } from '../../samples.ts'

afterEach(() => language.setState({ language: 'en' }))

describe('the words of a notice', () => {
  const say = (facts: Partial<Notice>) => noticeText(notice(facts), NOW)

  it('name the token, the distance and the date of an expiry', () => {
    const { title, detail } = say({ kind: 'token-expiring', dueAt: NOW + 12 * DAY_MS })
    expect(title).toBe('Europe expires in 12 days')
    expect(detail).toContain(formatMoment(NOW + 12 * DAY_MS))
  })

  it('say how often a sync failed, why, what to do, and when it is tried again', () => {
    const told = say({ kind: 'sync-failed', count: 3, code: 'net.tls', dueAt: NOW + 2 * 3_600_000 })
    expect(told.title).toBe('The sync of Europe failed 3 times in a row')
    expect(told.detail).toMatch(/^The connection is not trusted\. .+ The next try is in 2 hours\.$/)
    expect(told.who).toBe('The person who runs your network can repair this.')
  })

  it('say nothing about a next try that is past', () => {
    expect(say({ kind: 'sync-failed', count: 3, code: 'net.tls', dueAt: NOW - 1 }).detail).not.toContain('next try')
  })

  it('say since when, also for a clock that is behind', () => {
    const at = NOW - 3 * DAY_MS
    expect(say({ at }).since).toBe(`Since ${formatMoment(at)} (3 days ago)`)
    expect(say({ at: NOW + DAY_MS }).since).toContain('just now')
  })

  test.each([...NOTICE_KINDS])(
    '%s has its words in every language, whatever is not known of it',
    (kind: NoticeKind) => {
      for (const spoken of ['en', 'de'] as const) {
        language.setState({ language: spoken })
        for (const facts of [{ kind }, { kind, subject: null, tokenId: null, count: 2, code: 'internal' as const }]) {
          for (const words of Object.values(noticeText(notice(facts), NOW))) {
            expect(words.trim().length).toBeGreaterThan(0)
            expect(words).not.toMatch(/undefined|null|NaN/)
          }
        }
      }
    },
  )
})

test('every notice but a test has one action', () => {
  const without = NOTICE_KINDS.filter((kind) => noticeAction({ kind }) === null)
  expect(without).toEqual(['test'])
})

test('levels stand in their order, without empty ones and without what was dismissed', () => {
  const notices = [
    notice({ id: 'a', level: 'urgent', isDismissed: true }),
    notice({ id: 'b', level: 'urgent' }),
    notice({ id: 'c', level: 'hint' }),
  ]
  expect(noticesByLevel({ notices, checkedAt: NOW })).toEqual([
    { level: 'urgent', notices: [notices[1]] },
    { level: 'hint', notices: [notices[2]] },
  ])
})

describe('the notice centre', () => {
  it('shows what the core found', async () => {
    const list = { notices: [notice()], checkedAt: NOW }
    const store = createNoticesStore()
    expect(store.getState().isKnown).toBe(false)
    await loadNotices(store, createFakeDesk({ notices: { list: () => list } }))
    expect(store.getState()).toMatchObject({ list, isKnown: true, error: null })
  })

  it('keeps what it knows where reading fails, and says why', async () => {
    const store = createNoticesStore()
    const list = { notices: [notice()], checkedAt: NOW }
    await loadNotices(store, createFakeDesk({ notices: { list: () => list } }))
    const failing = () => {
      throw new Error('no')
    }
    await loadNotices(store, createFakeDesk({ notices: { list: failing } }))
    expect(store.getState()).toMatchObject({ list, error: { code: 'internal' } })
  })

  it('dismisses one and shows the list as the core has it then', async () => {
    const store = createNoticesStore()
    const asked: string[] = []
    const desk = createFakeDesk({
      notices: { dismiss: ({ id }) => (asked.push(id), { notices: [notice({ isDismissed: true })], checkedAt: NOW }) },
    })
    await dismissNotice(store, desk, 'n1')
    expect(asked).toEqual(['n1'])
    expect(store.getState().list.notices[0]?.isDismissed).toBe(true)
  })

  it('says a dismissal that failed', async () => {
    const store = createNoticesStore()
    const busy = () => {
      throw new AppError('db.busy', 'the store is in use')
    }
    await dismissNotice(store, createFakeDesk({ notices: { dismiss: busy } }), 'n1')
    expect(store.getState().error).not.toBeNull()
  })

  it('announces what is new, in the language of the page', async () => {
    const desk = createFakeDesk()
    announceNotice(desk, notice({ kind: 'token-expired' }))
    expect(desk.feedback.getState().announcement).toBe('New notice: Europe has expired')
    language.setState({ language: 'de' })
    announceNotice(desk, notice({ kind: 'token-expired' }))
    await settle()
    expect(desk.feedback.getState().announcement).toBe('Neuer Hinweis: Europe ist abgelaufen')
  })
})
