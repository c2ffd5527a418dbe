import type { ReconcileFile, ReconcileProgress } from '../../../shared/contract/reconcile.ts'
import type { CallContext } from '../../../shared/contract/define.ts'
import {
  COMPARED_FIELDS,
  type ComparedField,
  type Reconciliation,
  type ReconcileSource,
} from '../../../shared/model/reconcile.ts'
import type { WriteDb } from '../../db/open.ts'
import { countDeviceRecords } from '../../db/reconcile-records.ts'
import { saveReconciliation } from '../../db/reconciliations.ts'
import { toStoreError } from '../../db/store-error.ts'
import type { OpenByteSource } from '../../ports/byte-source.ts'
import { nextTurn } from '../turn.ts'
import { Collection } from './collection.ts'
import { compareSides } from './compare-sides.ts'
import { explainSets, readServerWords } from './explain-sets.ts'
import { findNear } from './near.ts'
import { packOutcome } from './pack-outcome.ts'
import { createSideReader } from './read-side.ts'
import { readRecords } from './read-records.ts'
import { readFiles } from './read-files.ts'
import type { ReadSide } from './side-batch.ts'

export type ReconcileWish = {
  readonly id: string
  readonly at: number
  readonly portal: ReconcileFile
  /** Null: the records of the store. */
  readonly console: ReconcileFile | null
}

/** Makes a reconciliation and keeps it: all of it or, cancelled or failed, nothing. */
export type MakeReconciliation = (
  wish: ReconcileWish,
  context: CallContext<ReconcileProgress>,
) => Promise<Reconciliation>

export type MakePorts = {
  readonly db: WriteDb
  readonly openByteSource: OpenByteSource
  /** Reads the console's file in another thread, while the portal's is read in this one. Without it one is read after the other. */
  readonly readElsewhere?: ReadSide
}

/** Where the portal's file has no column of its own, that it lists a device is all it says. */
const LISTED = 'Listed'

export function createReconciliationMaker({ db, openByteSource, readElsewhere }: MakePorts): MakeReconciliation {
  const readPortal = createSideReader(openByteSource)
  const readConsole = readElsewhere ?? readPortal
  return async (wish, { signal, report }) => {
    const collection = new Collection()
    const turn = (phase: ReconcileProgress['phase'], total: number) => async (done: number) => {
      signal.throwIfAborted()
      report({ phase, done, total })
      await nextTurn()
    }

    const files = await readFiles(wish, { readPortal, readConsole }, collection, { signal, report })
    const { portal } = files
    const console = files.console ?? (await readRecords(db, collection, turn('console', countDeviceRecords(db))))
    const isAgainstRecords = wish.console === null
    if (isAgainstRecords && !portal.fields.includes('status')) sayListed(collection)

    const fields = COMPARED_FIELDS.filter((field) => isCompared(field, { portal, console, isAgainstRecords }))
    const { serverName } = readServerWords(db)
    const agreement = { fields, isAgainstRecords, serverName }
    const { serials } = collection
    const sets = await compareSides(collection, agreement, turn('comparing', serials.count))
    const near = await findNear(
      serials,
      sets,
      turn('comparing', Math.max(sets.portalOnly.length, sets.consoleOnly.length)),
    )

    const differing = sets.portalOnly.length + sets.consoleOnly.length + sets.mismatched.length
    const explaining = {
      collection,
      sets,
      near: near ?? new Map<number, number>(),
      isAgainstRecords,
      portalFields: portal.fields,
      consoleFields: console.fields,
    }
    const explained = await explainSets(db, explaining, turn('explaining', differing))

    const rows = serials.count + collection.duplicateCount + collection.rejectedCount
    const { pieces, counts, causes } = await packOutcome({ collection, sets, explained }, turn('saving', rows))
    signal.throwIfAborted()
    const made: Reconciliation = {
      id: wish.id,
      at: wish.at,
      portal,
      console,
      counts,
      causes,
      searchedNear: near !== undefined,
      askedAt: null,
      hasRows: true,
    }
    try {
      saveReconciliation(db, made, pieces)
    } catch (error) {
      throw toStoreError(error, db.name)
    }
    return made
  }
}

type Sides = { readonly portal: ReconcileSource; readonly console: ReconcileSource; readonly isAgainstRecords: boolean }

function isCompared(field: ComparedField, { portal, console, isAgainstRecords }: Sides): boolean {
  if (isAgainstRecords && field === 'status') return true
  return portal.fields.includes(field) && console.fields.includes(field)
}

function sayListed(collection: Collection): void {
  const listed = collection.texts.addText(LISTED)
  for (let no = 0; no < collection.serials.count; no++) {
    const isUnsaid = collection.textNoOf('portal', 'status', no) === 0
    if (isUnsaid && collection.lineOf('portal', no) > 0) collection.say('portal', 'status', no, listed)
  }
}
