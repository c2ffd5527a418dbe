import type { Cause, ComparedField, ReconcileSource } from '../../../shared/model/reconcile.ts'
import type { ColumnMapping } from '../../../shared/model/import.ts'

/** Bytes one behind the other; by place, where each ends. */
export type PackedTexts = { readonly bytes: Uint8Array; readonly ends: Uint32Array }

/**
 * Some thousand rows of one side, as one thread may hand them to another without copying: what is rejected is told apart,
 * all others are in their order with what they say as numbers of texts.
 */
export type SideBatch = {
  /** Everything that the file has a column for. */
  readonly fields: readonly ComparedField[]
  /** What `values` has of each row. */
  readonly told: readonly ComparedField[]
  readonly serials: PackedTexts
  /** Of the serial numbers, by `hashOf`. */
  readonly hashes: Uint32Array
  readonly lines: Uint32Array
  /** By row and field: a number among the texts of this side, 0 the empty one. */
  readonly values: Uint32Array
  /** Texts that have not come before; they are numbered on. */
  readonly texts: PackedTexts
  readonly rejected: readonly { readonly line: number; readonly cause: Cause; readonly text: string }[]
  /** Bytes read so far, and those of the whole file; null for a pipe. */
  readonly done: number
  readonly total: number | null
}

export type FileSide = ReconcileSource & { readonly kind: 'file'; readonly sha256: string }

export type SideFile = {
  readonly path: string
  readonly mapping?: ColumnMapping | undefined
  /** Fields that the other side has: what it cannot be held against is not read. Everything without it. */
  readonly wanted?: readonly ComparedField[] | undefined
}

/** Reads one side from its file: rows in batches, and what it was in the end. Rejects with `file.*`, `import.*`. */
export type ReadSide = (file: SideFile, signal: AbortSignal) => AsyncGenerator<SideBatch, FileSide, undefined>

/** What can be handed over instead of being copied. */
export function buffersOf({ serials, hashes, lines, values, texts }: SideBatch): readonly ArrayBuffer[] {
  return [serials.bytes, serials.ends, hashes, lines, values, texts.bytes, texts.ends].map(
    ({ buffer }) => buffer as ArrayBuffer, // made by `BatchBuilder`
  )
}
