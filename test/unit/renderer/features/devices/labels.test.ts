import { describe, expect, it } from 'vitest'
import * as labels from '../../../../../renderer/features/devices/labels.ts'
import { facetItems, facetText } from '../../../../../renderer/features/devices/selectors.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
import {
  ASSIGNMENT,
  AT_APPLE,
  DEVICE_COLUMNS,
  ENROLLMENT_STATUS,
  EVENT_KINDS,
  GONE_REASONS,
  TOKEN_STATUS,
} from '../../../../../shared/model/device.ts'

const SETS = [
  ['at Apple', labels.AT_APPLE_LABELS, AT_APPLE],
  ['assignment', labels.ASSIGNMENT_LABELS, ASSIGNMENT],
  ['enrollment status', labels.ENROLLMENT_STATUS_LABELS, ENROLLMENT_STATUS],
  ['token status', labels.TOKEN_STATUS_LABELS, TOKEN_STATUS],
  ['events', labels.EVENT_LABELS, EVENT_KINDS],
  ['columns', labels.COLUMN_TITLES, DEVICE_COLUMNS],
] as const

describe.each(SETS)('the words of %s', (_name, set, values) => {
  it('cover every value and nothing else', () => {
    expect(Object.keys(set).toSorted()).toEqual([...values].toSorted())
  })

  it('tell the values apart', () => {
    const words = Object.values(set).map((word: string | labels.StateLabel) =>
      typeof word === 'string' ? word : word.text,
    )
    expect(new Set(words).size).toBe(words.length)
  })
})

it('tells states of one dimension apart by shape too, not by colour alone', () => {
  for (const [, set] of SETS.slice(0, 4)) {
    const icons = Object.values(set).map((label: string | labels.StateLabel) => typeof label !== 'string' && label.icon)
    expect(new Set(icons).size).toBe(icons.length)
  }
})

it('explains every reason for leaving and shows an unknown one as it is', () => {
  for (const reason of GONE_REASONS) expect(labels.goneReasonText(reason)).not.toBe(reason)
  expect(labels.goneReasonText('new-word')).toBe('new-word')
})

it('shows a profile status that Apple invents later as received', () => {
  expect(labels.profileStatusLabel('PUSHED').text).toBe('Pushed')
  expect(labels.profileStatusLabel('paused').text).toBe('paused')
  expect(labels.profileStatusLabel(null).text).toBe('Unknown')
})

it('offers filter values as counted, in the words of the table, and always the chosen one', () => {
  const facets = {
    family: [
      { value: 'AppleTV', count: 1200 },
      { value: null, count: 9 },
      { value: 'Mac', count: 2 },
    ],
    profileStatus: [],
    assignment: [],
    enrollmentStatus: [],
    tokenStatus: [],
    atApple: [],
    profileUuid: [],
    tokenId: [],
    group: [],
  }
  const remote = { status: 'ready', value: facets } as const
  expect(facetItems(remote, 'family', {})).toEqual([
    { value: 'AppleTV', text: 'Apple TV', count: '1,200' },
    { value: 'Mac', text: 'Mac', count: '2' },
  ])
  expect(facetItems(remote, 'assignment', { assignment: 'failed' })).toEqual([
    { value: 'failed', text: 'Failed', count: '0' },
  ])
  const tokens = { status: 'ready', value: { ...facets, tokenId: [{ value: 't1', text: 'HQ', count: 2 }] } } as const
  expect(facetItems(tokens, 'tokenId', {})).toEqual([{ value: 't1', text: 'HQ', count: '2' }])
  expect(facetItems(tokens, 'tokenId', { tokenId: 'lost' as TokenId })[0]).toEqual({
    value: 'lost',
    text: 'Removed token',
    count: '0',
  })
  const profiles = { ...facets, profileUuid: [{ value: 'AB12', text: 'Berlin · 3', count: 2 }] }
  expect(facetItems({ status: 'ready', value: profiles }, 'profileUuid', { profileUuid: 'ab12' })).toEqual([
    { value: 'ab12', text: 'Berlin · 3', count: '2' },
  ])
  expect(facetText('profileUuid', '')).toBe('Without')
  expect(facetText('enrollmentStatus', 'in-progress')).toBe('Enrollment in progress')
})
