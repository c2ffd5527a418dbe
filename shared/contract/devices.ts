import { z } from 'zod'
import {
  ASSIGNMENT,
  AT_APPLE,
  DEVICE_COLUMNS,
  ENROLLMENT_STATUS,
  TOKEN_STATUS,
  type Device,
  type DeviceEvent,
} from '../model/device.ts'
import { toSerial } from '../model/ids.ts'
import { call, push, type } from './define.ts'
import { tokenId } from './tokens.ts'

/** The longest run of rows one call returns. */
export const MAX_PAGE_ROWS = 1000

export const serial = z.string().min(1).max(64).transform(toSerial)
const column = z.enum(DEVICE_COLUMNS)
const viewId = z.number().int().nonnegative()

export const deviceFilter = z.strictObject({
  enrollmentStatus: z.enum(ENROLLMENT_STATUS).optional(),
  profileStatus: z.string().max(100).optional(),
  assignment: z.enum(ASSIGNMENT).optional(),
  tokenStatus: z.enum(TOKEN_STATUS).optional(),
  family: z.string().max(100).optional(),
  group: z.string().max(1000).optional(),
  tokenId: tokenId.optional(),
  atApple: z.enum(AT_APPLE).optional(),
  search: z.string().max(200).optional(),
})
export const deviceSort = z.strictObject({ column, direction: z.enum(['asc', 'desc']) })

/** The view's order is fixed when it is opened; rows are read fresh. `revision` moves when the store has changed. */
export type DeviceView = { readonly view: number; readonly total: number; readonly revision: number }

/**
 * How many devices have each value, most frequent first: what the filter menus offer. Each list leaves its own member
 * of the filter out, so that a menu also offers what is not chosen.
 */
export type DeviceFacets = {
  readonly family: readonly FacetCount[]
  readonly profileStatus: readonly FacetCount[]
  readonly assignment: readonly FacetCount[]
  readonly enrollmentStatus: readonly FacetCount[]
  readonly tokenStatus: readonly FacetCount[]
  readonly atApple: readonly FacetCount[]
}
export type FacetCount = { readonly value: string | null; readonly count: number }

export const devices = {
  /** Fixes the order of all matching devices and remembers it until `closeView` or until too many are open. */
  openView: call({
    input: z.strictObject({ filter: deviceFilter, sort: deviceSort }),
    output: type<DeviceView>(),
    fails: ['group.not-found'],
  }),

  /** Rows `offset` to `offset + limit` of an open view. */
  rows: call({
    input: z.strictObject({
      view: viewId,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(MAX_PAGE_ROWS),
    }),
    output: type<readonly Device[]>(),
    fails: ['view.gone'],
  }),

  closeView: call({ input: z.strictObject({ view: viewId }), output: type<null>() }),

  facets: call({
    input: z.strictObject({ filter: deviceFilter }),
    output: type<DeviceFacets>(),
    fails: ['group.not-found'],
  }),

  /** One device with Apple's last answer as received and its time line, newest first. */
  show: call({
    input: z.strictObject({ serial }),
    output: type<{
      readonly device: Device
      readonly raw: Readonly<Record<string, unknown>> | null
      readonly timeline: readonly DeviceEvent[]
    }>(),
    fails: ['device.not-found'],
  }),

  /** Writes the matching devices as CSV (RFC 4180, UTF-8 with BOM, formula-safe) to a path the person chose. */
  exportCsv: call({
    input: z.strictObject({
      filter: deviceFilter,
      sort: deviceSort,
      columns: z.array(column).min(1).max(DEVICE_COLUMNS.length).optional(),
      /** A part of the list; everything without them. */
      offset: z.number().int().nonnegative().optional(),
      limit: z.number().int().nonnegative().optional(),
      path: z.string().min(1).max(4096),
    }),
    output: type<{ readonly rows: number; readonly path: string }>(),
    progress: type<{ readonly rows: number; readonly total: number }>(),
    fails: ['file.unwritable', 'group.not-found'],
  }),

  /** Devices are no longer what you last read. */
  changed: push<{ readonly revision: number }>(),
} as const
