import { COMPARED_FIELDS, type ReconcileSource } from '../../../shared/model/reconcile.ts'
import { listDeviceRecords } from '../../db/reconcile-records.ts'
import type { ReadDb } from '../../db/open.ts'
import { NO_LINE, type Collection } from './collection.ts'

/** What the store says of a device at Apple, in a word that `agree.ts` knows. */
const STATUS_TEXT = { present: 'Present', gone: 'Gone', unknown: '' } as const

/** Reads the console's side from the store into the collection: every device, those that have left Apple too. */
export async function readRecords(
  db: ReadDb,
  collection: Collection,
  giveWay: (done: number) => Promise<void>,
): Promise<ReconcileSource> {
  const { serials, texts } = collection
  let rows = 0
  for (const portion of listDeviceRecords(db)) {
    await giveWay(rows)
    for (const { serial, atApple, server, group, profile } of portion) {
      rows++
      const no = serials.addText(serial)
      collection.put('console', no, NO_LINE)
      collection.say('console', 'status', no, texts.addText(STATUS_TEXT[atApple]))
      collection.say('console', 'server', no, texts.addText(server))
      collection.say('console', 'group', no, texts.addText(group))
      collection.say('console', 'profile', no, texts.addText(profile))
    }
  }
  const counts = { rows, accepted: rows, repaired: 0, rejected: 0 }
  return { kind: 'records', name: '', sha256: null, ...counts, fields: COMPARED_FIELDS }
}
