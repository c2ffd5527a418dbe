import type { EventDetail, EventKind } from '../../shared/model/device.ts'
import type { RunId } from '../../shared/model/ids.ts'
import type { ReadDb } from './open.ts'
import { all, sql, type Sql } from './sql.ts'

/** A line of a device's history as kept. `tokenNo` names the token it happened on. */
export type StoredEvent = {
  readonly at: number
  readonly kind: EventKind
  readonly tokenNo: number | null
  readonly runId: RunId | null
  readonly detail: EventDetail
}

export function eventsOfDevice(deviceId: number): Sql {
  return sql`SELECT events.at, events.kind, events.token_no, events.detail, sync_runs.id AS run_id
             FROM events LEFT JOIN sync_runs ON sync_runs.no = events.run_no
             WHERE device_id = ${deviceId} ORDER BY events.no`
}

type EventRow = {
  readonly at: number
  readonly kind: EventKind
  readonly token_no: number | null
  readonly detail: string | null
  readonly run_id: RunId | null
}

/** Apple's times have whole seconds. */
const MOMENT_MS = 1000

/** Newest first. Apple may tell of something late: what happened counts, and of two in one second the later told. */
export function listEvents(db: ReadDb, deviceId: number): StoredEvent[] {
  const rows = all<EventRow>(db, eventsOfDevice(deviceId)).reverse()
  return rows
    .sort((a, b) => Math.floor(b.at / MOMENT_MS) - Math.floor(a.at / MOMENT_MS))
    .map(({ at, kind, token_no, detail, run_id }) => ({
      at,
      kind,
      tokenNo: token_no,
      runId: run_id,
      detail: detail === null ? {} : (JSON.parse(detail) as EventDetail), // only this folder writes it
    }))
}
