import type {
  ColumnMapping,
  ConsoleFacts,
  ImportCounts,
  ImportKind,
  ImportRecord,
  ImportRemark,
  ImportState,
  RemarkKind,
} from '../../shared/model/import.ts'
import { REMARK_KINDS } from '../../shared/model/import.ts'
import { ENROLLMENT_STATUS, TOKEN_STATUS } from '../../shared/model/device.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, prepare, run, sql } from './sql.ts'

/** Whoever imports holds this lease. */
export const IMPORT_LEASE = 'import'

/** Remarks of older imports are cleared away; the imports themselves stay. */
const IMPORTS_WITH_REMARKS = 20

export type NewImport = {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly asOf: number
  readonly startedAt: number
  readonly mapping: ColumnMapping
}

export const NO_IMPORT_COUNTS: ImportCounts = {
  rows: 0,
  accepted: 0,
  repaired: 0,
  rejected: 0,
  duplicates: 0,
  notUnderstood: 0,
  devices: 0,
  changed: 0,
  unchanged: 0,
  older: 0,
  unknown: 0,
}

/** The number of an import whose rows are about to come; nothing of it counts yet. */
export function addImport(db: WriteDb, given: NewImport): number {
  const { lastInsertRowid } = run(
    db,
    sql`INSERT INTO imports (id, state, kind, file_name, sha256, size_bytes, as_of, started_at, mapping, counts,
                             applied_device, applied_serial)
        VALUES (${given.id}, 'staging', ${given.kind}, ${given.fileName}, ${given.sha256}, ${given.sizeBytes},
                ${given.asOf}, ${given.startedAt}, ${JSON.stringify(given.mapping)},
                ${JSON.stringify(NO_IMPORT_COUNTS)}, -1, '')`,
  )
  return Number(lastInsertRowid)
}

export type StagedRow = { readonly serial: string; readonly line: number; readonly facts: ConsoleFacts }

/** Which of two rows about one serial number counts: true for the second. */
export type IsBetter = (first: StagedRow, second: StagedRow) => boolean

export function factCells({ enrollmentStatus, tokenStatus, user, friendlyName, lastSeen }: ConsoleFacts) {
  return [
    enrollmentStatus === null ? null : ENROLLMENT_STATUS.indexOf(enrollmentStatus),
    tokenStatus === null ? null : TOKEN_STATUS.indexOf(tokenStatus),
    user,
    friendlyName,
    lastSeen,
  ] as const
}

export type FactRow = {
  readonly enrollment_status: number | null
  readonly token_status: number | null
  readonly user_name: string | null
  readonly friendly_name: string | null
  readonly seen_at: number | null
}

export function toFacts(row: FactRow): ConsoleFacts {
  return {
    enrollmentStatus: row.enrollment_status === null ? null : ENROLLMENT_STATUS[row.enrollment_status]!,
    tokenStatus: row.token_status === null ? null : TOKEN_STATUS[row.token_status]!,
    user: row.user_name,
    friendlyName: row.friendly_name,
    lastSeen: row.seen_at,
  }
}

export type StagedCells = FactRow & { readonly serial: string; readonly device_id: number; readonly line: number }

/** Where carrying over has come to: a device, 0 where Apple lists none, and a serial number. */
export type StagedPlace = { readonly deviceId: number; readonly serial: string }

export const NEXT_STAGED = `SELECT * FROM import_staging
  WHERE (device_id, serial) > (?, ?) ORDER BY device_id, serial LIMIT ?`

/** The next staged rows in the order of the devices. */
export function listStaged(
  db: ReadDb,
  after: StagedPlace,
  limit: number,
): readonly (StagedRow & { readonly deviceId: number })[] {
  const rows = prepare(db, NEXT_STAGED).all(after.deviceId, after.serial, limit) as StagedCells[]
  return rows.map((row) => ({ serial: row.serial, deviceId: row.device_id, line: row.line, facts: toFacts(row) }))
}

