import { describe, expect, it, test } from 'vitest'
import { listConflicts } from '../../../../../main/core/groups/conflicts.ts'
import { refusalsOf } from '../../../../../main/core/groups/preview.ts'
import { plan, treeOf, type GivenGroup } from './stage.ts'
import type { GroupChange } from '../../../../../shared/contract/groups.ts'

type Row = readonly [
  situation: string,
  tree: Readonly<Record<string, GivenGroup>>,
  expected: readonly (readonly [code: string, severity: string, group: string, other: string | null])[],
]

/** The situations of ws1-ade.md §2.3, then types and Group IDs of §2.1. */
const MATRIX: readonly Row[] = [
  ['one token at the top', { '/G': { tokens: ['T'] }, '/G/X': {}, '/G/X/Y': {} }, []],
  ['tokens at siblings', { '/G': {}, '/G/X': { tokens: ['T'] }, '/G/Y': { tokens: ['U'] } }, []],
  [
    'tokens above and below, inherit or override',
    { '/G': { tokens: ['T'] }, '/G/X': {}, '/G/X/Y': { tokens: ['U'] } },
    [['second-token-in-branch', 'warn', '/G/X/Y', '/G']],
  ],
  [
    'tokens above and below, inherit only above',
    { '/G': { tokens: ['T'], token: 'inherit-only' }, '/G/X': { tokens: ['U'] } },
    [['token-masked', 'warn', '/G/X', '/G']],
  ],
  [
    'override only above: who has no token is told',
    { '/G': { tokens: ['T'], token: 'override-only' }, '/G/X': {}, '/G/X/Z': {}, '/G/Y': { tokens: ['U'] } },
    [['token-missing', 'warn', '/G/X', '/G']],
  ],
  [
    'the same server at two groups',
    { '/G': {}, '/G/X': { tokens: ['T@S1'] }, '/G/Y': { tokens: ['U@s1'] } },
    [['token-twice', 'refuse', '/G/Y', '/G/X']],
  ],
  ['several tokens at one group', { '/G': { tokens: ['T', 'U'] } }, [['second-token-in-branch', 'warn', '/G', 'U']]],
  [
    'a schedule below inherit only is kept and told',
    { '/G': { schedule: ['60', 'inherit-only'] }, '/G/X': { schedule: ['30', 'any'] } },
    [['override-forbidden', 'warn', '/G/X', '/G']],
  ],
  [
    'a Customer below a Customer, however far',
    { '/G': {}, '/G/X': { type: 'Customer' }, '/G/X/Y': {}, '/G/X/Y/Z': { type: 'customer' } },
    [['customer-in-customer', 'refuse', '/G/X/Y/Z', '/G/X']],
  ],
  [
    'only Containers and their like below a Customer',
    {
      '/G': {},
      '/G/X': { type: 'Customer' },
      '/G/X/A': { type: 'Division' },
      '/G/X/B': { type: 'Branch office' },
      '/G/X/C': { type: 'Prospect' },
      '/G/X/D': { type: 'Partner' },
    },
    [
      ['type-not-allowed', 'refuse', '/G/X/C', '/G/X'],
      ['type-not-allowed', 'refuse', '/G/X/D', '/G/X'],
    ],
  ],
  [
    'a Container between Partner and Customer',
    { '/G': {}, '/G/P': { type: 'Partner' }, '/G/P/C': {}, '/G/P/C/K': { type: 'Customer' } },
    [],
  ],
  [
    'a Partner stands at the top, Global is the root',
    { '/G': {}, '/G/X': {}, '/G/X/P': { type: 'Partner' }, '/G/Y': { type: 'Global' } },
    [
      ['type-not-allowed', 'refuse', '/G/X/P', '/G/X'],
      ['type-not-allowed', 'refuse', '/G/Y', '/G'],
    ],
  ],
  [
    'one Group ID at two groups, whatever the case',
    { '/G': {}, '/G/X': { groupId: 'emea' }, '/G/Y': { groupId: 'EMEA' } },
    [['group-id-taken', 'refuse', '/G/Y', '/G/X']],
  ],
]

test.each(MATRIX)('%s', (_situation, given, expected) => {
  const conflicts = listConflicts(treeOf(given), new Map())
  expect(conflicts.map(({ code, severity, group, other }) => [code, severity, group, other])).toEqual(expected)
})

