import { z } from 'zod'
import { CAUSES, VERDICTS, type ReconcileRow, type Reconciliation, type Verdict } from '../model/reconcile.ts'
import type { Serial } from '../model/ids.ts'
import { IMPORT_FIELDS } from '../model/import.ts'
import { call, push, type } from './define.ts'
import { MAX_PAGE_ROWS } from './devices.ts'
import { ASKING_APPLE } from './tokens.ts'

/** So many serial numbers Apple is asked about at once; the rest is asked the next time. */
export const MAX_ASKED_SERIALS = 20_000

/** What is compared with another reconciliation is told up to here; the numbers count everything. */
export const MAX_COMPARED_ROWS = 10_000

const path = z.string().min(1).max(4096)
const id = z.string().min(1).max(64)
/** Columns of a file, counted from 0, by what they hold. */
const columnMapping = z.partialRecord(z.enum(IMPORT_FIELDS), z.number().int().nonnegative().max(16_383))

/** Read as its titles and cells suggest, unless columns are named. */
const file = z.strictObject({ path, mapping: columnMapping.optional() })
export type ReconcileFile = z.output<typeof file>
const verdict = z.enum(VERDICTS)
const search = z.string().max(200).optional()
/** Rows of these sets, of one cause, with a serial number that holds a text; every member narrows. */
const wanted = {
  id,
  verdicts: z.array(verdict).min(1).max(VERDICTS.length),
  cause: z.enum(CAUSES).optional(),
  search,
}

export type ReconcileProgress = {
  readonly phase: 'portal' | 'console' | 'comparing' | 'explaining' | 'saving' | 'asking'
  readonly done: number
  /** Null where nobody knows: a pipe. Bytes of a file, else rows. */
  readonly total: number | null
}

/** What became another since an earlier reconciliation. */
export type ReconcileChange = {
  readonly serial: string
  /** Null where the serial number was in neither list. */
  readonly before: Verdict | null
  readonly after: Verdict | null
}

export type ReconcileComparison = {
  readonly before: Reconciliation
  readonly after: Reconciliation
  /** In one of the sets that differ now, and not then. */
  readonly appeared: number
  /** The other way round. */
  readonly resolved: number
  /** From one such set into another. */
  readonly moved: number
  readonly same: number
  /** The first of what appeared, was resolved or moved. */
  readonly changes: readonly ReconcileChange[]
}

const READING_FILES = [
  'file.unreadable',
  'import.not-a-table',
  'import.line-too-long',
  'import.too-many-columns',
  'import.workbook-unreadable',
  'import.workbook-too-large',
  'import.no-serial-column',
] as const

export const reconcile = {
  /**
   * Holds the portal's file against the console's, or without one against the records of this store. All of it is kept
   * or nothing: cancelled, nothing is there.
   */
  start: call({
    input: z.strictObject({ portal: file, console: file.nullable() }),
    output: type<Reconciliation>(),
    progress: type<ReconcileProgress>(),
    fails: [...READING_FILES, 'db.busy'],
  }),

  /** Newest first. */
  list: call({ input: z.strictObject({}), output: type<readonly Reconciliation[]>() }),

  show: call({ input: z.strictObject({ id }), output: type<Reconciliation>(), fails: ['reconcile.not-found'] }),

  /** A page of what matches, in the order of the files; `total` counts all of it. */
  rows: call({
    input: z.strictObject({
      ...wanted,
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(MAX_PAGE_ROWS),
    }),
    output: type<{ readonly total: number; readonly rows: readonly ReconcileRow[] }>(),
    fails: ['reconcile.not-found', 'reconcile.rows-gone'],
  }),

  /** The serial numbers of what matches, each once, to do something with them; at most `MAX_NAMED_SERIALS`. */
  serials: call({
    input: z.strictObject(wanted),
    output: type<{ readonly total: number; readonly serials: readonly Serial[] }>(),
    fails: ['reconcile.not-found', 'reconcile.rows-gone'],
  }),

  /** Writes what matches as CSV to a path the person chose: whole or not at all. */
  exportCsv: call({
    input: z.strictObject({ ...wanted, path }),
    output: type<{ readonly rows: number; readonly path: string }>(),
    progress: type<{ readonly rows: number; readonly total: number }>(),
    fails: ['reconcile.not-found', 'reconcile.rows-gone', 'file.unwritable'],
  }),

  /** What changed since an earlier one; without `with` since the one before of the same kind. */
  compare: call({
    input: z.strictObject({ id, with: id.optional() }),
    output: type<ReconcileComparison>(),
    fails: ['reconcile.not-found', 'reconcile.rows-gone', 'reconcile.nothing-to-compare'],
  }),

  /**
   * Asks Apple, with every token, about the devices nothing here tells of, and keeps the causes it finds. Answers with
   * how many were asked and how many are left for the next time.
   */
  askApple: call({
    input: z.strictObject({ id }),
    output: type<{ readonly reconciliation: Reconciliation; readonly asked: number; readonly left: number }>(),
    progress: type<ReconcileProgress>(),
    fails: [
      'reconcile.not-found',
      'reconcile.rows-gone',
      'db.busy',
      'vault.locked',
      'vault.missing',
      'vault.damaged',
      'token.not-found',
      ...ASKING_APPLE,
    ],
  }),

  remove: call({ input: z.strictObject({ id }), output: type<null>(), fails: ['reconcile.not-found', 'db.busy'] }),

  changed: push<null>(),
} as const
