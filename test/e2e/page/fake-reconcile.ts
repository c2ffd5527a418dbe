import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { toSerial } from '../../../shared/model/ids.ts'
import type { Cause, Reconciliation, ReconcileRow, Remedy, Verdict } from '../../../shared/model/reconcile.ts'

import type { Scene } from './scenes.ts'

/** A reconciliation of a portal that shows fewer devices, with some rows of every set. */
export function fakeReconcileHandlers(
  { tokens, hasStrangeTexts }: Pick<Scene, 'tokens' | 'hasStrangeTexts'>,
  changed = () => {},
): CoreHandlers['reconcile'] {
  const hasSome = tokens !== 'broken' && tokens.length > 0
  let list: readonly Reconciliation[] = hasSome
    ? [
        fakeReconciliation('r2', Date.now() - 3_600_000, 'records'),
        fakeReconciliation('r1', Date.now() - 8 * 86_400_000, 'records'),
        fakeReconciliation('r0', Date.now() - 40 * 86_400_000, 'file'),
      ].map((made) => (hasStrangeTexts ? lengthen(made) : made))
    : []
  const requireOne = (id: string): Reconciliation => {
    const found = list.find((known) => known.id === id)
    if (!found) throw new AppError('reconcile.not-found', `there is no reconciliation ${id}`)
    return found
  }
  const matching = ({ verdicts, cause, search = '' }: Wanted) =>
    ROWS.filter(
      (row) =>
        verdicts.includes(row.verdict) &&
        (cause === undefined || row.cause === cause) &&
        (row.serial ?? '').includes(toSerial(search)),
    )

  return {
    start: async ({ console }, { report }) => {
      for (const phase of ['portal', 'console', 'comparing', 'explaining', 'saving'] as const) {
        report({ phase, done: 1, total: 2 })
        await new Promise((resolve) => setTimeout(resolve, 200))
      }
      const made = fakeReconciliation(`r${list.length + 2}`, Date.now(), console ? 'file' : 'records')
      list = [made, ...list]
      changed()
      return made
    },
    list: () => {
      if (tokens === 'broken') throw new Error('made to fail')
      return list
    },
    show: ({ id }) => requireOne(id),
    rows: ({ offset, limit, ...wanted }) => {
      requireOne(wanted.id)
      const rows = matching(wanted)
      return { total: rows.length, rows: rows.slice(offset, offset + limit) }
    },
    serials: (wanted) => {
      const serials = matching(wanted).flatMap(({ serial }) => (serial === null ? [] : [toSerial(serial)]))
      return { total: serials.length, serials }
    },
    exportCsv: ({ path, ...wanted }) => ({ rows: matching(wanted).length, path }),
    compare: ({ id, with: given }) => {
      const after = requireOne(id)
      const before = given === undefined ? list[list.indexOf(after) + 1] : requireOne(given)
      if (!before) throw new AppError('reconcile.nothing-to-compare', 'it is the first one')
      const changes = [
        { serial: 'F9FXK1A2JF8J', before: null, after: 'console-only' },
        { serial: 'DMPX42Z1K3M7', before: 'portal-only', after: null },
      ] as const
      return { before, after, appeared: 1, resolved: 1, moved: 0, same: ROWS.length - 1, changes }
    },
    askApple: ({ id }) => {
      const asked = { ...requireOne(id), askedAt: Date.now() }
      list = list.map((known) => (known.id === id ? asked : known))
      return { reconciliation: asked, asked: 2, left: 0 }
    },
    remove: ({ id }) => {
      requireOne(id)
      list = list.filter((known) => known.id !== id)
      changed()
      return null
    },
  }
}

function lengthen(made: Reconciliation): Reconciliation {
  const name = `أجهزة ${'Geräteliste des Portals für alle Standorte der Donaudampfschifffahrtsgesellschaft '.repeat(3)}.csv`
  return { ...made, portal: { ...made.portal, name } }
}

type Wanted = {
  readonly id: string
  readonly verdicts: readonly Verdict[]
  readonly cause?: Cause | undefined
  readonly search?: string | undefined
}

function row(serial: string | null, verdict: Verdict, cause: Cause | null, remedy: Remedy | null): ReconcileRow {
  const portalLine = verdict === 'console-only' ? null : 12
  const other = cause === 'typing-damage' ? 'G6TZ70C8HG7F' : null
  return { serial, verdict, cause, remedy, portalLine, consoleLine: null, other, differences: [] }
}

const ROWS: readonly ReconcileRow[] = [
  ...Array.from({ length: 40 }, (_, n) => row(`C39X${String(n * 7919).padStart(8, '0')}`, 'both', null, null)),
  {
    ...row('C02ZK0ABMD6T', 'mismatched', 'other-server', 'move-in-portal'),
    differences: [{ field: 'server', portal: 'Field devices', console: 'Headquarters' }],
  },
  row('DMPX42Z1K3M9', 'portal-only', 'unassigned', 'assign-in-portal'),
  row('DMPX42Z1K3N0', 'portal-only', 'not-synced-yet', 'sync'),
  row('G6TZ7OC8HG7F', 'portal-only', 'typing-damage', 'correct-serial'),
  row('F9FXK1A2JF8J', 'console-only', 'released', 'clean-up-record'),
  row('F9FXK1A2JF8K', 'console-only', 'released', 'clean-up-record'),
  row('F9FXK1A2JF8L', 'console-only', 'replaced-device', 'follow-replacement'),
  row('F9FXK1A2JF8M', 'console-only', 'unknown-ask-apple', 'ask-apple'),
  row('F9FXK1A2JF8N', 'console-only', 'unknown-ask-apple', 'ask-apple'),
  row('C39X00000000', 'duplicate', 'listed-twice', 'remove-line'),
  row('7.64E+11', 'invalid', 'damaged-serial', 'repair-cell'),
]

const count = (verdict: Verdict) => ROWS.filter((one) => one.verdict === verdict).length

export function fakeReconciliation(id: string, at: number, kind: 'file' | 'records'): Reconciliation {
  const causes = new Map<string, Reconciliation['causes'][number]>()
  for (const { verdict, cause } of ROWS) {
    if (cause === null) continue
    const known = causes.get(`${verdict} ${cause}`)?.count ?? 0
    causes.set(`${verdict} ${cause}`, { verdict, cause, count: known + 1 })
  }
  const file = { rows: 46, accepted: 44, repaired: 1, rejected: 1, fields: ['status', 'server'] } as const
  const sha256 = '9e9360723bc6d8eb9d59c0e7b7f9d2d6229a840cee787ad543325d4f10cfff95'
  return {
    id,
    at,
    portal: { ...file, kind: 'file', name: 'portal devices.csv', sha256 },
    console:
      kind === 'file'
        ? { ...file, kind, name: 'Enrollment Status.csv', sha256 }
        : { ...file, kind, name: '', sha256: null, repaired: 0, rejected: 0, accepted: 46 },
    counts: {
      both: count('both') + count('mismatched'),
      mismatched: count('mismatched'),
      portalOnly: count('portal-only'),
      consoleOnly: count('console-only'),
      duplicates: count('duplicate'),
      invalid: count('invalid'),
    },
    causes: [...causes.values()].sort((a, b) => b.count - a.count),
    searchedNear: true,
    askedAt: null,
    hasRows: true,
  }
}