test('a group with devices needs a Group ID; Global, where nobody enrolls, does not', () => {
  const tree = treeOf({ '/G': {}, '/G/X': {}, '/G/Y': { groupId: 'y' }, '/G/Z': {} })
  const counts = new Map([
    [1, 5],
    [2, 3],
    [3, 9],
  ])
  expect(listConflicts(tree, counts)).toEqual([
    { code: 'group-id-missing', severity: 'warn', group: '/G/X', page: null, other: null },
  ])
})

describe('what a change must not do', () => {
  const forcing = { '/G': { tokens: ['T'], token: 'inherit-only' }, '/G/X': {}, '/F': {} } as const
  const refused = (given: Readonly<Record<string, GivenGroup>>, change: GroupChange) => {
    const tree = treeOf(given)
    return refusalsOf(tree, plan(tree, change)).map(({ code, group, other }) => [code, group, other])
  }
  const connect = { kind: 'set-page', page: 'token' } as const

  it('a second token below inherit only is refused, naming who forbids it', () => {
    const given = { '/G': { tokens: ['T'], token: 'inherit-only' }, '/G/X': {}, '/G/Y': {} } as const
    const two = { ...given, '/G/X': { tokens: ['U'] } }
    expect(refused(two, { ...connect, group: '/G/Y', value: 'U' })).toEqual([['override-forbidden', '/G/Y', '/G']])
  })

  it('the token that rules may move down itself', () => {
    expect(refused(forcing, { ...connect, group: '/G/X', value: 'T' })).toEqual([])
  })

  it('a schedule below inherit only is refused; its permission and inheriting again are not', () => {
    const given = {
      '/G': { schedule: ['60', 'inherit-only'] },
      '/G/X': { schedule: ['30', 'any'] },
    } as const
    const set = { kind: 'set-page', group: '/G/X', page: 'schedule' } as const
    expect(refused(given, { ...set, value: '20' })).toEqual([['override-forbidden', '/G/X', '/G']])
    expect(refused(given, { ...set, child: 'inherit-only' })).toEqual([])
    expect(refused(given, { ...set, current: 'inherit' })).toEqual([])
  })

  it('inherit only above a group that overrides is allowed: what it has is masked', () => {
    const given = { '/G': { schedule: ['60', 'any'] }, '/G/X': { schedule: ['30', 'any'] } } as const
    const tree = treeOf(given)
    const { after } = plan(tree, { kind: 'set-page', group: '/G', page: 'schedule', child: 'inherit-only' })
    expect(after.pages.get('2 schedule')).toMatchObject({ current: 'override', value: '30' })
    expect(listConflicts(after, new Map())).toMatchObject([{ code: 'override-forbidden', severity: 'warn' }])
  })

  it('a branch with a token does not go below one that forces its own; a branch without goes', () => {
    const given = {
      '/G': {},
      '/G/A': { tokens: ['T'], token: 'inherit-only' },
      '/G/B': {},
      '/G/B/C': { tokens: ['U'] },
      '/G/D': { schedule: ['30', 'any'] },
    } as const
    const move = { kind: 'move', to: '/G/A' } as const
    expect(refused(given, { ...move, group: '/G/B' })).toEqual([['override-forbidden', '/G/A/B/C', '/G/A']])
    expect(refused(given, { ...move, group: '/G/D' })).toEqual([])
  })

  it('a move that brings one Customer below another is refused', () => {
    const given = { '/G': {}, '/G/A': { type: 'Customer' }, '/G/B': {}, '/G/B/C': { type: 'Customer' } } as const
    expect(refused(given, { kind: 'move', group: '/G/B', to: '/G/A' })).toEqual([
      ['customer-in-customer', '/G/A/B/C', '/G/A'],
    ])
  })

  it('what was wrong before does not stop a change, also when it gets another path', () => {
    const given = { '/G': {}, '/G/A': { groupId: 'x' }, '/G/B': { groupId: 'X' } } as const
    expect(refused(given, { kind: 'rename', group: '/G/A', name: 'Z' })).toEqual([])
    expect(refused(given, { kind: 'edit', group: '/G', groupId: 'x' })).not.toEqual([])
  })
})
