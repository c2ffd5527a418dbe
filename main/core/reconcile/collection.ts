import {
  CAUSES,
  COMPARED_FIELDS,
  type Cause,
  type ComparedField,
  type ReconcileSide,
} from '../../../shared/model/reconcile.ts'
import { ByteTable } from './byte-table.ts'
import { Numbers } from './numbers.ts'
import type { PackedTexts, SideBatch } from './side-batch.ts'

/** Stands for a record of the store, which has no line. */
export const NO_LINE = 0xffff_ffff

export type Duplicate = { readonly serialNo: number; readonly side: ReconcileSide; readonly line: number }
export type Rejected = {
  readonly text: string
  readonly side: ReconcileSide
  readonly line: number
  readonly cause: Cause
}

const SIDES = ['portal', 'console'] as const

type Values = Readonly<Record<ComparedField, Numbers>>

/**
 * Both sides in memory: each serial number once, where it stands on each side, and what each side says of it as the
 * number of a text. The first row of a serial number counts; the others are only noted.
 */
export class Collection {
  readonly serials = new ByteTable()
  /** Texts of cells; number 0 is the empty one. */
  readonly texts = new ByteTable()
  readonly #lines = { portal: new Numbers(), console: new Numbers() }
  readonly #values = { portal: emptyValues(), console: emptyValues() }
  readonly #duplicates = new Numbers()
  readonly #rejected = new Numbers()

  constructor() {
    this.texts.addText('')
  }

  /** By side: the number here of each text of a file. */
  readonly #textNos = { portal: new Numbers(), console: new Numbers() }

  /** Room for so many serial numbers, of which some thousand are known to be so long on average. */
  reserve(count: number, bytesEach: number): void {
    this.serials.reserve(count, Math.ceil(count * bytesEach))
    for (const side of SIDES) this.#lines[side].reserve(count)
  }

  /** Rows of a file, in their order. */
  take(side: ReconcileSide, batch: SideBatch): void {
    const { serials } = this
    const textNos = this.#takeTexts(side, batch.texts)
    const columns = batch.told.map((field) => this.#values[side][field])
    const { bytes, ends } = batch.serials
    serials.touch(batch.hashes)
    for (let row = 0, start = 0; row < ends.length; row++) {
      const end = ends[row]!
      const no = serials.addHashed(batch.hashes[row]!, bytes, start, end)
      start = end
      if (!this.put(side, no, batch.lines[row]!)) continue
      const first = row * columns.length
      for (let at = 0; at < columns.length; at++) {
        const textNo = batch.values[first + at]!
        if (textNo > 0) columns[at]!.set(no, textNos.at(textNo))
      }
    }
    for (const { line, ...why } of batch.rejected) this.reject(side, line, why)
  }

  #takeTexts(side: ReconcileSide, { bytes, ends }: PackedTexts): Numbers {
    const nos = this.#textNos[side]
    if (nos.length === 0) nos.push(0)
    for (let at = 0, start = 0; at < ends.length; at++) {
      nos.push(this.texts.add(bytes, start, ends[at]!))
      start = ends[at]!
    }
    return nos
  }

  /** False where this side had it already: its values do not count then. */
  put(side: ReconcileSide, serialNo: number, line: number): boolean {
    const lines = this.#lines[side]
    if (lines.at(serialNo) === 0) {
      lines.set(serialNo, line)
      return true
    }
    this.#duplicates.push(serialNo)
    this.#duplicates.push(sideCode(side))
    this.#duplicates.push(line)
    return false
  }

  say(side: ReconcileSide, field: ComparedField, serialNo: number, textNo: number): void {
    if (textNo > 0) this.#values[side][field].set(serialNo, textNo)
  }

  reject(side: ReconcileSide, line: number, { cause, text }: { readonly cause: Cause; readonly text: string }): void {
    this.#rejected.push(this.texts.addText(text))
    this.#rejected.push(sideCode(side))
    this.#rejected.push(line)
    this.#rejected.push(CAUSES.indexOf(cause))
  }

  /** 0 where the side does not have it. */
  lineOf(side: ReconcileSide, serialNo: number): number {
    return this.#lines[side].at(serialNo)
  }

  textNoOf(side: ReconcileSide, field: ComparedField, serialNo: number): number {
    return this.#values[side][field].at(serialNo)
  }

  get duplicateCount(): number {
    return this.#duplicates.length / 3
  }

  get rejectedCount(): number {
    return this.#rejected.length / 4
  }

  *duplicates(): Generator<Duplicate> {
    const all = this.#duplicates
    for (let at = 0; at < all.length; at += 3) {
      yield { serialNo: all.at(at), side: sideOf(all.at(at + 1)), line: all.at(at + 2) }
    }
  }

  *rejected(): Generator<Rejected> {
    const all = this.#rejected
    for (let at = 0; at < all.length; at += 4) {
      const [textNo, side, line, cause] = [all.at(at), all.at(at + 1), all.at(at + 2), all.at(at + 3)]
      yield { text: this.texts.text(textNo), side: sideOf(side), line, cause: CAUSES[cause]! }
    }
  }
}

function emptyValues(): Values {
  return Object.fromEntries(COMPARED_FIELDS.map((field) => [field, new Numbers()])) as Values // of every field
}

function sideCode(side: ReconcileSide): number {
  return side === 'portal' ? 0 : 1
}

function sideOf(code: number): ReconcileSide {
  return code === 0 ? 'portal' : 'console'
}
