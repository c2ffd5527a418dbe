import type { DeviceFacets, FacetCount } from '../../../shared/contract/devices.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DeviceFilter } from '../../../shared/model/device.ts'
import { groupOf, profileNameOf } from '../../db/device-places.ts'
import type { ColumnStore } from './column-store.ts'
import { CODE_LISTS, groupNumbers, type DeviceData } from './device-orders.ts'
import { fold } from './fold.ts'
import type { WordList } from './word-list.ts'

/** Facets whose values are stored in the device's row. */
export const FACETS = [
  'family',
  'profileStatus',
  'profileUuid',
  'assignment',
  'enrollmentStatus',
  'tokenStatus',
  'atApple',
] as const
export type Facet = (typeof FACETS)[number]

/** Facets whose values are words of the store's dictionary; the others have closed lists. */
type WordFacet = Exclude<Facet, keyof typeof CODE_LISTS>

function isWordFacet(facet: Facet): facet is WordFacet {
  return !Object.hasOwn(CODE_LISTS, facet)
}

/** The facets have the bits of their places in `FACETS`. */
const TOKEN = 1 << FACETS.length
const GROUP = TOKEN << 1
const SEARCH = GROUP << 1
const MISSING = SEARCH << 1

const bitOf = (facet: Facet): number => 1 << FACETS.indexOf(facet)

/** By device id: the bits of the members of the filter that it does not meet; 0 means it belongs to the list. */
export function missedBy(data: DeviceData, filter: DeviceFilter): Uint16Array {
  const { columns, words, places } = data
  const { tokenId, group, search } = filter
  const missed = missingIds(columns)
  for (const facet of FACETS) {
    const wanted = filter[facet]
    if (wanted !== undefined)
      addMisses(missed, columns.codes(facet), { passing: passingCodes(words, facet, wanted), bit: bitOf(facet) })
  }
  if (tokenId !== undefined) {
    const passing = passingNumbers(places.tokens, (token) => token.id === tokenId)
    addMisses(missed, columns.codes('tokenNo'), { passing, bit: TOKEN })
  }
  if (group !== undefined) {
    const top = `${fold(group).replace(/\/+$/, '')}/`
    const passing = passingNumbers(places.groups, (path) => `${fold(path)}/`.startsWith(top))
    if (!passing.includes(1)) throw new AppError('group.not-found', `there is no group ${group}`, { path: 'group' })
    addMisses(missed, groupNumbers(data), { passing, bit: GROUP })
  }
  if (search) addSearchMisses(missed, data, fold(search))
  return missed
}

/** Ids may have gaps, the first of them 0: what is no device meets nothing. */
function missingIds(columns: ColumnStore): Uint16Array {
  const missed = new Uint16Array(columns.size())
  const ids = columns.idsBySerial()
  const isDense = ids.length === missed.length - 1
  missed.fill(MISSING, 0, isDense ? 1 : missed.length)
  if (!isDense) for (let index = 0; index < ids.length; index++) missed[ids[index]!] = 0
  return missed
}

/** No branch in the loop depends on what a device is: a processor that guesses wrong at every fourth takes twice as long. */
function addMisses(
  missed: Uint16Array,
  codes: Uint32Array,
  { passing, bit }: { passing: Uint8Array; bit: number },
): void {
  const bits = Uint16Array.from(passing, (passes) => (passes ? 0 : bit))
  for (let id = 0; id < missed.length; id++) {
    const code = codes[id]!
    missed[id] = missed[id]! | (code < bits.length ? bits[code]! : bit)
  }
}

function passingCodes(words: WordList, facet: Facet, wanted: string): Uint8Array {
  if (!isWordFacet(facet)) {
    return Uint8Array.from(CODE_LISTS[facet], (word) => (word === wanted ? 1 : 0))
  }
  if (wanted === '') return Uint8Array.of(1) // no word at all has number 0
  const folded = fold(wanted)
  return words.select((word) => word === folded)
}

function passingNumbers<Place>(places: ReadonlyMap<number, Place>, passes: (place: Place) => boolean): Uint8Array {
  const passing = new Uint8Array(Math.max(0, ...places.keys()) + 1)
  for (const [no, place] of places) if (passes(place)) passing[no] = 1
  return passing
}

/** Inside serial and asset tag by their bytes, inside model and description by the words that hold the text. */
function addSearchMisses(missed: Uint16Array, data: DeviceData, needle: string): void {
  const found = markFound(data, needle)
  for (let id = 0; id < missed.length; id++) missed[id] = missed[id]! | ((found[id]! ^ 1) * SEARCH)
}

