import { expect, it, test } from 'vitest'
import * as actions from '../../../../../renderer/features/registration-tokens/actions.ts'
import { createRegistrationStore } from '../../../../../renderer/features/registration-tokens/store.ts'
import { de } from '../../../../../shared/messages/de/index.ts'
import { en } from '../../../../../shared/messages/en/index.ts'
import { TOKEN_STATUS } from '../../../../../shared/model/device.ts'
import type { Serial } from '../../../../../shared/model/ids.ts'
import { USUAL_RULE, type DeviceRegistration } from '../../../../../shared/model/registration-token.ts'
import { createFakeDesk, later, settle, type SomeHandlers } from '../../fake-desk.ts'

const A = 'AAA111' as Serial
const PLAN = { total: 1, change: 1, same: 0, none: 0, blocked: 0, gone: 0 }
const DETAILS: DeviceRegistration = {
  serial: A,
  tokenStatus: 'none',
  tokenStatusAt: null,
  group: null,
  rule: { ...USUAL_RULE, from: null },
  tokens: [],
}
const VALUE = { serial: A, value: 'K7QMWX4H', factor: 'single', user: 'anna', deviceName: null } as const
const one = { selection: { kind: 'serials', serials: [A] }, count: 1 } as const

function setUp(handlers: SomeHandlers['registrationTokens'] = {}) {
  const store = createRegistrationStore()
  const desk = createFakeDesk({ registrationTokens: { show: () => DETAILS, preview: () => PLAN, ...handlers } })
  return { store, desk }
}

it('shows what is known and what it would come to before anything is done', async () => {
  const { store, desk } = setUp()
  await actions.beginRegistration(store, desk, one)
  expect(store.getState().task).toMatchObject({
    serial: A,
    details: { status: 'ready' },
    plan: { value: PLAN },
    work: { status: 'idle' },
  })
})

it('without a choice the group tells what a token looks like; with one it is handed on', async () => {
  const asked: unknown[] = []
  const { store, desk } = setUp({ make: ({ act, factor, length }) => (asked.push({ act, factor, length }), PLAN) })
  await actions.beginRegistration(store, desk, one)
  await actions.runRegistration(store, desk)
  await actions.chooseAct(store, desk, 'reset')
  actions.write(store, { factor: 'two', length: '12' })
  await actions.runRegistration(store, desk)
  actions.write(store, { length: '5' })
  await actions.runRegistration(store, desk)
  expect(asked).toEqual([
    { act: 'issue', factor: undefined, length: undefined },
    { act: 'reset', factor: 'two', length: 12 },
  ])
})

it('a choice becomes the rule of the device’s group; without one the rule is taken away', async () => {
  const asked: unknown[] = []
  const { store, desk } = setUp({
    show: () => ({ ...DETAILS, group: '/Global/EMEA' }),
    setRule: (wish) => (asked.push(wish), []),
  })
  await actions.beginRegistration(store, desk, one)
  actions.write(store, { length: '12' })
  await actions.makeRule(store, desk)
  expect(store.getState().task).toMatchObject({ factor: 'rule', length: '' })
  await actions.makeRule(store, desk)
  expect(asked).toEqual([
    { group: '/Global/EMEA', rule: { factor: 'single', length: 12 } },
    { group: '/Global/EMEA', rule: null },
  ])
})

it('values are in the page as long as the dialog is open, and not after it', async () => {
  const answer = later<readonly (typeof VALUE)[]>()
  const { store, desk } = setUp({ reveal: () => answer.promise })
  await actions.beginRegistration(store, desk, one)
  const showing = actions.showValues(store, desk)
  actions.closeRegistration(store)
  answer.resolve([VALUE])
  await showing
  expect(JSON.stringify(store.getState())).not.toContain(VALUE.value)
})

test('what a user is sent says how the value is typed', () => {
  expect(actions.messageText(VALUE)).toContain('K7QMWX4H')
  expect(actions.messageText(VALUE)).toContain('both fields')
  expect(actions.messageText({ ...VALUE, factor: 'two', user: null })).toMatch(
    /^Hello,[\s\S]*own user name and password/,
  )
})

test('a dry run names what is left out', () => {
  expect(actions.planText({ total: 812, change: 768, same: 30, none: 0, blocked: 2, gone: 12 })).toBe(
    '812 devices: 768 change, 30 have an active one already, 2 are blocked, 12 are not listed by Apple.',
  )
  expect(actions.planText({ total: 1, change: 1, same: 0, none: 0, blocked: 0, gone: 0 })).toBe('1 device: 1 changes.')
})

test.each([
  ['', undefined],
  ['6', 6],
  ['20', 20],
  ['5', null],
  ['21', null],
  ['8.5', null],
  ['x', null],
])('a length of %j is read as %j', (typed, length) => {
  expect(actions.readLength(typed)).toBe(length)
})

test.each(TOKEN_STATUS)('the token status %s is explained in both languages', (status) => {
  const [english, german] = [en, de].map(({ registrationTokens }) => registrationTokens.meanings[status])
  expect(english!.length).toBeGreaterThan(20)
  expect(german).not.toBe(english)
})

const many = { selection: { kind: 'matching', filter: {}, except: [] }, count: 812 } as const

it('many are done with progress, one act at a time, and can be ended; what was done stays', async () => {
  let calls = 0
  const { store, desk } = setUp({
    make: (_wish, { signal, report }) => {
      calls++
      report({ done: 300, total: 812 })
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    },
  })
  await actions.beginRegistration(store, desk, many)
  const running = actions.runRegistration(store, desk)
  await settle()
  const { job } = store.getState()
  expect(actions.progressText(job!)).toEqual({
    label: 'Issuing registration tokens',
    detail: '300 of 812 devices',
    fraction: 300 / 812,
  })
  await actions.runRegistration(store, desk)
  expect(calls).toBe(1)
  actions.cancelRegistration(store)
  await running
  expect(store.getState()).toMatchObject({
    job: null,
    task: { work: { status: 'idle' }, endedAfter: { done: 300, total: 812 }, plan: { status: 'ready' } },
  })
  await actions.chooseAct(store, desk, 'reset')
  expect(store.getState().task?.endedAfter).toBeNull()
})

it('goes on where its dialog is left, and then says at the edge of the window what came of it', async () => {
  let answer: (() => void) | undefined
  const { store, desk } = setUp({ make: () => new Promise((resolve) => (answer = () => resolve(PLAN))) })
  await actions.beginRegistration(store, desk, many)
  const running = actions.runRegistration(store, desk)
  await settle()
  actions.closeRegistration(store)
  expect(store.getState()).toMatchObject({ task: null, job: { act: 'issue' } })
  answer?.()
  await running
  expect(store.getState()).toEqual({ task: null, job: null })
  expect(desk.feedback.getState().toasts).toMatchObject([{ text: 'Done for 1 device.' }])
})
