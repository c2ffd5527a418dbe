import { AppError } from '../../shared/errors.ts'
import type { Serial } from '../../shared/model/ids.ts'
import type { SyncMode } from '../../shared/model/sync-run.ts'
import {
  atAppleCode,
  findAllStored,
  toCells,
  WRITTEN_COLUMNS,
  type DeviceFields,
  type DeviceStanding,
  type NewEvent,
  type Presence,
  type StoredDevice,
} from './device-rows.ts'
import { renewLease, type Lease } from './leases.ts'
import type { WriteDb } from './open.ts'
import { createRowBatch, ROWS_PER_STATEMENT } from './row-batch.ts'
import { prepare, run, sql } from './sql.ts'
import { countInRun, type RunCounts } from './sync-runs.ts'
import { addFetchPage, moveCursor, type NextPosition } from './sync-state.ts'
import { createWordWriter, forgetWords } from './words.ts'

/** What a page may be written under: the run it belongs to and the lease that run must still hold. */
export type PageContext = {
  readonly tokenNo: number
  /** Null outside a run: a question about a single device. */
  readonly runNo: number | null
  /** With its end already moved on: applying a page renews it. */
  readonly lease: Lease
  readonly now: number
}

/** All rows of one serial number in one page, in the order to apply them. */
export type DeviceRows<Row> = { readonly serial: Serial; readonly rows: readonly Row[] }

/** What was written of a page, for whoever goes on from there in the same transaction. */
export type WrittenDevices = {
  readonly ids: readonly number[]
  /** Of those, the ones that came to the token with it, for the first time or again. */
  readonly arrived: readonly number[]
}

export type AfterWrite = (written: WrittenDevices) => void

export type DevicePageWrite<Row> = PageContext & {
  readonly mode: SyncMode
  /** True for the first page of a new fetch: what an earlier unfinished one had listed is forgotten. */
  readonly isFirstOfFetch: boolean
  /** True where an earlier fetch was complete, so that a new device is one that no sync has told of. */
  readonly isLaterFetch: boolean
  readonly next: NextPosition
  readonly received: number
  readonly requests: number
  readonly devices: readonly DeviceRows<Row>[]
}

/** What to write about one device. Undefined members stay as they are stored. */
export type DeviceDecision = {
  readonly counts: Pick<RunCounts, 'added' | 'modified' | 'removed' | 'unchanged'>
  readonly device?: { readonly fields: DeviceFields; readonly standing: DeviceStanding } | undefined
  readonly raw?: string | undefined
  readonly here?: Presence | undefined
  readonly events: readonly NewEvent[]
  /** Apple calls it a replacement: which device it replaces is to be asked. */
  readonly isReplacement?: boolean | undefined
}

export type Decide<Row> = (stored: StoredDevice | undefined, rows: readonly Row[], serial: Serial) => DeviceDecision

/**
 * Writes one page of a fetch or a sync with everything that belongs to it: devices, events, the run's counts and the
 * cursor that asks for the next page. One transaction, so that no cursor is ever ahead of its page. Applied again, it
 * changes nothing. Fails with `sync.already-running` when the lease went to somebody else meanwhile.
 */
export function applyPage<Row>(
  db: WriteDb,
  page: DevicePageWrite<Row>,
  decide: Decide<Row>,
  after: AfterWrite = () => {},
): RunCounts {
  return fenced(db, page, () => {
    const { ids, arrived, counts, balance } = writeDevices(db, page, decide)
    after({ ids, arrived })
    const total: RunCounts = {
      requests: page.requests,
      pages: 1,
      received: page.received,
      ...counts,
      foundOnlyByFetch: page.isLaterFetch ? counts.added : 0,
    }
    if (page.mode === 'fetch') addFetchPage(db, page, ids)
    moveCursor(db, page, { ...page.next, balance })
    countInRun(db, page.runNo, total)
    return total
  })
}

/**
 * States that came without a page: devices a complete fetch did not list, or one that was asked about. Many are handed in
 * in portions, so that no write holds others up.
 */
export function applyStates<Row>(
  db: WriteDb,
  states: PageContext & { readonly devices: readonly DeviceRows<Row>[] },
  decide: Decide<Row>,
  after: AfterWrite = () => {},
): number {
  return fenced(db, states, () => {
    const { ids, arrived, counts, balance } = writeDevices(db, states, decide)
    after({ ids, arrived })
    run(db, sql`UPDATE sync_state SET device_count = device_count + ${balance} WHERE token_no = ${states.tokenNo}`)
    countInRun(db, states.runNo, { ...NO_COUNTS, removed: counts.removed })
    return counts.removed
  })
}

export const NO_COUNTS: RunCounts = {
  requests: 0,
  pages: 0,
  received: 0,
  added: 0,
  modified: 0,
  removed: 0,
  unchanged: 0,
  foundOnlyByFetch: 0,
}

