import type { WireDevice } from '../../../../../main/clients/ade/wire.ts'
import { runSync, type SyncJob } from '../../../../../main/core/sync/index.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { listRuns } from '../../../../../main/db/sync-runs.ts'
import { readSyncState } from '../../../../../main/db/sync-state.ts'
import type { LogFields } from '../../../../../main/ports/log.ts'
import type { RunId, TokenId } from '../../../../../shared/model/ids.ts'
import type { SyncProgress } from '../../../../../shared/model/sync-run.ts'
import { createFakeAdeClient, type AdeScript, toSyncClient } from '../../../../fakes/ade-client.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'

/** Adds a token as an import leaves it. */
export function addToken(db: WriteDb, no: number, name = `token-${no}`): void {
  db.prepare(
    `INSERT INTO tokens (no, id, name, group_no, consumer_key_hint, server_uuid, expires_at, state, state_since_at, version, created_at)
     VALUES (?, ?, ?, 1, 'CK_', 'SERVER-1', 4e12, 'ok', 0, 1, 0)`,
  ).run(no, `t${no}`, name)
  db.prepare(`INSERT INTO sync_state (token_no, phase, device_count) VALUES (?, 'fetch', 0)`).run(no)
}

/** A store with two tokens, a clock that stands still, a log to read, and runs against scripted answers. */
export function createStage(db: WriteDb = openMemoryDb()) {
  addToken(db, 1)
  addToken(db, 2)
  const clock = createFakeClock()
  const logged: { readonly event: string; readonly fields: LogFields }[] = []
  const reports: SyncProgress[] = []
  const write = (event: string, fields: LogFields) => void logged.push({ event, fields })
  const log = { debug: write, info: write, warn: write, error: write }
  let runs = 0

  type Options = Partial<SyncJob> & {
    readonly token?: string
    readonly signal?: AbortSignal
    readonly process?: string
  }

  return {
    db,
    clock,
    logged,
    reports,
    state: (tokenNo = 1) => readSyncState(db, tokenNo),
    runs: () => listRuns(db, { limit: 100 }),

    /** One run of token 1, or of the one in `options`, over these answers. */
    async sync(script: AdeScript, options: Options = {}) {
      const { signal = new AbortController().signal, process = 'here:1', ...rest } = options
      const fake = createFakeAdeClient(script)
      const tokenNo = rest.tokenNo ?? 1
      const job: SyncJob = {
        runId: `run-${++runs}` as RunId,
        tokenId: `t${tokenNo}` as TokenId,
        token: `token-${tokenNo}`,
        serverUuid: 'SERVER-1',
        isFullAsked: false,
        isEmptyAccepted: false,
        expiresAt: Number.MAX_SAFE_INTEGER,
        pageLimit: null,
        ...rest,
        tokenNo,
      }
      const identity = { name: process, isDead: (name: string) => name.startsWith('dead:') }
      const { run } = await runSync(
        { db, openClient: () => toSyncClient(fake.client, clock), clock, log, identity },
        job,
        {
          signal,
          report: (progress) => void reports.push(progress),
        },
      )
      return { run, calls: fake.calls, asked: fake.asked }
    },

    device: (serial: string) => readStore(db).find((row) => row.serial === serial),
    events: (serial: string) => readEvents(db).filter((event) => event.serial === serial),
  }
}

export type Stage = ReturnType<typeof createStage>

export type StoredRow = {
  readonly serial: string
  readonly atApple: 'unknown' | 'present' | 'gone'
  readonly tokenNo: number | null
  readonly goneSince: number | null
  readonly goneReason: string | null
  readonly model: string | null
  readonly color: string | null
  readonly assetTag: string | null
  readonly family: string | null
  readonly profileStatus: string | null
  readonly profileUuid: string | null
  readonly assignedDate: number | null
  readonly profileAssignTime: number | null
  readonly profilePushTime: number | null
  readonly migrationDeadline: number | null
  readonly assignment: number
  readonly enrollmentStatus: number
  readonly raw: Readonly<Record<string, unknown>> | null
}

/** Every device in words, by serial number. */
export function readStore(db: WriteDb): readonly StoredRow[] {
  const word = (column: string) => `(SELECT text FROM words WHERE id = ${column})`
  const rows = db
    .prepare(
      `SELECT serial, at_apple AS atApple, token_no AS tokenNo, gone_since_at AS goneSince,
              ${word('gone_reason_id')} AS goneReason, ${word('model_id')} AS model, ${word('color_id')} AS color,
              asset_tag AS assetTag, ${word('family_id')} AS family, ${word('profile_status_id')} AS profileStatus,
              ${word('profile_uuid_id')} AS profileUuid, assigned_date_at AS assignedDate,
              profile_assign_at AS profileAssignTime, profile_push_at AS profilePushTime,
              migration_deadline_at AS migrationDeadline, assignment, enrollment_status AS enrollmentStatus, json AS raw
       FROM devices LEFT JOIN device_raw ON device_id = id ORDER BY serial`,
    )
    .all() as (Omit<StoredRow, 'atApple' | 'raw'> & { atApple: number; raw: string | null })[]
  return rows.map((row) =>
    Object.assign(row, {
      atApple: (['unknown', 'present', 'gone'] as const)[row.atApple]!,
      raw: row.raw === null ? null : (JSON.parse(row.raw) as Record<string, unknown>),
    }),
  )
}

export function readEvents(db: WriteDb) {
  const rows = db
    .prepare(
      `SELECT serial, kind, at, events.token_no AS tokenNo, detail FROM events JOIN devices ON devices.id = device_id
       ORDER BY events.no`,
    )
    .all() as { serial: string; kind: string; at: number; tokenNo: number; detail: string | null }[]
  return rows.map((row) =>
    Object.assign(row, { detail: row.detail === null ? null : (JSON.parse(row.detail) as object) }),
  )
}

export function device(serial: string, rest: Partial<WireDevice> = {}): WireDevice {
  return {
    serial_number: serial,
    model: 'IPAD',
    color: 'SILVER',
    device_family: 'iPad',
    profile_status: 'empty',
    ...rest,
  }
}

/** A row of the change feed. `minute`: minutes after the beginning of 2026, UTC. */
export function change(serial: string, type: string, minute: number, rest: Partial<WireDevice> = {}): WireDevice {
  return device(serial, { op_type: type, op_date: new Date(minuteAt(minute)).toISOString(), ...rest })
}

export function minuteAt(minute: number): number {
  return Date.UTC(2026, 0, 1) + minute * 60_000
}
