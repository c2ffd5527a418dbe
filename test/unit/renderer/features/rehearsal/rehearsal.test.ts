import { expect, it } from 'vitest'
import * as actions from '../../../../../renderer/features/rehearsal/actions.ts'
import { inputOf, wrongFields } from '../../../../../renderer/features/rehearsal/form.ts'
import { durationText, rehearsalText } from '../../../../../renderer/features/rehearsal/report.ts'
import { createRehearsalStore } from '../../../../../renderer/features/rehearsal/store.ts'
import type { Rehearsal, RehearsalPlan } from '../../../../../shared/model/rehearsal.ts'
import { createFakeDesk } from '../../fake-desk.ts'

const FORM = createRehearsalStore().getState().form
const PLAN: RehearsalPlan = {
  mode: 'post',
  url: 'https://mdm.example.com/enroll',
  hosts: ['mdm.example.com'],
  anchors: 0,
  serial: 'REHEARSALIO0',
  product: 'iPhone17,2',
  osVersion: '26.1',
  isOwnSerial: false,
}
const RESULT: Rehearsal = {
  plan: PLAN,
  startedAt: 0,
  finishedAt: 12_000,
  steps: [{ name: 'request', ms: 12_000, outcome: 'warning', evidence: {} }],
  profile: null,
  findings: [{ severity: 'error', code: 'host-not-found', facts: { host: 'a\u202Eb' } }],
  verdict: 'faults',
}

it('what is wrong with the form is named, what is left empty is made up by the core', () => {
  expect(wrongFields({ ...FORM, kind: 'url', url: 'mdm' })).toEqual(['url'])
  expect(wrongFields({ ...FORM, kind: 'profile' })).toEqual(['profile'])
  expect(wrongFields({ ...FORM, profile: 'p', product: 'phone!', osVersion: 'new' })).toEqual(['product', 'osVersion'])
  expect(inputOf({ ...FORM, kind: 'url', url: ' https://a.example/ ' })).toEqual({
    target: { url: 'https://a.example/' },
  })
  expect(inputOf({ ...FORM, profile: 'p', serial: 'c02', product: 'Mac16,1', osVersion: '26.1' })).toEqual({
    target: { profile: 'p' },
    serial: 'C02',
    product: 'Mac16,1',
    osVersion: '26.1',
  })
})

it('nothing runs before its plan was shown, and a change of the form takes the plan back', async () => {
  const store = createRehearsalStore()
  const asked: string[] = []
  const desk = createFakeDesk({
    profiles: { list: () => [] },
    rehearsal: {
      plan: () => (asked.push('plan'), PLAN),
      run: () => (asked.push('run'), RESULT),
    },
  })
  await actions.loadChoices(store, desk)
  expect(store.getState().form.kind).toBe('url')
  await actions.runRehearsal(store, desk)
  await actions.planRehearsal(store, desk)
  expect(asked).toEqual([])
  actions.changeForm(store, { url: 'https://mdm.example.com/enroll' })
  await actions.planRehearsal(store, desk)
  actions.changeForm(store, { serial: 'C02' })
  await actions.runRehearsal(store, desk)
  expect(asked).toEqual(['plan'])
  await actions.planRehearsal(store, desk)
  await actions.runRehearsal(store, desk)
  expect(asked).toEqual(['plan', 'plan', 'run'])
  expect(store.getState()).toMatchObject({ run: null, plan: { status: 'idle' }, result: { status: 'ready' } })
})

it('time is told against what a device bears, and a text cannot turn its direction', () => {
  expect(durationText({ ms: 9000 })).toBe('took 9 s')
  expect(durationText({ ms: 10_000 })).toContain('slower than a device likes')
  expect(durationText({ ms: 30_000 })).toContain('longer than a device waits')
  expect(rehearsalText(RESULT)).toContain('12 s')
  expect(rehearsalText(RESULT)).not.toContain('\u202E')
})
