import type { Cursor } from '../cursors.ts'
import type { FeedEvent } from '../feed.ts'
import { appleTime, rowAtVersion, type DeviceRow } from '../fleet/row.ts'
import { applyPageTrick, type Page } from '../page-tricks.ts'
import { Refusal } from '../refusal.ts'
import { readBody, type Context, type Endpoint } from './endpoint.ts'

/** POST /server/devices: the whole list, page by page. */
export const fetchDevices: Endpoint = {
  name: 'post_server_devices',
  path: '/server/devices',
  methods: ['POST'],
  run(context) {
    const { world, service, call } = context
    const body = readBody(context, ['cursor', 'limit'])
    const limit = readLimit(context, body['limit'])
    const cursor = body['cursor'] === undefined ? undefined : readCursor(context, body['cursor'])
    if (cursor?.kind === 'sync') throw new Refusal(400, 'EXHAUSTED_CURSOR')
    const position = cursor?.position ?? 0
    const sequence = cursor?.sequence ?? service.feed.head()

    const { indexes, next } = world.fleet.page(service.list, position, limit)
    const hasMore = next < service.list.length
    /** A cursor that goes on from some place before `next`; past the last page it is one for sync. */
    const cursorAt = (place: number) =>
      writeCursor(context, { kind: place < service.list.length ? 'fetch' : 'sync', position: place, sequence })
    const page: Page = {
      cursor: cursorAt(next),
      devices: indexes.map((index) => rowAtVersion(world.fleet.row(index), call.version)),
      fetched_until: appleTime(world.now()),
      more_to_follow: hasMore,
    }
    return applyPageTrick(context, page, {
      start: position,
      end: next,
      cursorAt,
      requested: body['cursor'],
      isSync: false,
    })
  },
}

/** POST /devices/sync: what changed since a cursor. */
export const syncDevices: Endpoint = {
  name: 'post_devices_sync',
  path: '/devices/sync',
  methods: ['POST'],
  run(context) {
    const { world, service } = context
    const body = readBody(context, ['cursor', 'limit'])
    const limit = readLimit(context, body['limit'])
    if (body['cursor'] === undefined || body['cursor'] === '') throw new Refusal(400, 'CURSOR_REQUIRED')
    const cursor = readCursor(context, body['cursor'])
    // A cursor from the middle of a fetch: the list was not read to its end.
    if (cursor.kind === 'fetch') throw new Refusal(400, 'INVALID_CURSOR')

    const events = service.feed.read(cursor.sequence, limit)
    const next = cursor.sequence + events.length
    const isQuiet = events.length === 0 && context.scripted?.page === undefined
    if (isQuiet && world.settings().nothingNew === 'exhausted') throw new Refusal(400, 'EXHAUSTED_CURSOR')
    const cursorAt = (sequence: number) => writeCursor(context, { kind: 'sync', position: 0, sequence })
    const page: Page = {
      cursor: cursorAt(next),
      devices: events.map((event) => eventRow(context, event)),
      fetched_until: appleTime(world.now()),
      more_to_follow: next < service.feed.head(),
    }
    return applyPageTrick(context, page, {
      start: cursor.sequence,
      end: next,
      cursorAt,
      requested: body['cursor'],
      isSync: true,
    })
  },
}

function eventRow({ world, service, call }: Context, event: FeedEvent): DeviceRow {
  const operation = { op_type: event.type, op_date: appleTime(event.at) }
  if (event.type === 'deleted' && world.settings().deletedRows === 'bare') {
    return { serial_number: world.fleet.serialAt(event.index), ...operation }
  }
  const row = world.fleet.row(event.index)
  // A service is not told what happened to a device after it left.
  const hidden = world.fleet.isIn(event.index, service.list)
    ? undefined
    : { profile_status: 'empty', profile_uuid: undefined }
  return rowAtVersion({ ...row, ...hidden, ...operation, ...event.patch }, call.version)
}

function readCursor({ world, service }: Context, value: unknown): Cursor {
  if (typeof value !== 'string') throw new Refusal(400, 'MALFORMED_REQUEST_BODY')
  const cursor = world.cursors.read(value)
  if (cursor === undefined || cursor.service !== service.id) throw new Refusal(400, 'INVALID_CURSOR')
  if (world.now() - cursor.issuedAt > world.settings().cursorLifetimeMs) throw new Refusal(400, 'EXPIRED_CURSOR')
  return cursor
}

function writeCursor({ world, service }: Context, cursor: Pick<Cursor, 'kind' | 'position' | 'sequence'>): string {
  const issuedAt = world.now()
  return world.cursors.write({ ...cursor, service: service.id, issuedAt }, world.settings().cursorLength)
}

/** More than the maximum is served as the maximum, and can be seen in the request log. */
function readLimit({ world, note }: Context, value: unknown): number {
  const { pageLimit } = world.settings()
  if (value === undefined) return pageLimit.default
  note({ limit: value })
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1)
    throw new Refusal(400, 'MALFORMED_REQUEST_BODY')
  return Math.min(value, pageLimit.maximum)
}
