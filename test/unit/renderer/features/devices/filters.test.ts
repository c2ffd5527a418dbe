import { expect, it } from 'vitest'
import {
  filterFromQuery,
  filterToQuery,
  isFiltered,
  isSameFilter,
  withFilter,
} from '../../../../../renderer/features/devices/filters.ts'
import { tokenId } from '../../samples.ts'

it('comes back from the address as it went in', () => {
  const filter = { family: 'iPad', tokenId: tokenId('t&1'), search: 'f9 ü=?' }
  expect(filterFromQuery(filterToQuery(filter))).toEqual(filter)
})

it('takes an address that makes no sense as no filter', () => {
  expect(filterFromQuery('atApple=nowhere')).toEqual({})
  expect(filterFromQuery('unknown=1')).toEqual({})
  expect(filterFromQuery('')).toEqual({})
})

it('leaves a member out rather than looking for nothing', () => {
  expect(withFilter({ family: 'iPad', search: 'x' }, 'search', '')).toEqual({ family: 'iPad' })
  expect(withFilter({ family: 'iPad' }, 'family', undefined)).toEqual({})
  expect(withFilter({}, 'family', 'Mac')).toEqual({ family: 'Mac' })
})

it('knows an empty filter and an equal one', () => {
  expect(isFiltered({ family: undefined })).toBe(false)
  expect(isFiltered({ search: 'a' })).toBe(true)
  expect(isSameFilter({ family: 'iPad', search: 'a' }, { search: 'a', family: 'iPad' })).toBe(true)
  expect(isSameFilter({ family: 'iPad' }, { family: 'Mac' })).toBe(false)
})
