import { expect, test } from 'vitest'
import { evaluateAll } from '../../../../../main/core/groups/conflicts.ts'
import { traceOf } from '../../../../../main/core/groups/effective.ts'
import { findByPath, pathOf } from '../../../../../main/core/groups/tree.ts'
import { treeOf, type GivenGroup } from './stage.ts'

type Case = {
  readonly rule: string
  /** Schedule pages of /G, /G/A, /G/A/B: value and child permission. */
  readonly pages: readonly (readonly [string | null, 'any' | 'inherit-only' | 'override-only'] | null)[]
  /** Value, origin, who forbids, at /G/A/B. */
  readonly expected: readonly [value: string | null, from: string | null, forbiddenBy: string | null]
  readonly trace: string
}

const CASES: readonly Case[] = [
  {
    rule: 'where nobody sets anything, nothing counts',
    pages: [null, null, null],
    expected: [null, null, null],
    trace: 'B inherit, A inherit, G nothing-above',
  },
  {
    rule: 'the root counts for all below it',
    pages: [['60', 'any'], null, null],
    expected: ['60', '/G', null],
    trace: 'B inherit, A inherit, G override',
  },
  {
    rule: 'the nearest group that overrides counts',
    pages: [['60', 'any'], ['30', 'any'], null],
    expected: ['30', '/G/A', null],
    trace: 'B inherit, A override',
  },
  {
    rule: 'what a group sets itself counts there',
    pages: [
      ['60', 'any'],
      ['30', 'any'],
      ['15', 'any'],
    ],
    expected: ['15', '/G/A/B', null],
    trace: 'B override',
  },
  {
    rule: 'inherit only forces the value on everything below',
    pages: [['60', 'inherit-only'], null, null],
    expected: ['60', '/G', '/G'],
    trace: 'B inherit, A inherit, G override',
  },
  {
    rule: 'inherit only wins over what lower groups have set',
    pages: [
      ['60', 'inherit-only'],
      ['30', 'any'],
      ['15', 'any'],
    ],
    expected: ['60', '/G', '/G'],
    trace: 'B forced-from-above, A forced-from-above, G override',
  },
  {
    rule: 'of two inherit only the higher one wins: the lower one is itself ruled',
    pages: [
      ['60', 'inherit-only'],
      ['30', 'inherit-only'],
      ['15', 'any'],
    ],
    expected: ['60', '/G', '/G'],
    trace: 'B forced-from-above, A forced-from-above, G override',
  },
  {
    rule: 'inherit only of a group that inherits binds nobody',
    pages: [
      ['60', 'any'],
      [null, 'inherit-only'],
      ['15', 'any'],
    ],
    expected: ['15', '/G/A/B', null],
    trace: 'B override',
  },
  {
    rule: 'below override only nothing arrives',
    pages: [['60', 'override-only'], null, null],
    expected: [null, null, null],
    trace: 'B inherit, A inherit, G not-passed-down',
  },
  {
    rule: 'override only cuts off also where the group itself inherits',
    pages: [['60', 'any'], [null, 'override-only'], null],
    expected: [null, null, null],
    trace: 'B inherit, A not-passed-down',
  },
  {
    rule: 'below override only a group sets its own',
    pages: [['60', 'override-only'], null, ['15', 'any']],
    expected: ['15', '/G/A/B', null],
    trace: 'B override',
  },
  {
    rule: 'override only counts for nothing below inherit only',
    pages: [['60', 'inherit-only'], [null, 'override-only'], null],
    expected: ['60', '/G', '/G'],
    trace: 'B inherit, A inherit, G override',
  },
]

test.each(CASES)('$rule', ({ pages, expected, trace }) => {
  const group = (at: number): GivenGroup => (pages[at] ? { schedule: pages[at] } : {})
  const tree = treeOf({ '/G': group(0), '/G/A': group(1), '/G/A/B': group(2) })
  const at = findByPath(tree, '/G/A/B')!
  const effective = evaluateAll(tree).schedule
  const { value, fromNo, forbiddenBy } = effective.get(at.no)!
  const named = (no: number | null) => (no === null ? null : pathOf(tree, no))
  expect([value, named(fromNo), named(forbiddenBy)]).toEqual(expected)
  const steps = traceOf(tree, at, { page: 'schedule', effective })
  expect(steps.map(({ no, found }) => `${tree.groups.get(no)!.name} ${found}`).join(', ')).toBe(trace)
})

test('a token page overrides exactly where a token is connected; of several the oldest counts', () => {
  const tree = treeOf({ '/G': { tokens: ['HQ', 'Lab'] }, '/G/A': {}, '/G/A/B': { tokens: ['Berlin'] } })
  const effective = evaluateAll(tree).token
  expect([1, 2, 3].map((no) => [effective.get(no)!.value, effective.get(no)!.fromNo])).toEqual([
    ['HQ', 1],
    ['HQ', 1],
    ['Berlin', 3],
  ])
})

test('a default profile that is set to none stops what comes from above', () => {
  const tree = treeOf({ '/G': { profile: ['Standard', 'any'] }, '/G/A': {}, '/G/A/B': {} })
  const row = { groupNo: 2, page: 'default-profile', current: 'override', child: 'any', value: null } as const
  const changed = { ...tree, pages: new Map([...tree.pages, ['2 default-profile', row]]) }
  expect(evaluateAll(changed)['default-profile'].get(3)).toMatchObject({ value: null, fromNo: 2, forbiddenBy: null })
})
