import type { Doctor } from '../../shared/contract/app.ts'
import { checkIntegrity } from './integrity.ts'
import type { ReadDb } from './open.ts'
import { measureStore } from './store-facts.ts'

/** How large the store is and whether it is sound. Reads all of it: seconds for a million devices. */
export function checkStore(db: ReadDb): Omit<Doctor['store'], 'schemaVersion'> {
  return { ...measureStore(db), integrity: checkIntegrity(db).isSound ? 'ok' : 'damaged' }
}
