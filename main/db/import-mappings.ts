import type { ColumnMapping, ImportKind, SavedMapping } from '../../shared/model/import.ts'
import type { ReadDb, WriteDb } from './open.ts'
import { all, get, run, sql } from './sql.ts'

type Row = { readonly signature: string; readonly kind: ImportKind; readonly mapping: string; readonly savedAt: number }

/** More are not kept; the oldest goes. */
const MOST_MAPPINGS = 200

export function listMappings(db: ReadDb): readonly SavedMapping[] {
  return all<Row>(
    db,
    sql`SELECT signature, kind, mapping, saved_at AS savedAt FROM import_mappings ORDER BY saved_at DESC, signature`,
  ).map(toMapping)
}

export function findMapping(db: ReadDb, signature: string): SavedMapping | undefined {
  const row = get<Row>(
    db,
    sql`SELECT signature, kind, mapping, saved_at AS savedAt FROM import_mappings WHERE signature = ${signature}`,
  )
  return row && toMapping(row)
}

export function saveMapping(db: WriteDb, { signature, kind, mapping, savedAt }: SavedMapping): void {
  db.transaction(() => {
    run(
      db,
      sql`INSERT INTO import_mappings (signature, kind, mapping, saved_at)
          VALUES (${signature}, ${kind}, ${JSON.stringify(mapping)}, ${savedAt})
          ON CONFLICT (signature) DO UPDATE
          SET kind = excluded.kind, mapping = excluded.mapping, saved_at = excluded.saved_at`,
    )
    run(
      db,
      sql`DELETE FROM import_mappings WHERE signature IN
            (SELECT signature FROM import_mappings ORDER BY saved_at DESC, signature LIMIT -1 OFFSET ${MOST_MAPPINGS})`,
    )
  }).immediate()
}

export function deleteMapping(db: WriteDb, signature: string): void {
  run(db, sql`DELETE FROM import_mappings WHERE signature = ${signature}`)
}

function toMapping({ mapping, ...row }: Row): SavedMapping {
  return { ...row, mapping: JSON.parse(mapping) as ColumnMapping } // only this file writes it
}
