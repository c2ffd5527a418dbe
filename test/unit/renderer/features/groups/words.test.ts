import { describe, expect, it } from 'vitest'
import { groupFromQuery, groupToQuery } from '../../../../../renderer/features/groups/address.ts'
import { changeWords, undoneText } from '../../../../../renderer/features/groups/change-words.ts'
import { rowName } from '../../../../../renderer/features/groups/GroupRow.tsx'
import { scheduleOptions } from '../../../../../renderer/features/groups/intervals.ts'
import { changeFrom, lacksValue, withCurrent } from '../../../../../renderer/features/groups/page-draft.ts'
import {
  changedGroupCount,
  isRefused,
  newConflicts,
  previewLines,
} from '../../../../../renderer/features/groups/preview-lines.ts'
import { conflictWords, valueText } from '../../../../../renderer/features/groups/setting-words.ts'
import { indexTree } from '../../../../../renderer/features/groups/tree-index.ts'
import { GROUP_CONFLICTS, type GroupConflict, type GroupPreview } from '../../../../../shared/model/group.ts'
import { group, tree } from './samples.ts'

const INDEX = indexTree(
  tree([
    group('/Global'),
    group('/Global/EMEA', { deviceCount: 2 }),
    group('/Global/EMEA/Berlin', { groupId: 'berlin', deviceCount: 810 }),
  ]),
)

const conflict = (facts: Partial<GroupConflict>): GroupConflict => ({
  code: 'override-forbidden',
  severity: 'warn',
  group: '/Global/EMEA/Berlin',
  page: 'schedule',
  other: '/Global/EMEA',
  ...facts,
})

describe('a conflict', () => {
  it('is a sentence with both groups by name, and a remedy', () => {
    const { text, remedy } = conflictWords(conflict({}))
    expect(text).toBe('“Berlin” overrides the schedule, but “EMEA” lets groups below it inherit only.')
    expect(remedy).toMatch(/inherit/)
  })

  it('tells a second token at one group from a token further up', () => {
    const code = 'second-token-in-branch'
    const several = conflictWords(conflict({ code, other: 'Europe' }))
    expect(several.text).toMatch(/several tokens.*“Europe”/)
    expect(several.remedy).toMatch(/group of its own/)
    expect(conflictWords(conflict({ code, other: '/EMEA' })).text).toMatch(/several tokens.*“\/EMEA”/)
    const below = conflictWords(conflict({ code }))
    expect(below.text).toMatch(/below “EMEA”/)
    expect(below.remedy).toMatch(/really has two servers/)
  })

  it('has words of its own for every code, with and without another group', () => {
    const all = [null, '/Global/EMEA'].map((other) =>
      GROUP_CONFLICTS.map((code) => conflictWords(conflict({ code, other }))),
    )
    for (const words of all) {
      expect(new Set(words.map(({ text }) => text)).size).toBe(GROUP_CONFLICTS.length)
      expect(words.every(({ remedy }) => remedy.endsWith('.'))).toBe(true)
    }
  })
})

describe('a value', () => {
  it('is a name or an interval in words', () => {
    expect(valueText('token', 'Europe')).toBe('Europe')
    expect(valueText('schedule', '1440')).toBe('Every 24 hours')
    expect(valueText('schedule', 'nightly')).toBe('nightly')
    expect(valueText('default-profile', null)).toBe('No default profile')
  })

  it('is offered even if somebody set an unusual interval', () => {
    expect(scheduleOptions('45')).toContainEqual({ value: '45', text: 'Every 45 minutes' })
    expect(scheduleOptions(null)).toHaveLength(7)
  })
})

