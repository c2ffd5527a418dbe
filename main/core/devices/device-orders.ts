import {
  ASSIGNMENT,
  AT_APPLE,
  ENROLLMENT_STATUS,
  TOKEN_STATUS,
  type DeviceColumn,
  type DeviceSort,
} from '../../../shared/model/device.ts'
import { assertNever } from '../../../shared/errors.ts'
import { groupOf, lastSeenAt, type DevicePlaces } from '../../db/device-places.ts'
import type { StoredColumn } from '../../db/device-columns.ts'
import type { CodeName, ColumnStore } from './column-store.ts'
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
  lastSeenAt: ['lastSeenAt', 'atApple', 'tokenNo'],
}

/**
 * All devices in one order. Texts by their folded form, times by the clock, serial numbers by their bytes; nothing
 * comes last in both directions, and the serial number decides between equals, ascending in both.
 */
export function orderDevices(data: DeviceData, { column, direction }: DeviceSort): Uint32Array {
  const { columns } = data
  const base = columns.idsBySerial()
  if (column === 'profileName') return base
  if (column === 'serial') return direction === 'asc' ? base : base.toReversed()
  if (column === 'assetTag') return sortByText(base, columns.texts('assetTag'), direction)
  return sortByNumber(base, keysOf(data, column), direction)
}

function keysOf(
  { columns, words, places }: DeviceData,
  column: Exclude<DeviceColumn, 'serial' | 'assetTag' | 'profileName'>,
): ArrayLike<number> {
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
      return ranked(columns, column, words.ranks())
    case 'atApple':
    case 'assignment':
    case 'enrollmentStatus':
    case 'tokenStatus':
      return ranked(columns, column, rankTexts(CODE_LISTS[column]))
    case 'token':
      return ranked(
        columns,
        'tokenNo',
        rankPlaces(places.tokens, ({ name }) => name),
      )
    case 'group':
      return groupKeys(columns, places)
    case 'lastSeenAt':
      return lastSeenKeys(columns, places)
    case 'goneSince':
    case 'nextAttemptAt':
    case 'assignedDate':
    case 'profileAssignTime':
    case 'profilePushTime':
    case 'migrationDeadline':
    case 'firstSeenAt':
      return columns.times(column)
    default:
      return assertNever(column)
  }
}

function ranked(columns: ColumnStore, name: CodeName, ranks: Float64Array): Float64Array {
  const codes = columns.codes(name)
  const keys = new Float64Array(columns.size())
  for (let id = 0; id < keys.length; id++) keys[id] = ranks[codes[id]!] ?? NaN
  return keys
}

function rankPlaces<Place>(places: ReadonlyMap<number, Place>, textOf: (place: Place) => string): Float64Array {
  const texts: string[] = []
  for (const [no, place] of places) texts[no] = fold(textOf(place))
  return rankTexts(texts)
}

function groupKeys(columns: ColumnStore, places: DevicePlaces): Float64Array {
  const [groups, tokens] = [columns.codes('groupNo'), columns.codes('tokenNo')]
  const ranks = rankPlaces(places.groups, (path) => path)
  const keys = new Float64Array(columns.size())
  for (let id = 0; id < keys.length; id++) keys[id] = ranks[groupOf(places, groups[id]!, tokens[id]!)] ?? NaN
  return keys
}

function lastSeenKeys(columns: ColumnStore, places: DevicePlaces): Float64Array {
  const [times, states, tokens] = [columns.times('lastSeenAt'), columns.codes('atApple'), columns.codes('tokenNo')]
  const keys = new Float64Array(columns.size())
  for (let id = 0; id < keys.length; id++) {
    keys[id] = lastSeenAt(places, { at: times[id]!, isPresent: states[id] === PRESENT, tokenNo: tokens[id]! })
  }
  return keys
}
