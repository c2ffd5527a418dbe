import type { Context } from './endpoints/endpoint.ts'
import { appleTime, rowAtVersion, type DeviceRow } from './fleet/row.ts'
import type { PageTrick } from './script.ts'

export type Page = {
  readonly cursor?: string | undefined
  readonly devices: readonly unknown[]
  readonly fetched_until: string
  readonly more_to_follow?: boolean | undefined
  /** A key nobody knows. */
  readonly x_page?: unknown
}

/** Where a page stands: its first and next place in the list or feed, and how to make a cursor for any place. */
type Standing = {
  readonly start: number
  readonly end: number
  readonly cursorAt: (place: number) => string
  /** The cursor of the request. */
  readonly requested: unknown
  readonly isSync: boolean
}

const HOUR_MS = 3_600_000
const REPEATED_ROWS = 5

/** Lays the scripted mischief over a page; without one the page is as it was. */
export function applyPageTrick(context: Context, page: Page, standing: Standing): Page {
  const trick = context.scripted?.page
  return trick === undefined ? page : { ...page, ...TRICKS[trick](page, standing, context) }
}

const TRICKS: Record<PageTrick, (page: Page, standing: Standing, context: Context) => Partial<Page>> = {
  'repeat-cursor': (page, { requested }) => ({
    cursor: typeof requested === 'string' ? requested : page.cursor,
    more_to_follow: true,
  }),

  'empty-page': (_page, { start, cursorAt }) => ({ cursor: cursorAt(start), devices: [], more_to_follow: true }),

  'duplicates-in-page': ({ devices }) => ({ devices: devices.flatMap((row) => [row, row]) }),

  // The next page begins before the end of this one. A page too short to make progress is left alone.
  'duplicates-across-pages': (page, { start, end, cursorAt }) =>
    end - start > REPEATED_ROWS && page.more_to_follow ? { cursor: cursorAt(end - REPEATED_ROWS) } : {},

  'older-after-newer': ({ devices }, { isSync }) =>
    isSync ? { devices: [...devices, ...devices.filter(isRow).map(olderState)] } : {},

  'bare-deleted': ({ devices }) => ({ devices: devices.filter(isRow).map(withoutDetails) }),

  'empty-op-type': ({ devices }) => ({ devices: devices.filter(isRow).map(withoutOperation) }),

  // The device is really there; only its `added` was never told.
  'modified-for-unknown': ({ devices }, { isSync }, { service, world, call }) => {
    const index = world.fleet.find(service.missFromSync())
    if (!isSync || index === undefined) return {}
    const row = rowAtVersion(world.fleet.row(index), call.version)
    return { devices: [...devices, { ...row, op_type: 'modified', op_date: appleTime(world.now()) }] }
  },

  'no-more-to-follow': () => ({ more_to_follow: undefined }),
  'no-cursor': () => ({ cursor: undefined }),
  'empty-cursor': () => ({ cursor: '' }),

  'unknown-keys': ({ devices }) => ({ devices: devices.filter(isRow).map(withUnknownKeys), x_page: ['unknown'] }),

  'malformed-rows': ({ devices }) => ({ devices: [...devices, null, 7, 'text', [], {}, { serial_number: 7 }] }),
}

function olderState(row: DeviceRow): DeviceRow {
  const opDate = Date.parse(String(row['op_date']))
  return {
    ...row,
    op_type: 'modified',
    op_date: appleTime(opDate - HOUR_MS),
    asset_tag: 'OLD STATE',
    profile_status: 'removed',
    profile_uuid: undefined,
  }
}

function withoutDetails(row: DeviceRow): DeviceRow {
  const { serial_number, op_type, op_date } = row
  return op_type === 'deleted' ? { serial_number, op_type, op_date } : row
}

function withoutOperation(row: DeviceRow): DeviceRow {
  return { ...row, op_type: '' }
}

function withUnknownKeys(row: DeviceRow): DeviceRow {
  return { ...row, x_future: { nested: true }, x_number: Number.MAX_SAFE_INTEGER }
}

function isRow(value: unknown): value is DeviceRow {
  return typeof value === 'object' && value !== null && 'serial_number' in value
}