/** By device id: 1 where the folded needle is found. The length is a multiple of four, for whoever skips by fours. */
export function markFound({ columns, words }: DeviceData, needle: string): Uint8Array {
  const size = columns.size()
  const found = new Uint8Array(Math.ceil(size / 4) * 4)
  columns.texts('serial').mark(needle, found)
  columns.texts('assetTag').mark(needle, found)
  columns.texts('user').mark(needle, found)
  columns.texts('friendlyName').mark(needle, found)
  const passing = words.selectHolding(needle)
  if (!passing.includes(1)) return found
  const [models, descriptions] = [columns.codes('model'), columns.codes('description')]
  for (let id = 0; id < size; id++) found[id] = found[id]! | passing[models[id]!]! | passing[descriptions[id]!]!
  return found
}

/** `tokenNo`: null for devices that somebody put into the group, else the token that brings them there. */
export type GroupCount = { readonly groupNo: number; readonly tokenNo: number | null; readonly count: number }

/**
 * Devices per group, without those of the groups below it: those somebody put there, and apart from them those whose
 * token is connected there. A number may be that of a removed group.
 */
export function countByGroup(data: DeviceData): readonly GroupCount[] {
  const { columns, places } = data
  const [groups, tokens] = [columns.codes('groupNo'), columns.codes('tokenNo')]
  const missed = missingIds(columns)
  const counts = new Map<number, number>()
  // Own groups above zero, tokens below: one number tells both apart.
  for (let id = 0; id < missed.length; id++) {
    const key = groups[id]! || -tokens[id]!
    if (missed[id] === 0) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return Array.from(counts, ([key, count]) => {
    const tokenNo = key < 0 ? -key : null
    return { groupNo: tokenNo === null ? key : groupOf(places, 0, tokenNo), tokenNo, count }
  })
    .filter(({ groupNo }) => groupNo > 0)
    .sort((a, b) => a.groupNo - b.groupNo || (a.tokenNo ?? 0) - (b.tokenNo ?? 0))
}

/** Devices per profile identifier as Apple reports it. */
export function countByProfile({ columns, words }: DeviceData): readonly FacetCount[] {
  const counts = countCodes(missingIds(columns), columns.codes('profileUuid'), { size: words.size, bit: 0 })
  return Array.from(counts, (count, code) => ({ value: words.textOf(code), count })).filter(({ count }) => count > 0)
}

/** Counts every facet over the devices that meet all other members of the filter. */
export function countFacets(data: DeviceData, filter: DeviceFilter): DeviceFacets {
  const { columns, words, places } = data
  const missed = missedBy(data, filter)
  const list = (facet: Facet): readonly FacetCount[] => {
    const size = isWordFacet(facet) ? words.size : CODE_LISTS[facet].length
    const counts = countCodes(missed, columns.codes(facet), { size, bit: bitOf(facet) })
    const valueOf = (code: number) => (isWordFacet(facet) ? words.textOf(code) : CODE_LISTS[facet][code]!)
    return mostFrequentFirst(Array.from(counts, (count, code) => ({ value: valueOf(code), count })))
  }
  return {
    family: list('family'),
    profileStatus: list('profileStatus'),
    profileUuid: list('profileUuid').map((item) => ({
      ...item,
      text: profileNameOf(places, item.value) ?? item.value ?? '',
    })),
    assignment: list('assignment'),
    enrollmentStatus: list('enrollmentStatus'),
    tokenStatus: list('tokenStatus'),
    atApple: list('atApple'),
    tokenId: countTokens(data, missed),
    group: countGroups(data, missed),
  }
}

/** By code: how many devices miss nothing, or nothing but the facet itself. Codes beyond the size are not counted. */
function countCodes(
  missed: Uint16Array,
  codes: Uint32Array,
  { size, bit }: { readonly size: number; readonly bit: number },
): Uint32Array {
  const counts = new Uint32Array(size)
  const others = ~bit
  for (let id = 0; id < missed.length; id++) if ((missed[id]! & others) === 0) counts[codes[id]!]!++
  return counts
}

function mostFrequentFirst(list: readonly FacetCount[]): readonly FacetCount[] {
  return list.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
}

function countTokens({ columns, places }: DeviceData, missed: Uint16Array): readonly FacetCount[] {
  const size = Math.max(0, ...places.tokens.keys()) + 1
  const counts = countCodes(missed, columns.codes('tokenNo'), { size, bit: TOKEN })
  return mostFrequentFirst(
    Array.from(places.tokens, ([no, { id, name }]) => ({ value: id, text: name, count: counts[no]! })),
  )
}

/** By path, so that a branch stands together; each group counts what is below it. */
function countGroups(data: DeviceData, missed: Uint16Array): readonly FacetCount[] {
  const counts = countCodes(missed, groupNumbers(data), { size: groupSpace(data), bit: GROUP })
  const branches = new Map<string, number>()
  for (const [no, path] of data.places.groups) {
    for (let above = path; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
      branches.set(above, (branches.get(above) ?? 0) + counts[no]!)
    }
  }
  return Array.from(branches, ([value, count]) => ({ value, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => (a.value < b.value ? -1 : 1))
}

/** Group numbers are below this. */
function groupSpace({ places }: DeviceData): number {
  return Math.max(0, ...places.groups.keys()) + 1
}
