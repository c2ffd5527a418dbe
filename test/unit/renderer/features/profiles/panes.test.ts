import { describe, expect, it } from 'vitest'
import { memberOf, placeFindings } from '../../../../../renderer/features/profiles/finding-places.ts'
import { freeName } from '../../../../../renderer/features/profiles/names.ts'
import * as panes from '../../../../../renderer/features/profiles/panes.ts'
import { ABSENT_MEANS, sectionOf } from '../../../../../renderer/features/profiles/sections.ts'
import { smallestChange } from '../../../../../renderer/ui/code-view.ts'
import { PROFILE_KEYS, type ProfileFinding } from '../../../../../shared/model/profile.ts'
import { PRODUCTS, SKIP_KEYS } from '../../../../../shared/model/setup-assistant.ts'

describe('the picture of panes', () => {
  it.each(PRODUCTS)('has every pane of %s exactly once, newest system first', (product) => {
    const versions = panes.versionsOf(product)
    expect(versions[0]).toBe('27.0')
    for (const version of versions) {
      const { met, absent } = panes.sortPanes({ product, version }, [])
      expect(met.length + absent.length).toBe(SKIP_KEYS.length)
      expect(met.length).toBeGreaterThan(0)
    }
  })

  it('toggling twice gives the list of before; an empty list is not sent', () => {
    expect(panes.toggleKey(['A', 'B'], 'A')).toEqual(['B'])
    expect(panes.toggleKey(['B'], 'A')).toEqual(['B', 'A'])
    expect(panes.toggleKey(['A'], 'A')).toBeUndefined()
  })

  it('keeps and marks what Apple does not list', () => {
    expect(panes.otherKeys(['Siri', 'HoloDeck', 'Registration', 'HoloDeck'])).toEqual([
      { key: 'HoloDeck', isKnown: false },
      { key: 'Registration', isKnown: true },
    ])
  })
})

describe('where a finding stands', () => {
  const finding = (path: string): ProfileFinding => ({
    level: 'error',
    path,
    code: 'X',
    rule: 'wrong-type',
    facts: {},
  })
  const text = '{"a": [1, "two"], "b": true}'

  it('at the item, at the member, or at the brace for what is missing', () => {
    const places = placeFindings(text, [finding('a[1]'), finding('b'), finding('url'), finding('')])
    expect(places.map(({ from, to }) => text.slice(from, to))).toEqual(['"two"', '"b": true', '{', '{'])
    expect(placeFindings('{', [finding('a')])).toEqual([])
  })

  it('every key of a profile has its part of the editor', () => {
    const elsewhere = Object.keys(PROFILE_KEYS).filter((key) => sectionOf(key) === 'summary')
    expect(elsewhere).toEqual(['devices'])
    const flags = Object.keys(PROFILE_KEYS).filter((key) => PROFILE_KEYS[key as keyof typeof PROFILE_KEYS] === 'flag')
    expect(Object.keys(ABSENT_MEANS).toSorted()).toEqual(flags.toSorted())
    expect(memberOf({ path: 'anchor_certs[12]' })).toBe('anchor_certs')
  })
})

it('a name that is taken gets a number', () => {
  const taken = [{ name: 'Berlin' }, { name: 'berlin 2' }]
  expect(freeName('Paris', taken)).toBe('Paris')
  expect(freeName(' BERLIN ', taken)).toBe('BERLIN 3')
})

it('a text is changed by the smallest change', () => {
  expect(smallestChange('abc', 'abc')).toBeUndefined()
  for (const [before, after] of [
    ['aa', 'aaa'],
    ['abcd', 'abXd'],
    ['', 'x'],
    ['xyz', ''],
    ['aXbXc', 'aXc'],
  ] as const) {
    const { from, to, insert } = smallestChange(before, after)!
    expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
  }
})
