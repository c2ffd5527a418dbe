import { z } from 'zod'
import {
  ASSIGNMENT,
  AT_APPLE,
  DEVICE_COLUMNS,
  ENROLLMENT_STATUS,
  TOKEN_STATUS,
  type Device,
  type DeviceColumn,
  type DeviceEvent,
  type DeviceFilter,
  type DeviceSort,
} from '../model/device.ts'
import { toSerial, type Serial } from '../model/ids.ts'
import { call, push, type } from './define.ts'
import { ASKING_APPLE, groupPath, nameText, tokenId } from './tokens.ts'

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
  profileUuid: z.string().max(100).optional(),
  group: z.string().max(1000).optional(),
  tokenId: tokenId.optional(),
  atApple: z.enum(AT_APPLE).optional(),
  search: z.string().max(200).optional(),
})
export const deviceSort = z.strictObject({ column, direction: z.enum(['asc', 'desc']) })

/** So many serial numbers can be named one by one; more are named by what they have in common. */
export const MAX_NAMED_SERIALS = 100_000

/** Looked at without building anything: a hundred thousand of them pass the main thread in a few milliseconds. */
export const serials = z.custom<readonly Serial[]>(
  (value) =>
    Array.isArray(value) &&
    value.length <= MAX_NAMED_SERIALS &&
    value.every((text) => typeof text === 'string' && text.length >= 1 && text.length <= 64),
  `at most ${MAX_NAMED_SERIALS} serial numbers are expected`,
)

/**
 * Devices to do something with: everything that matches, now, without some; or devices by name. Whoever acts on it
 * resolves it once and tells of each device what became of it.
 */
export const deviceSelection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('matching'), filter: deviceFilter, except: serials }),
  z.strictObject({ kind: z.literal('serials'), serials }),
])
export type DeviceSelection = z.infer<typeof deviceSelection>

/** What a move to a group comes to: devices that change, that are there already, that have left Apple or are not known. */
export type MovePlan = {
  readonly total: number
  readonly change: number
  readonly same: number
  readonly gone: number
}

const columnWidth = z.strictObject({ column, widthPx: z.number().int().min(40).max(2000).nullable() })
const columnLayout = z
  .array(columnWidth)
  .min(1)
  .max(DEVICE_COLUMNS.length)
  .refine((list) => new Set(list.map((item) => item.column)).size === list.length, 'a column can be there once')

/** Columns from first to last; a width of null is the column's usual one. */
export type ColumnLayout = readonly { readonly column: DeviceColumn; readonly widthPx: number | null }[]

export const MAX_SAVED_VIEWS = 100
const savedViewId = z.string().min(1).max(64)

/** A list somebody comes back to. */
export type SavedView = {
  readonly id: string
  readonly name: string
  readonly filter: DeviceFilter
  readonly sort: DeviceSort
  readonly columns: ColumnLayout
}

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
  /** By Apple's identifier; `text` is name and version, or the identifier of a profile that was made elsewhere. */
  readonly profileUuid: readonly FacetCount[]
  /** By id; `text` is the name, of removed tokens too. */
  readonly tokenId: readonly FacetCount[]
  /** By path; each counts what is below it too. */
  readonly group: readonly FacetCount[]
}
export type FacetCount = { readonly value: string | null; readonly count: number; readonly text?: string }

export type DeviceDetails = {
  readonly device: Device
  readonly raw: Readonly<Record<string, unknown>> | null
  readonly timeline: readonly DeviceEvent[]
}

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
    output: type<DeviceDetails>(),
    fails: ['device.not-found'],
  }),

  /** Asks Apple about one device now, then answers as `show` does. */
  refresh: call({
    input: z.strictObject({ serial }),
    output: type<DeviceDetails>(),
    fails: [
      'device.not-found',
      'sync.already-running',
      'db.busy',
      'vault.locked',
      'vault.missing',
      'vault.damaged',
      'token.not-found',
      ...ASKING_APPLE,
    ],
  }),

  /** The serial numbers of a part of an open view, in its order, a line each. */
  serials: call({
    input: z.strictObject({
      view: viewId,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(MAX_NAMED_SERIALS),
    }),
    output: type<string>(),
    fails: ['view.gone'],
  }),

  /** The dry run of `moveToGroup`: nothing is changed. */
  previewMove: call({
    input: z.strictObject({ selection: deviceSelection, group: groupPath }),
    output: type<MovePlan>(),
    fails: ['group.not-found'],
  }),

  /**
   * From now on these devices belong to the group, whatever group their token is connected to; in the group of their
   * token they follow the token again. Done in portions: what was moved before a cancellation stays moved.
   */
  moveToGroup: call({
    input: z.strictObject({ selection: deviceSelection, group: groupPath }),
    output: type<MovePlan>(),
    progress: type<{ readonly done: number; readonly total: number }>(),
    fails: ['group.not-found', 'db.busy'],
  }),

  /** By name. */
  savedViews: call({ input: z.strictObject({}), output: type<readonly SavedView[]>() }),

  /** Adds a view, or changes the one with this id; undefined members stay as they are. Answers with all of them. */
  saveView: call({
    input: z.strictObject({
      id: savedViewId,
      name: nameText.optional(),
      filter: deviceFilter.optional(),
      sort: deviceSort.optional(),
      columns: columnLayout.optional(),
    }),
    output: type<readonly SavedView[]>(),
    fails: ['view.name-taken', 'view.too-many', 'db.busy'],
  }),

  deleteView: call({
    input: z.strictObject({ id: savedViewId }),
    output: type<readonly SavedView[]>(),
    fails: ['db.busy'],
  }),

  /** The columns of the table as they were left; null where nobody has touched them. */
  layout: call({ input: z.strictObject({}), output: type<ColumnLayout | null>() }),

  keepLayout: call({ input: z.strictObject({ columns: columnLayout }), output: type<null>(), fails: ['db.busy'] }),

  /** Writes the matching devices as CSV (RFC 4180, UTF-8 with BOM, formula-safe) to a path the person chose. */
  exportCsv: call({
    input: z.strictObject({
      filter: deviceFilter,
      /** Only these of the matching devices. */
      selection: deviceSelection.optional(),
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
