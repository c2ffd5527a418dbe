import {
  ASSIGNMENT,
  AT_APPLE,
  ENROLLMENT_STATUS,
  TOKEN_STATUS,
  type DeviceColumn,
  type DeviceSort,
} from '../../../shared/model/device.ts'
import { assertNever } from '../../../shared/errors.ts'
import { isTimeColumn, type DeviceTimeColumn } from '../../../shared/model/device-columns.ts'
import { groupOf, lastSeenAt, profileNameOf, type DevicePlaces } from '../../db/device-places.ts'
import type { StoredColumn } from '../../db/device-columns.ts'
import type { ColumnStore, TextName } from './column-store.ts'
import { fold } from './fold.ts'
import { sortByNumber, sortByText } from './sort.ts'
import { rankTexts, type WordList } from './word-list.ts'

/** What orders and filters are made from. */
export type DeviceData = {
  readonly columns: ColumnStore
  readonly words: WordList
  readonly places: DevicePlaces
}

/** Lists whose values are stored as positions; ordered by their words all the same. */
export const CODE_LISTS = {
  atApple: AT_APPLE,
  assignment: ASSIGNMENT,
  enrollmentStatus: ENROLLMENT_STATUS,
  tokenStatus: TOKEN_STATUS,
} as const

const PRESENT = AT_APPLE.indexOf('present')

/** Which stored columns an order looks at beside its own. */
export const ORDER_SOURCES: Readonly<Partial<Record<DeviceColumn, readonly StoredColumn[]>>> = {
  token: ['tokenNo'],
  group: ['groupNo', 'tokenNo'],
  profileName: ['profileUuid'],
  lastSeenAt: ['lastSeenAt', 'atApple', 'tokenNo'],
}

/**
 * All devices in one order. Texts by their folded form, times by the clock, serial numbers by their bytes; nothing
 * comes last in both directions, and the serial number decides between equals, ascending in both.
 */
export function orderDevices(data: DeviceData, { column, direction }: DeviceSort): Uint32Array {
  const { columns } = data
  const base = columns.idsBySerial()
  if (column === 'serial') return direction === 'asc' ? base : base.toReversed()
  if (column === 'assetTag' || column === 'user' || column === 'friendlyName') {
    const texts = columns.texts(column)
    const { ranks } = texts
    // Devices that came since have no rank.
    if (ranks && ranks.length >= columns.size()) return sortByNumber(base, ranks, direction)
    return sortByText(base, texts, direction)
  }
  if (column === 'lastSeenAt') return sortByNumber(base, lastSeenTimes(data), direction)
  if (isTimeColumn(column)) return sortByNumber(base, columns.times(column), direction)
  return sortByNumber(base, ranksOf(data, column), direction)
}

type RankedColumn = Exclude<DeviceColumn, TextName | DeviceTimeColumn>

/** Each device's place among the distinct texts of the column, by device id. */
function ranksOf({ columns, words, places }: DeviceData, column: RankedColumn): Float64Array {
  switch (column) {
    case 'model':
    case 'description':
    case 'color':
    case 'family':
    case 'os':
    case 'goneReason':
    case 'profileStatus':
    case 'profileUuid':
    case 'assignmentError':
    case 'assignedBy':
      return spread(columns, words.ranks(), columns.codes(column))
    case 'atApple':
    case 'assignment':
    case 'enrollmentStatus':
    case 'tokenStatus':
      return spread(columns, rankTexts(CODE_LISTS[column]), columns.codes(column))
    case 'token':
      return spread(
        columns,
        rankPlaces(places.tokens, ({ name }) => name),
        columns.codes('tokenNo'),
      )
    case 'group':
      return spread(
        columns,
        rankPlaces(places.groups, (path) => path),
        groupNumbers({ columns, places }),
      )
    case 'profileName':
      return spread(columns, rankProfileNames(words, places), columns.codes('profileUuid'))
    default:
      return assertNever(column)
  }
}

function spread(columns: ColumnStore, ranks: Float64Array, codes: Uint32Array): Float64Array {
  const byDevice = new Float64Array(columns.size())
  for (let id = 0; id < byDevice.length; id++) {
    const code = codes[id]!
    byDevice[id] = code < ranks.length ? ranks[code]! : NaN
  }
  return byDevice
}

/** By the number of the identifier's word. */
function rankProfileNames(words: WordList, places: DevicePlaces): Float64Array {
  const names: string[] = []
  for (let id = 0; id < words.size; id++) {
    const name = profileNameOf(places, words.textOf(id))
    if (name !== null) names[id] = fold(name)
  }
  return rankTexts(names)
}

function rankPlaces<Place>(places: ReadonlyMap<number, Place>, textOf: (place: Place) => string): Float64Array {
  const texts: string[] = []
  for (const [no, place] of places) texts[no] = fold(textOf(place))
  return rankTexts(texts)
}

/** The group each device counts for, by device id. */
export function groupNumbers({ columns, places }: Pick<DeviceData, 'columns' | 'places'>): Uint32Array {
  const [groups, tokens] = [columns.codes('groupNo'), columns.codes('tokenNo')]
  const numbers = new Uint32Array(columns.size())
  for (let id = 0; id < numbers.length; id++) numbers[id] = groupOf(places, groups[id]!, tokens[id]!)
  return numbers
}

function lastSeenTimes({ columns, places }: DeviceData): Float64Array {
  const [times, states, tokens] = [columns.times('lastSeenAt'), columns.codes('atApple'), columns.codes('tokenNo')]
  const seen = new Float64Array(columns.size())
  for (let id = 0; id < seen.length; id++) {
    seen[id] = lastSeenAt(places, { at: times[id]!, isPresent: states[id] === PRESENT, tokenNo: tokens[id]! })
  }
  return seen
}