/** Inside a transaction. Texts of cells are cut: a remark is for the eye. */
export function createRemarkWriter(db: WriteDb, no: number): (remark: ImportRemark) => void {
  const insert = prepare(
    db,
    `INSERT OR IGNORE INTO import_remarks (import_no, kind, line, place, text, serial, detail)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  return ({ kind, line, text, serial, detail }) => {
    // A line has one remark of a kind, but for the cells that were not understood.
    const place = kind === 'not-understood' ? placeOf(detail) : 0
    insert.run(no, REMARK_KINDS.indexOf(kind), line, place, text.slice(0, 200), serial, detail)
  }
}

function placeOf(field: string): number {
  return ['enrollmentStatus', 'tokenStatus', 'lastSeen'].indexOf(field)
}

/** From here on the import counts, whatever happens: a program that ends now goes on with it at its next start. */
export function commitImport(db: WriteDb, no: number, counts: ImportCounts): void {
  run(db, sql`UPDATE imports SET state = 'applying', counts = ${JSON.stringify(counts)} WHERE no = ${no}`)
}

export type OpenImport = {
  readonly no: number
  readonly state: ImportState
  readonly record: ImportRecord
  readonly applied: StagedPlace
}

/** What is not at its end: under way somewhere, or left by a program that was killed. */
export function listOpenImports(db: ReadDb): readonly OpenImport[] {
  return all<ImportRow>(db, sql`SELECT * FROM imports WHERE state <> 'done' ORDER BY no`).map((row) => ({
    no: row.no,
    state: row.state,
    record: toRecord(row),
    applied: { deviceId: row.applied_device, serial: row.applied_serial },
  }))
}

export function isImportLeft(db: ReadDb): boolean {
  return get(db, sql`SELECT 1 FROM imports WHERE state <> 'done' LIMIT 1`) !== undefined
}

const DELETED_AT_ONCE = 5000

/** Takes a part of an import away that does not count; true when nothing of it is left. */
export function discardPortion(db: WriteDb, no: number): boolean {
  return db
    .transaction(() => {
      const staged = deleteStaged(db)
      const remarks = deleteRemarks(db, no)
      if (staged > 0 || remarks > 0) return false
      run(db, sql`DELETE FROM imports WHERE no = ${no} AND state = 'staging'`)
      return true
    })
    .immediate()
}

function deleteStaged(db: WriteDb): number {
  return run(
    db,
    sql`DELETE FROM import_staging WHERE (device_id, serial) IN
          (SELECT device_id, serial FROM import_staging LIMIT ${DELETED_AT_ONCE})`,
  ).changes
}

function deleteRemarks(db: WriteDb, no: number): number {
  return run(
    db,
    sql`DELETE FROM import_remarks WHERE import_no = ${no} AND (kind, line, place) IN
          (SELECT kind, line, place FROM import_remarks WHERE import_no = ${no} LIMIT ${DELETED_AT_ONCE})`,
  ).changes
}

/** Takes staged rows away that are carried over; true when none is left and the import is at its end. */
export function finishPortion(db: WriteDb, no: number, at: number): boolean {
  return db
    .transaction(() => {
      const staged = deleteStaged(db)
      if (staged > 0) return false
      run(db, sql`UPDATE imports SET state = 'done', finished_at = ${at} WHERE no = ${no}`)
      const old = get<{ no: number }>(
        db,
        sql`SELECT no FROM imports WHERE state = 'done' ORDER BY no DESC LIMIT 1 OFFSET ${IMPORTS_WITH_REMARKS}`,
      )
      if (old) run(db, sql`DELETE FROM import_remarks WHERE import_no <= ${old.no}`)
      return true
    })
    .immediate()
}

type ImportRow = {
  readonly no: number
  readonly id: string
  readonly state: ImportState
  readonly kind: ImportKind
  readonly file_name: string
  readonly sha256: string
  readonly size_bytes: number
  readonly as_of: number
  readonly started_at: number
  readonly finished_at: number | null
  readonly mapping: string
  readonly counts: string
  readonly applied_device: number
  readonly applied_serial: string
}

function toRecord(row: ImportRow): ImportRecord {
  return {
    id: row.id,
    state: row.state,
    kind: row.kind,
    fileName: row.file_name,
    sha256: row.sha256,
    sizeBytes: row.size_bytes,
    asOf: row.as_of,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    mapping: JSON.parse(row.mapping) as ColumnMapping, // only this file writes it
    counts: JSON.parse(row.counts) as ImportCounts,
  }
}

/** Newest first; what is still being staged is nobody's import yet. */
export function listImports(db: ReadDb, limit: number): readonly ImportRecord[] {
  return all<ImportRow>(db, sql`SELECT * FROM imports WHERE state <> 'staging' ORDER BY no DESC LIMIT ${limit}`).map(
    toRecord,
  )
}

export function findImport(db: ReadDb, id: string): (ImportRecord & { readonly no: number }) | undefined {
  const row = get<ImportRow>(db, sql`SELECT * FROM imports WHERE id = ${id} AND state <> 'staging'`)
  return row && { ...toRecord(row), no: row.no }
}

export type RemarkPage = { readonly total: number; readonly rows: readonly ImportRemark[] }

/** Remarks of one kind in the order of the file. */
export function listRemarks(
  db: ReadDb,
  no: number,
  { kind, offset, limit }: { readonly kind: RemarkKind; readonly offset: number; readonly limit: number },
): RemarkPage {
  const code = REMARK_KINDS.indexOf(kind)
  const { total } = get<{ total: number }>(
    db,
    sql`SELECT count(*) AS total FROM import_remarks WHERE import_no = ${no} AND kind = ${code}`,
  )!
  const rows = all<Omit<ImportRemark, 'kind'>>(
    db,
    sql`SELECT line, text, serial, detail FROM import_remarks WHERE import_no = ${no} AND kind = ${code}
        ORDER BY line, place LIMIT ${limit} OFFSET ${offset}`,
  )
  return { total, rows: rows.map((row) => ({ kind, ...row })) }
}
