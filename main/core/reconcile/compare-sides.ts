import { COMPARED_FIELDS, type ComparedField } from '../../../shared/model/reconcile.ts'
import { agree } from './agree.ts'
import type { Collection } from './collection.ts'
import { Numbers } from './numbers.ts'

/** Serial numbers by set, in the order they came; those that disagree are no part of `agreed`. */
export type Sets = {
  readonly agreed: Uint32Array
  readonly mismatched: Uint32Array
  /** By place in `mismatched`: a bit per field of `COMPARED_FIELDS`. */
  readonly masks: Uint32Array
  readonly portalOnly: Uint32Array
  readonly consoleOnly: Uint32Array
}

export type Agreement = {
  /** Fields both sides have. */
  readonly fields: readonly ComparedField[]
  /** Where an empty text means that nothing is known. */
  readonly isAgainstRecords: boolean
  /** What a text of the column of servers stands for: names of tokens are names of their servers. */
  readonly serverName: (text: string) => string
}

const SERIALS_PER_TURN = 100_000

/** Who is where and who disagrees. Gives way now and then. */
export async function compareSides(
  collection: Collection,
  agreement: Agreement,
  giveWay: (done: number) => Promise<void>,
): Promise<Sets> {
  const disagrees = createJudge(collection, agreement)
  const [agreed, mismatched, masks] = [new Numbers(), new Numbers(), new Numbers()]
  const [portalOnly, consoleOnly] = [new Numbers(), new Numbers()]
  const { count } = collection.serials
  for (let no = 0; no < count; no++) {
    if (no % SERIALS_PER_TURN === 0) await giveWay(no)
    if (collection.lineOf('console', no) === 0) portalOnly.push(no)
    else if (collection.lineOf('portal', no) === 0) consoleOnly.push(no)
    else {
      const mask = disagrees(no)
      if (mask === 0) agreed.push(no)
      else {
        mismatched.push(no)
        masks.push(mask)
      }
    }
  }
  return {
    agreed: agreed.values(),
    mismatched: mismatched.values(),
    masks: masks.values(),
    portalOnly: portalOnly.values(),
    consoleOnly: consoleOnly.values(),
  }
}

/** Pairs of texts are judged once; a file in which every pair is another one must not fill the memory. */
const MOST_REMEMBERED = 100_000

function createJudge(collection: Collection, { fields, isAgainstRecords, serverName }: Agreement) {
  const { texts } = collection
  const judged = fields.map((field) => ({
    field,
    bit: 1 << COMPARED_FIELDS.indexOf(field),
    known: new Map<number, boolean>(),
    // Of the serial number before: mostly it was the same two texts.
    last: { portal: 0, console: 0, same: true },
  }))

  function isSame(field: ComparedField, portalNo: number, consoleNo: number): boolean {
    if (isAgainstRecords && consoleNo === 0) return true
    const [portal, console] = [texts.text(portalNo), texts.text(consoleNo)]
    return field === 'server' ? agree(field, serverName(portal), serverName(console)) : agree(field, portal, console)
  }

  return (no: number): number => {
    let mask = 0
    for (const { field, bit, known, last } of judged) {
      const portal = collection.textNoOf('portal', field, no)
      const console = collection.textNoOf('console', field, no)
      if (portal === console) continue
      if (portal === last.portal && console === last.console) {
        if (!last.same) mask |= bit
        continue
      }
      const pair = portal * 2 ** 26 + console
      let same = known.get(pair)
      if (same === undefined) {
        same = isSame(field, portal, console)
        if (known.size >= MOST_REMEMBERED) known.clear()
        known.set(pair, same)
      }
      last.portal = portal
      last.console = console
      last.same = same
      if (!same) mask |= bit
    }
    return mask
  }
}
