import { AT_APPLE } from '../../shared/model/device.ts'
import type { WriteDb } from './open.ts'
import { identifier, run, sql } from './sql.ts'

type ForeignKey = { readonly table: string; readonly from: string; readonly to: string }

/**
 * Makes a store of salvaged rows consistent: what refers to a lost row is left out (the damaged store still has it),
 * counts are counted anew, and every token begins with a complete list, which brings lost devices back.
 */
export function mendSalvaged(db: WriteDb): void {
  db.transaction(() => {
    let changes: number
    do changes = leaveOutLooseRows(db)
    while (changes > 0)
    const present = AT_APPLE.indexOf('present')
    run(
      db,
      sql`UPDATE sync_state SET phase = 'fetch', cursor = NULL, cursor_at = NULL, next_sync_at = NULL,
            device_count = (SELECT count(*) FROM assignments
                            WHERE assignments.token_no = sync_state.token_no AND at_apple = ${present})`,
    )
    run(db, sql`DELETE FROM fetch_pages`)
  })()
}

function leaveOutLooseRows(db: WriteDb): number {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
  let changes = 0
  for (const table of tables) {
    for (const { table: parent, from, to } of db.pragma(`foreign_key_list(${table})`) as ForeignKey[]) {
      const [child, column] = [identifier(table), identifier(from)]
      const query = sql`DELETE FROM ${child} WHERE ${column} IS NOT NULL
                        AND NOT EXISTS (SELECT 1 FROM ${identifier(parent)} AS parent WHERE parent.${identifier(to)} = ${child}.${column})`
      changes += run(db, query).changes
    }
  }
  return changes
}
