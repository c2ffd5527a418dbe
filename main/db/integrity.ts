import type { ReadDb } from './open.ts'
import { isDamage } from './store-error.ts'

export type Integrity = { readonly isSound: boolean; readonly problems: readonly string[] }

const MOST_PROBLEMS = 100

/**
 * `full` reads the store once and compares every index with its table and every reference with its target: seconds for
 * a million devices. `quick` leaves the comparison out. An unreadable file is an answer too, not a failure.
 */
export function checkIntegrity(db: ReadDb, depth: 'full' | 'quick' = 'full'): Integrity {
  try {
    const check = depth === 'full' ? 'integrity_check' : 'quick_check'
    const told = db.pragma(`${check}(${MOST_PROBLEMS})`) as readonly Record<string, string>[] // one text per row
    const problems = told.map((row) => row[check]!).filter((text) => text !== 'ok')
    if (depth === 'full' && problems.length === 0) problems.push(...findLooseReferences(db))
    return { isSound: problems.length === 0, problems }
  } catch (error) {
    if (!isDamage(error)) throw error
    return { isSound: false, problems: [(error as Error).message] } // `isDamage` says it is one
  }
}

function findLooseReferences(db: ReadDb): readonly string[] {
  const rows = db.pragma('foreign_key_check') as readonly { readonly table: string; readonly parent: string }[]
  const kinds = new Set(rows.map(({ table, parent }) => `a row of ${table} refers to none of ${parent}`))
  return [...kinds].slice(0, MOST_PROBLEMS)
}
