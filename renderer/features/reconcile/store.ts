import type { ImportPreview, ImportProgress } from '../../../shared/contract/imports.ts'
import type { ReconcileComparison, ReconcileProgress } from '../../../shared/contract/reconcile.ts'
import type {
  ColumnMapping,
  DateOrder,
  ImportKind,
  ImportRecord,
  ImportRemark,
  RemarkKind,
} from '../../../shared/model/import.ts'
import type { Cause, Reconciliation, ReconcileRow, Verdict } from '../../../shared/model/reconcile.ts'
import type { Failure } from '../../lib/api.ts'
import { IDLE, type Remote } from '../../lib/remote.ts'
import type { RowPages } from '../../lib/row-pages.ts'
import { createStore, type StoreApi } from '../../lib/store.ts'

/** What a file is given for. */
export type FileRole = 'portal' | 'console' | 'import'

/** What a person said differently than it was guessed. */
export type FileChoices = {
  readonly kind?: ImportKind
  readonly mapping?: ColumnMapping
  readonly dateOrder?: DateOrder
}

export type GivenFile = {
  readonly name: string
  /** Null while it is handed over. */
  readonly path: string | null
  /** Of handing over or of reading, 0 to 1. */
  readonly fraction: number
  readonly preview: Remote<ImportPreview>
  /** Shown while it is read again with other columns. */
  readonly last: ImportPreview | null
  readonly choices: FileChoices
  /** The moment it speaks of, as typed; null: the file's own date. */
  readonly asOf: string | null
  /** Other columns hold for the next file with this header too. */
  readonly remembers: boolean
  readonly isTooLarge: boolean
  readonly controller: AbortController
}

/** One set of a reconciliation on screen. */
export type OpenedSet = {
  readonly verdict: Verdict
  readonly cause: Cause | null
  readonly search: string
  /** Null until it is known. */
  readonly total: number | null
  readonly pages: RowPages<ReconcileRow>
  readonly loading: ReadonlySet<number>
  readonly failure: Failure | null
  /** A new number starts the list at the top. */
  readonly key: number
}

export type Opened = {
  readonly reconciliation: Reconciliation
  readonly set: OpenedSet
  readonly row: ReconcileRow | null
  readonly comparison: Remote<ReconcileComparison>
  /** The earlier one it was asked to be held against; null: the one before of the same kind. */
  readonly since: string | null
  /** How many Apple was asked about just now, and how many are left. */
  readonly asked: { readonly asked: number; readonly left: number } | null
}

/** Something that takes its time and is followed here: one at a time. */
export type Work =
  | {
      readonly kind: 'compare' | 'ask'
      readonly progress: ReconcileProgress | null
      readonly controller: AbortController
    }
  | { readonly kind: 'import'; readonly progress: ImportProgress | null; readonly controller: AbortController }
  | {
      readonly kind: 'export'
      readonly progress: { readonly rows: number; readonly total: number } | null
      readonly controller: AbortController
    }

export type WorkKind = Work['kind']

export type RemarkPages = Readonly<Partial<Record<RemarkKind, Remote<RemarkPage>>>>
export type RemarkPage = { readonly total: number; readonly rows: readonly ImportRemark[] }

export type ReconcilePageState = {
  readonly view: 'start' | 'result' | 'import'
  readonly list: Remote<readonly Reconciliation[]>
  readonly files: Readonly<Record<FileRole, GivenFile | null>>
  readonly against: 'records' | 'file'
  readonly work: Work | null
  /** Why the last work did not come to its end. */
  readonly failure: { readonly kind: WorkKind; readonly error: Failure } | null
  readonly wasCancelled: WorkKind | null
  readonly opened: Opened | null
  readonly exported: { readonly rows: number; readonly path: string } | null
  /** Asked about before it is removed. */
  readonly removing: Reconciliation | null
  readonly imports: Remote<readonly ImportRecord[]>
  readonly imported: { readonly record: ImportRecord; readonly remarks: RemarkPages } | null
}

export type ReconcileStore = StoreApi<ReconcilePageState>

export function createReconcileStore(): ReconcileStore {
  return createStore<ReconcilePageState>()(() => ({
    view: 'start',
    list: IDLE,
    files: { portal: null, console: null, import: null },
    against: 'records',
    work: null,
    failure: null,
    wasCancelled: null,
    opened: null,
    exported: null,
    removing: null,
    imports: IDLE,
    imported: null,
  }))
}