/** Runs `work` in a transaction that exists only while the lease is held. */
export function fenced<T>(db: WriteDb, { lease }: PageContext, work: () => T): T {
  try {
    return db
      .transaction(() => {
        if (!renewLease(db, lease)) throw new AppError('sync.already-running', 'another run has taken over')
        return work()
      })
      .immediate()
  } catch (error) {
    forgetWords(db)
    throw error
  }
}

/** `balance`: by how many devices the token has more or fewer than before. */
function writeDevices<Row>(
  db: WriteDb,
  page: PageContext & { readonly devices: readonly DeviceRows<Row>[] },
  decide: Decide<Row>,
) {
  const writer = createDeviceWriter(db, page)
  const ids: number[] = []
  const arrived: number[] = []
  const counts = { added: 0, modified: 0, removed: 0, unchanged: 0 }
  let balance = 0
  const known = findAllStored(
    db,
    page.devices.map(({ serial }) => serial),
    page.tokenNo,
  )
  for (const { serial, rows } of page.devices) {
    const stored = known.get(serial)
    const decision = decide(stored, rows, serial)
    const id = stored ? writer.update(stored, decision) : writer.insert(serial, decision)
    ids.push(id)
    if (decision.counts.added > 0) arrived.push(id)
    counts.added += decision.counts.added
    counts.modified += decision.counts.modified
    counts.removed += decision.counts.removed
    counts.unchanged += decision.counts.unchanged
    if (decision.here) balance += isPresent(decision.here) - isPresent(stored?.here)
  }
  writer.flush()
  return { ids, arrived, counts, balance }
}

function isPresent(presence: Presence | undefined): 0 | 1 {
  return presence?.atApple === 'present' ? 1 : 0
}

const DEVICE_COLUMNS = ['id', 'serial', 'token_status', 'first_seen_at', ...WRITTEN_COLUMNS]
const UPDATE_DEVICE = `UPDATE devices SET ${WRITTEN_COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`

/** New rows are collected and written together, some at a time; known ones are changed at once. */
function createDeviceWriter(db: WriteDb, { tokenNo, runNo, now }: PageContext) {
  const devices = createRowBatch(db, 'devices', DEVICE_COLUMNS)
  const raws = createRowBatch(db, 'device_raw', ['device_id', 'json'])
  const presences = createRowBatch(db, 'assignments', [
    'device_id',
    'token_no',
    'at_apple',
    'since_at',
    'op_at',
    'op_deleted',
  ])
  const events = createRowBatch(db, 'events', ['device_id', 'at', 'kind', 'token_no', 'run_no', 'detail'])
  const last = prepare(db, 'SELECT max(id) AS id FROM devices').get() as { id: number | null }
  let lastId = last.id ?? 0
  let collected = 0
  const wordId = createWordWriter(db)

  function cells({ fields, standing }: NonNullable<DeviceDecision['device']>) {
    return toCells({ fields, standing, seenAt: now }, wordId)
  }

  function presenceCells({ atApple, since, opAt, isOpDeleted }: Presence) {
    return [atAppleCode(atApple), since, opAt, isOpDeleted ? 1 : 0] as const
  }

  function addEvents(id: number, { events: list, isReplacement }: DeviceDecision) {
    for (const { at, kind, detail } of list) {
      events.add(id, at, kind, tokenNo, runNo, detail === null ? null : JSON.stringify(detail))
    }
    if (isReplacement) {
      prepare(db, 'INSERT OR IGNORE INTO replacements (device_id, token_no) VALUES (?, ?)').run(id, tokenNo)
    }
  }

  /** Devices first: the other rows refer to them. */
  function flush() {
    devices.flush()
    raws.flush()
    presences.flush()
    events.flush()
  }

  return {
    insert(serial: Serial, decision: DeviceDecision): number {
      const id = ++lastId
      if (!decision.device || !decision.here) throw new Error('a new device needs every part')
      devices.add(id, serial, 0, now, ...cells(decision.device))
      if (decision.raw !== undefined) raws.add(id, decision.raw)
      presences.add(id, tokenNo, ...presenceCells(decision.here))
      if (decision.isReplacement) devices.flush()
      addEvents(id, decision)
      if (++collected % ROWS_PER_STATEMENT === 0) flush()
      return id
    },

    update({ id }: StoredDevice, decision: DeviceDecision): number {
      if (decision.device) prepare(db, UPDATE_DEVICE).run(...cells(decision.device), id)
      if (decision.raw !== undefined) {
        prepare(
          db,
          'INSERT INTO device_raw (device_id, json) VALUES (?, ?) ON CONFLICT DO UPDATE SET json = excluded.json',
        ).run(id, decision.raw)
      }
      if (decision.here) {
        prepare(
          db,
          `INSERT INTO assignments (device_id, token_no, at_apple, since_at, op_at, op_deleted) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET at_apple = excluded.at_apple, since_at = excluded.since_at,
                                     op_at = excluded.op_at, op_deleted = excluded.op_deleted`,
        ).run(id, tokenNo, ...presenceCells(decision.here))
      }
      addEvents(id, decision)
      return id
    },

    flush,
  }
}
