import type { DeviceFacets } from '../../../shared/contract/devices.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DeviceFilter } from '../../../shared/model/device.ts'
import type { ColumnStore } from './column-store.ts'
import { CODE_LISTS, groupNumbers, type DeviceData } from './device-orders.ts'
import { fold } from './fold.ts'
import type { WordList } from './word-list.ts'

export const FACETS = ['family', 'profileStatus', 'assignment', 'enrollmentStatus', 'tokenStatus', 'atApple'] as const
export type Facet = (typeof FACETS)[number]

/** Bit of everything that is no facet: group, token, search. The facets have the bits of their places in `FACETS`. */
const OTHER = 1 << FACETS.length

const MISSING = OTHER << 1

export const bitOf = (facet: Facet): number => 1 << FACETS.indexOf(facet)

/** By device id: the bits of the members of the filter that it does not meet; 0 means it belongs to the list. */
export function missedBy(data: DeviceData, filter: DeviceFilter): Uint8Array {
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
    addMisses(missed, columns.codes('tokenNo'), { passing, bit: OTHER })
  }
  if (group !== undefined) {
    const top = `${fold(group).replace(/\/+$/, '')}/`
    const passing = passingNumbers(places.groups, (path) => `${fold(path)}/`.startsWith(top))
    if (!passing.includes(1)) throw new AppError('group.not-found', `there is no group ${group}`, { path: 'group' })
    addMisses(missed, groupNumbers(data), { passing, bit: OTHER })
  }
  if (search) addSearchMisses(missed, data, fold(search))
  return missed
}

/** Ids may have gaps, the first of them 0: what is no device meets nothing. */
function missingIds(columns: ColumnStore): Uint8Array {
  const missed = new Uint8Array(columns.size())
  const ids = columns.idsBySerial()
  const isDense = ids.length === missed.length - 1
  missed.fill(MISSING, 0, isDense ? 1 : missed.length)
  if (!isDense) for (let index = 0; index < ids.length; index++) missed[ids[index]!] = 0
  return missed
}

/** No branch in the loop depends on what a device is: a processor that guesses wrong at every fourth takes twice as long. */
function addMisses(
  missed: Uint8Array,
  codes: Uint32Array,
  { passing, bit }: { passing: Uint8Array; bit: number },
): void {
  const bits = passing.map((passes) => (passes ? 0 : bit))
  for (let id = 0; id < missed.length; id++) {
    const code = codes[id]!
    missed[id] = missed[id]! | (code < bits.length ? bits[code]! : bit)
  }
}

function passingCodes(words: WordList, facet: Facet, wanted: string): Uint8Array {
  if (facet !== 'family' && facet !== 'profileStatus') {
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
function addSearchMisses(missed: Uint8Array, { columns, words }: DeviceData, needle: string): void {
  const found = new Uint8Array(missed.length)
  columns.texts('serial').mark(needle, found)
  columns.texts('assetTag').mark(needle, found)
  const passing = words.select((word) => word.includes(needle))
  if (!passing.includes(1)) {
    for (let id = 0; id < missed.length; id++) missed[id] = missed[id]! | ((found[id]! ^ 1) * OTHER)
    return
  }
  const [models, descriptions] = [columns.codes('model'), columns.codes('description')]
  for (let id = 0; id < missed.length; id++) {
    const isFound = found[id]! | passing[models[id]!]! | passing[descriptions[id]!]!
    missed[id] = missed[id]! | ((isFound ^ 1) * OTHER)
  }
}

/** Counts every facet over the devices that meet all other members of the filter. */
export function countFacets(data: DeviceData, filter: DeviceFilter): DeviceFacets {
  const { columns, words } = data
  const missed = missedBy(data, filter)
  const list = (facet: Facet) => {
    const isWord = facet === 'family' || facet === 'profileStatus'
    const counts = new Uint32Array(isWord ? words.size : CODE_LISTS[facet].length)
    const codes = columns.codes(facet)
    const others = ~bitOf(facet)
    for (let id = 0; id < missed.length; id++) if ((missed[id]! & others) === 0) counts[codes[id]!]!++
    return Array.from(counts, (count, code) => ({
      value: isWord ? words.textOf(code) : CODE_LISTS[facet][code]!,
      count,
    }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count)
  }
  return Object.fromEntries(FACETS.map((facet) => [facet, list(facet)])) as unknown as DeviceFacets // one list per facet
}

/** Devices per group, without those of the groups below it. */
export function countByGroup(data: DeviceData): readonly { readonly groupNo: number; readonly count: number }[] {
  const numbers = groupNumbers(data)
  const counts = new Map<number, number>()
  const ids = data.columns.idsBySerial()
  for (let index = 0; index < ids.length; index++) {
    const groupNo = numbers[ids[index]!]!
    counts.set(groupNo, (counts.get(groupNo) ?? 0) + 1)
  }
  counts.delete(0)
  return Array.from(counts, ([groupNo, count]) => ({ groupNo, count }))
}
