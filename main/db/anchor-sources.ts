import type { ProfileId } from '../../shared/model/ids.ts'
import type { ReadDb } from './open.ts'
import { all, sql } from './sql.ts'

export type AnchorSource = { readonly id: ProfileId; readonly name: string; readonly body: string }

/** Drafts and what Apple was given and still has, of profiles that are there; only those that may hold such certificates. */
export function listAnchorSources(db: ReadDb): readonly AnchorSource[] {
  return all<AnchorSource>(
    db,
    sql`SELECT id, name, draft AS body FROM profiles WHERE removed_at IS NULL AND instr(draft, 'anchor_certs') > 0
        UNION
        SELECT id, name, body FROM profile_versions JOIN profiles ON profiles.no = profile_no
        WHERE removed_at IS NULL AND profile_versions.state = 'published' AND instr(body, 'anchor_certs') > 0
        ORDER BY name`,
  )
}
