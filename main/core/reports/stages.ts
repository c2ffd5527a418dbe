import type { StageCounts } from '../../../shared/contract/reports.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { LIFECYCLE_ROWS } from '../../../shared/model/report-presets.ts'

type Facets = Pick<CoreHandlers['devices'], 'facets'>

/** Rows of the lifecycle report by stage, counted in the index that its rows are read from. */
export async function countStages({ facets }: Facets, context: Parameters<Facets['facets']>[1]): Promise<StageCounts> {
  const { enrollmentStatus, atApple, assignment } = await facets({ filter: LIFECYCLE_ROWS }, context)
  return { enrollmentStatus, atApple, assignment }
}