describe('a draft', () => {
  const before = { current: 'inherit', child: 'any', value: null } as const
  const effective = { value: '360', from: '/Global', trace: [], forbiddenBy: null }
  const request = { group: '/Global/EMEA', page: 'schedule', before } as const

  it('that overrides begins with what counted, but never with a token that is set elsewhere', () => {
    expect(withCurrent(before, 'override', { page: 'schedule', effective }).value).toBe('360')
    expect(withCurrent(before, 'override', { page: 'token', effective }).value).toBeNull()
    const kept = { ...before, value: '60' }
    expect(withCurrent(kept, 'override', { page: 'schedule', effective }).value).toBe('60')
  })

  it('is a change of only what differs', () => {
    expect(changeFrom({ ...request, draft: before })).toBeNull()
    expect(changeFrom({ ...request, draft: { ...before, current: 'override', value: ' 60 ' } })).toEqual({
      kind: 'set-page',
      group: '/Global/EMEA',
      page: 'schedule',
      current: 'override',
      value: '60',
    })
    expect(changeFrom({ ...request, draft: { ...before, child: 'inherit-only' } })).toMatchObject({
      child: 'inherit-only',
    })
  })

  it('keeps the value it had when it inherits again', () => {
    const overriding = { current: 'override', child: 'any', value: '60' } as const
    const change = changeFrom({
      ...request,
      before: overriding,
      draft: { ...overriding, current: 'inherit', value: '10' },
    })
    expect(change).toEqual({ kind: 'set-page', group: '/Global/EMEA', page: 'schedule', current: 'inherit' })
  })

  it('needs a value to override with', () => {
    expect(lacksValue({ ...before, current: 'override' })).toBe(true)
    expect(lacksValue({ ...before, current: 'override', value: ' ' })).toBe(true)
    expect(lacksValue(before)).toBe(false)
  })
})

describe('a preview', () => {
  const [now, then] = [
    { value: '1440', from: '/Global' },
    { value: '60', from: '/Global/EMEA' },
  ]
  const preview: GroupPreview = {
    changes: [
      { group: '/Global/EMEA', page: 'token', before: now, after: then, deviceCount: 2 },
      { group: '/Global/EMEA', page: 'schedule', before: now, after: then, deviceCount: 2 },
      { group: '/Global/EMEA/Berlin', page: 'schedule', before: now, after: then, deviceCount: 810 },
    ],
    deviceCount: 812,
    conflicts: [],
  }

  it('puts alike changes together, most devices first', () => {
    expect(previewLines(preview).map(({ page, groups, deviceCount }) => [page, groups.length, deviceCount])).toEqual([
      ['schedule', 2, 812],
      ['token', 1, 2],
    ])
    expect(changedGroupCount(preview)).toBe(2)
  })

  it('tells conflicts that are there already only where they refuse', () => {
    const standing = [conflict({})]
    const told = newConflicts({ ...preview, conflicts: [conflict({}), conflict({ page: 'token' })] }, standing)
    expect(told).toEqual([conflict({ page: 'token' })])
    const refusal = conflict({ severity: 'refuse' })
    expect(newConflicts({ ...preview, conflicts: [refusal] }, standing)).toEqual([refusal])
  })

  it('is refused by one conflict that refuses', () => {
    expect(isRefused({ ...preview, conflicts: [conflict({})] })).toBe(false)
    expect(isRefused({ ...preview, conflicts: [conflict({}), conflict({ severity: 'refuse' })] })).toBe(true)
  })
})

describe('a change in words', () => {
  it('tells what goes with a group that moves or is removed', () => {
    expect(changeWords({ kind: 'move', group: '/Global/EMEA', to: '/Global' }, INDEX).intro[0]).toMatch(
      /^1 group below/,
    )
    const removal = changeWords({ kind: 'remove', group: '/Global/EMEA' }, INDEX)
    expect(removal.intro[0]).toBe('The group and 1 group below it are removed. Its 812 devices go to “Global”.')
    expect(removal.done).toBe('“EMEA” was removed.')
  })

  it('tells every part of a setting', () => {
    const change = { kind: 'set-page', group: '/Global', page: 'schedule', current: 'override', value: '60' } as const
    expect(changeWords({ ...change, child: 'override-only' }, INDEX).intro).toEqual([
      'The group sets its own value: Every hour.',
      'Groups below it: Override only.',
    ])
    expect(changeWords({ ...change, current: 'inherit', value: undefined }, INDEX).intro).toHaveLength(1)
  })

  it('tells what was undone', () => {
    expect(undoneText({ kind: 'remove', group: '/Global/EMEA', at: 0 })).toBe('“EMEA” is back.')
  })
})

it('names a row by everything it shows', () => {
  expect(rowName(INDEX.byPath.get('/Global/EMEA/Berlin')!)).toBe('Berlin, Container, 810 devices, berlin')
  expect(rowName(INDEX.byPath.get('/Global')!)).toMatch(/sets the token, the default profile, the schedule$/)
})

it('keeps the chosen group in the address, and nothing that is no path', () => {
  expect(groupFromQuery(groupToQuery('/Global/أجهزة & Co'))).toBe('/Global/أجهزة & Co')
  expect(groupFromQuery('group=Global')).toBeNull()
  expect(groupFromQuery('')).toBeNull()
  expect(groupToQuery(null)).toBe('')
})
