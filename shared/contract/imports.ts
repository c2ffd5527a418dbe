import { z } from 'zod'
import {
  DATE_ORDERS,
  IMPORT_FIELDS,
  IMPORT_KINDS,
  REMARK_KINDS,
  type ColumnMapping,
  type DateOrder,
  type ImportKind,
  type ImportRecord,
  type ImportRemark,
  type ImportRows,
  type SavedMapping,
} from '../model/import.ts'
import type { Serial } from '../model/ids.ts'
import { call, type } from './define.ts'
import { MAX_PAGE_ROWS } from './devices.ts'

const COLUMN = z.number().int().min(0).max(16_383)
const MAX_PATH = 4096

/** Columns by field; a field that is left out is in no column. */
export const columnMapping = z.partialRecord(z.enum(IMPORT_FIELDS), COLUMN)

/** Everything a person may say differently than it was guessed. */
const choices = {
  kind: z.enum(IMPORT_KINDS).optional(),
  mapping: columnMapping.optional(),
  /** Where dates do not tell it themselves. */
  dateOrder: z.enum(DATE_ORDERS).optional(),
}

export const importWish = z.strictObject({
  path: z.string().min(1).max(MAX_PATH),
  ...choices,
  /** The moment the file speaks of; the file's own date without it. */
  asOf: z.number().int().min(0).optional(),
  /** What `preview` answered: the import refuses a file that was changed since. */
  sha256: z.string().length(64).optional(),
  /** Takes the same columns for the next file with this header. */
  remember: z.boolean().optional(),
})
export type ImportWish = z.infer<typeof importWish>

export type ImportPreview = {
  readonly fileName: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly format: 'text' | 'workbook'
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly kind: ImportKind
  /** Null where the file has no header. */
  readonly headerLine: number | null
  readonly titles: readonly string[]
  /** What the header is recognised by. */
  readonly signature: string
  readonly mapping: ColumnMapping
  /** Whether the mapping was chosen by somebody for this header before. */
  readonly isRemembered: boolean
  /** The first rows of the file with their lines, titles above the header too. */
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[]
  readonly counts: ImportRows
  /** The first remarks, so that a person sees what would be repaired and refused. */
  readonly remarks: readonly ImportRemark[]
  readonly dateOrder: DateOrder
  /** False where every date could be read either way: ask. */
  readonly isDateOrderSure: boolean
  /** The moment the file speaks of, if nobody says otherwise. */
  readonly asOf: number
}

const MAX_SERIAL_LIST_BYTES = 64 * 1024 * 1024

/** Each serial number once, in the order of the file; `repaired`: how many of its cells were. */
export type SerialList = { readonly serials: readonly Serial[]; readonly repaired: number }

/** `reading`, `storing`: bytes of the file. `applying`: devices. Once that has begun it is carried to its end. */
export type ImportProgress = {
  readonly phase: 'reading' | 'storing' | 'applying'
  readonly done: number
  readonly total: number
}

export const READING_TABLES = [
  'file.unreadable',
  'import.not-a-table',
  'import.line-too-long',
  'import.too-many-columns',
  'import.workbook-unreadable',
  'import.workbook-too-large',
  'import.no-serial-column',
] as const

export const imports = {
  /** Reads the whole file and changes nothing. */
  preview: call({
    input: z.strictObject({ path: z.string().min(1).max(MAX_PATH), ...choices }),
    output: type<ImportPreview>(),
    progress: type<ImportProgress>(),
    fails: [...READING_TABLES],
  }),

  /**
   * Takes over what the console says of its devices, all of the file or nothing of it. Cancelling before the devices are
   * changed leaves nothing behind; after that it goes on to its end, even if the program is ended meanwhile.
   */
  run: call({
    input: importWish,
    output: type<ImportRecord>(),
    progress: type<ImportProgress>(),
    fails: [...READING_TABLES, 'import.nothing-told', 'import.changed-meanwhile', 'import.already-running', 'db.busy'],
  }),

  /** Serial numbers of a list in any form, for whatever is done with named devices. Changes nothing. */
  readSerials: call({
    input: z.strictObject({
      bytes: z.custom<Uint8Array>(
        (value) => value instanceof Uint8Array && value.length <= MAX_SERIAL_LIST_BYTES,
        'a file of at most 64 MB is expected',
      ),
    }),
    output: type<SerialList>(),
    fails: [...READING_TABLES],
  }),

  /** Newest first. */
  list: call({ input: z.strictObject({}), output: type<readonly ImportRecord[]>() }),

  /** Rows of an import that somebody may want to look at, in the order of the file. Those of old imports are gone. */
  remarks: call({
    input: z.strictObject({
      id: z.string().min(1).max(64),
      kind: z.enum(REMARK_KINDS),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(MAX_PAGE_ROWS),
    }),
    output: type<{ readonly total: number; readonly rows: readonly ImportRemark[] }>(),
    fails: ['import.not-found'],
  }),

  mappings: call({ input: z.strictObject({}), output: type<readonly SavedMapping[]>() }),

  saveMapping: call({
    input: z.strictObject({
      signature: z.string().min(1).max(20_000),
      kind: z.enum(IMPORT_KINDS),
      mapping: columnMapping,
    }),
    output: type<readonly SavedMapping[]>(),
    fails: ['db.busy'],
  }),

  forgetMapping: call({
    input: z.strictObject({ signature: z.string().min(1).max(20_000) }),
    output: type<readonly SavedMapping[]>(),
    fails: ['db.busy'],
  }),
} as const
