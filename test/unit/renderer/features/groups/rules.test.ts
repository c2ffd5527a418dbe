import { expect, test } from 'vitest'
import { findRule, loadRules, setRule } from '../../../../../renderer/features/groups/rule-actions.ts'
import { createGroupsStore } from '../../../../../renderer/features/groups/store.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { createFakeDesk } from '../../fake-desk.ts'

const EMEA = { factor: 'two', length: 12 } as const
const BERLIN = '/Global/EMEA/Berlin'

test('the nearest rule counts, and the way to it is told', () => {
  const rules = new Map([['/Global/EMEA', EMEA]])
  expect(findRule(rules, BERLIN)).toEqual({
    rule: { ...EMEA, from: '/Global/EMEA' },
    trace: [
      { group: BERLIN, found: 'inherit' },
      { group: '/Global/EMEA', found: 'override' },
    ],
  })
  expect(findRule(rules, '/Global/EMEA').trace).toEqual([{ group: '/Global/EMEA', found: 'override' }])
  expect(findRule(rules, '/Global/APAC')).toMatchObject({
    rule: { from: null },
    trace: [{ found: 'inherit' }, { group: '/Global', found: 'nothing-above' }],
  })
})

test('a rule is set for a group and taken away, and a refusal is kept', async () => {
  const asked: unknown[] = []
  const store = createGroupsStore()
  const desk = createFakeDesk({
    registrationTokens: {
      rules: () => [{ group: '/Global/EMEA', ...EMEA }],
      setRule: ({ group, rule }) => {
        asked.push({ group, rule })
        if (group === '/Gone') throw new AppError('group.not-found', '')
        return rule ? [{ group, ...rule }] : []
      },
    },
  })
  await loadRules(store, desk)
  expect(store.getState().rules).toEqual({ status: 'ready', value: new Map([['/Global/EMEA', EMEA]]) })
  await setRule(store, desk, { group: BERLIN, rule: { factor: 'single', length: 8 } })
  expect(store.getState().rules).toMatchObject({ value: new Map([[BERLIN, { factor: 'single', length: 8 }]]) })
  expect(desk.feedback.getState().announcement).toContain('Berlin')
  await setRule(store, desk, { group: BERLIN, rule: null })
  expect(store.getState().rules).toMatchObject({ value: new Map() })
  await setRule(store, desk, { group: '/Gone', rule: null })
  expect(store.getState()).toMatchObject({ ruleError: { code: 'group.not-found' }, rules: { status: 'ready' } })
  expect(asked).toHaveLength(3)
})
