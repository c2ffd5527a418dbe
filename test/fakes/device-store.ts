import { toCells, WRITTEN_COLUMNS, type DeviceFields, type DeviceStanding } from '../../main/db/device-rows.ts'
import { openDb, type WriteDb } from '../../main/db/open.ts'
import { createRowBatch } from '../../main/db/row-batch.ts'
import { wordId } from '../../main/db/words.ts'
import { openMemoryDb } from './memory-db.ts'
import { TOKEN_STATUS, type TokenStatus } from '../../shared/model/device.ts'

/** What a test says about a device; all else is absent, unknown or none. */
export type GivenDevice = Partial<DeviceFields & DeviceStanding> & {
  readonly serial: string
  readonly groupNo?: number | null
  readonly tokenStatus?: TokenStatus
  readonly user?: string | null
  readonly friendlyName?: string | null
  readonly consoleLastSeenAt?: number | null
  readonly consoleAsOf?: number | null
  readonly firstSeenAt?: number
  readonly lastSeenAt?: number
}

const NOTHING: DeviceFields & DeviceStanding = {
  model: null,
  description: null,
  color: null,
  assetTag: null,
  family: null,
  os: null,
  profileStatus: null,
  profileUuid: null,
  assignedBy: null,
  assignedDate: null,
  profileAssignTime: null,
  profilePushTime: null,
  migrationDeadline: null,
  tokenNo: null,
  atApple: 'unknown',
  goneSince: null,
  goneReason: null,
  assignment: 'none',
  assignmentError: null,
  nextAttemptAt: null,
  enrollmentStatus: 'unknown',
}

const CONSOLE = ['user_name', 'friendly_name', 'console_seen_at', 'console_at']
const INSERTED = ['serial', ...WRITTEN_COLUMNS, 'group_no', 'token_status', 'first_seen_at', ...CONSOLE]

/** Devices written as a sync writes them, their words numbered, in one transaction. */
export function insertDevices(db: WriteDb, devices: Iterable<GivenDevice>): void {
  db.transaction(() => {
    const batch = createRowBatch(db, 'devices', INSERTED)
    let waiting = 0
    for (const device of devices) {
      batch.add(
        device.serial,
        ...cellsOf(db, device),
        device.groupNo ?? null,
        statusCode(device),
        device.firstSeenAt ?? 0,
        ...consoleCells(device),
      )
      if (++waiting % 1000 === 0) batch.flush()
    }
    batch.flush()
  })()
}

export function updateDevice(db: WriteDb, device: GivenDevice): void {
  const assigned = [...WRITTEN_COLUMNS, 'group_no', 'token_status', ...CONSOLE]
    .map((column) => `${column} = ?`)
    .join(', ')
  db.prepare(`UPDATE devices SET ${assigned} WHERE serial = ?`).run(
    ...cellsOf(db, device),
    device.groupNo ?? null,
    statusCode(device),
    ...consoleCells(device),
    device.serial,
  )
}

function cellsOf(db: WriteDb, device: GivenDevice) {
  const all = { ...NOTHING, ...device }
  return toCells({ fields: all, standing: all, seenAt: device.lastSeenAt ?? 0 }, (text) => wordId(db, text))
}

function consoleCells(device: GivenDevice) {
  const { user = null, friendlyName = null, consoleLastSeenAt = null, consoleAsOf = null } = device
  return [user, friendlyName, consoleLastSeenAt, consoleAsOf] as const
}

function statusCode({ tokenStatus = 'none' }: GivenDevice): number {
  return TOKEN_STATUS.indexOf(tokenStatus)
}

/** Groups `/Global` (1), `/Global/EMEA` (2), `/Global/EMEA/Berlin` (3), `/Global/EMEA-2` (4). */
export function insertGroups(db: WriteDb): void {
  const insert = db.prepare(
    "INSERT INTO groups (no, id, parent_no, name, type, created_at) VALUES (?, ?, ?, ?, 'Container', 0)",
  )
  insert.run(2, 'g2', 1, 'EMEA')
  insert.run(3, 'g3', 2, 'Berlin')
  insert.run(4, 'g4', 1, 'EMEA-2')
}

/** A token with the state of its conversation. Its id is `t` and its number. */
export function insertToken(
  db: WriteDb,
  token: { no: number; name: string; groupNo: number; lastFetchAt?: number },
): void {
  db.prepare(
    `INSERT INTO tokens (no, id, name, group_no, consumer_key_hint, expires_at, state, state_since_at, version, created_at)
     VALUES (?, ?, ?, ?, 'CK_', 0, 'ok', 0, 1, 0)`,
  ).run(token.no, `t${token.no}`, token.name, token.groupNo)
  db.prepare("INSERT INTO sync_state (token_no, phase, device_count, last_fetch_at) VALUES (?, 'sync', 0, ?)").run(
    token.no,
    token.lastFetchAt ?? null,
  )
}

/** A store in memory with the groups of `insertGroups` and two tokens: HQ (1) at Berlin and lab (2) at EMEA-2. */
export function openDeviceStore(devices: readonly GivenDevice[] = [], path?: string): WriteDb {
  const db = path === undefined ? openMemoryDb() : openDb(path)
  insertGroups(db)
  insertToken(db, { no: 1, name: 'HQ', groupNo: 3, lastFetchAt: 5000 })
  insertToken(db, { no: 2, name: 'lab', groupNo: 4 })
  insertDevices(db, devices)
  return db
}
