import { expect, it } from 'vitest'
import { createPortalFacts } from '../../../../../main/core/diagnosis/portal.ts'
import type { Serial } from '../../../../../shared/model/ids.ts'
import type { Reconciliation, ReconcileRow } from '../../../../../shared/model/reconcile.ts'

const signal = new AbortController().signal
const SERIAL = 'C02A' as Serial
const row = (part: Partial<ReconcileRow>): ReconcileRow => ({
  ...{ serial: SERIAL, verdict: 'both', cause: null, remedy: null, portalLine: 2, consoleLine: 2, other: null },
  differences: [],
  ...part,
})

function factsOf(rows: readonly ReconcileRow[], kind: 'file' | 'records' = 'file') {
  const made = { id: 'r1', at: 7, hasRows: true, portal: { kind, rows: 3 } } as Reconciliation
  return createPortalFacts({ list: () => [made], rows: () => ({ total: rows.length, rows }) })(SERIAL, { signal })
}

it.each([
  ['listed for this server', row({}), { isListed: true, server: 'this', serverName: null }],
  ['unassigned', row({ verdict: 'portal-only', cause: 'unassigned' }), { isListed: true, server: 'unassigned' }],
  [
    'on another server',
    row({ verdict: 'mismatched', differences: [{ field: 'server', portal: 'Lab', console: 'HQ' }] }),
    { isListed: true, server: 'other', serverName: 'Lab' },
  ],
  ['not in the portal', row({ verdict: 'console-only' }), { isListed: false }],
] as const)('a device that is %s', async (_what, found, expected) => {
  expect(await factsOf([row({ serial: 'C02AB' }), found])).toMatchObject({ importedAt: 7, rows: 3, serial: expected })
})

it('a serial number in neither list, and no comparison at all', async () => {
  expect(await factsOf([row({ serial: 'C02AB' })])).toMatchObject({ serial: null })
  expect(await factsOf([row({})], 'records')).toBeUndefined()
})
