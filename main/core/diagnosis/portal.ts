import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { ReconcileRow } from '../../../shared/model/reconcile.ts'
import type { PortalFacts } from './facts.ts'
import type { GatherPorts } from './gather.ts'

/** Serial numbers that hold this one, of which one is it. */
const ROWS_LOOKED_AT = 50

/** Every usable serial number has exactly one row of these. */
const LISTED = ['both', 'mismatched', 'portal-only', 'console-only'] as const

/** What the newest comparison with an export of the portal says about one serial number. */
export function createPortalFacts(
  reconcile: Pick<CoreHandlers['reconcile'], 'list' | 'rows'>,
): NonNullable<GatherPorts['portalFacts']> {
  return async (serial, { signal }) => {
    const context = { signal, report: () => {} }
    const newest = (await reconcile.list({}, context)).find(({ portal, hasRows }) => portal.kind === 'file' && hasRows)
    if (!newest) return undefined
    const facts = { importedAt: newest.at, rows: newest.portal.rows }
    if (serial === null) return { ...facts, serial: null }
    const wanted = { id: newest.id, verdicts: [...LISTED], search: serial, offset: 0, limit: ROWS_LOOKED_AT }
    const { rows } = await reconcile.rows(wanted, context)
    const row = rows.find((one) => one.serial === serial)
    return { ...facts, serial: row ? readRow(row) : null }
  }
}

function readRow({ verdict, cause, differences }: ReconcileRow): NonNullable<PortalFacts['serial']> {
  const serverName = differences.find(({ field }) => field === 'server')?.portal ?? null
  const isElsewhere = cause === 'other-server' || serverName !== null
  const server = cause === 'unassigned' ? 'unassigned' : isElsewhere ? 'other' : 'this'
  return { isListed: verdict !== 'console-only', server, serverName }
}
