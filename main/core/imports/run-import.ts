import type { ImportPreview, ImportProgress, ImportWish } from '../../../shared/contract/imports.ts'
import type { CallContext } from '../../../shared/contract/define.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ImportCounts, ImportRecord, ImportRemark } from '../../../shared/model/import.ts'
import { adoptRecords, applyPortion } from '../../db/console-facts.ts'
import { beginGathering, endGathering, gatherRows, orderGathered, stageOrdered } from '../../db/gather-rows.ts'
import { saveMapping } from '../../db/import-mappings.ts'
import {
  addImport,
  commitImport,
  discardPortion,
  findImport,
  finishPortion,
  IMPORT_LEASE,
  listOpenImports,
  NO_IMPORT_COUNTS,
  type OpenImport,
} from '../../db/imports.ts'
import { LEASE_MS, releaseLease, renewLease, takeLease, type Lease } from '../../db/leases.ts'
import type { WriteDb } from '../../db/open.ts'
import { toStoreError } from '../../db/store-error.ts'
import type { OpenByteSource } from '../../ports/byte-source.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ProcessIdentity } from '../../ports/process-identity.ts'
import { nextTurn } from '../turn.ts'
import { readConsoleRows, tellsAnything } from './console-rows.ts'
import { decideFacts, isBetterRow } from './decide-facts.ts'
import { openTable } from './read-table.ts'
import { surveyFile, type Choices, type Survey } from './survey.ts'

export type ImporterPorts = {
  readonly db: WriteDb
  readonly openByteSource: OpenByteSource
  readonly clock: Pick<Clock, 'now'>
  readonly identity: ProcessIdentity
}

export type Importer = {
  readonly preview: (choices: Choices, context: CallContext<ImportProgress>) => Promise<ImportPreview>
  readonly run: (
    wish: ImportWish & { readonly id: string },
    context: CallContext<ImportProgress>,
  ) => Promise<ImportRecord>
  /** Ends what a program before this one left: an import that counts is carried out, one that does not is taken away. */
  readonly resume: () => Promise<void>
}

/** Rows of one transaction: some ten milliseconds, after which whoever waits to write gets its turn. */
const STAGED_AT_ONCE = 2000
const APPLIED_AT_ONCE = 500
/** All of them are counted; so many are kept to be looked at. */
const MOST_NOT_UNDERSTOOD = 10_000

/**
 * Imports of what the console says. The rows of a file are gathered and staged, which changes no device; one write then makes the
 * import count; after that its rows are carried over in portions, by this program or by the next one that starts. So a
 * store is as before or, once a program has started on it, as after (docs/decisions/0017-imports.md).
 */
export function createImporter(ports: ImporterPorts): Importer {
  const { db, clock, identity } = ports

  function take(owner: string): Lease | undefined {
    return takeLease(db, {
      name: IMPORT_LEASE,
      owner: `${identity.name}:${owner}`,
      now: clock.now(),
      isAbandoned: (other) => identity.isDead(other.slice(0, other.lastIndexOf(':'))),
    })
  }

  /** One transaction that exists only while nobody else has taken over. */
  function write<T>(lease: Lease, work: () => T): T {
    try {
      return db
        .transaction(() => {
          if (!renewLease(db, { ...lease, expiresAt: clock.now() + LEASE_MS })) {
            throw new AppError('import.already-running', 'another program has taken over')
          }
          return work()
        })
        .immediate()
    } catch (error) {
      throw toStoreError(error, db.name)
    }
  }

  async function repeat(lease: Lease, portion: () => boolean): Promise<void> {
    while (!write(lease, portion)) await nextTurn()
  }

  /** Carried to its end: nobody cancels here. */
  async function apply(lease: Lease, open: OpenImport, report: (done: number) => void): Promise<void> {
    const next = (state: OpenImport) => write(lease, () => applyPortion(db, state, APPLIED_AT_ONCE, decideFacts))
    for (let state = next(open); state !== undefined; state = next(state)) {
      report(state.record.counts.devices)
      await nextTurn()
    }
    await repeat(lease, () => finishPortion(db, open.no, clock.now()))
  }

  async function endOpen(lease: Lease): Promise<void> {
    for (const open of listOpenImports(db)) {
      if (open.state === 'staging') await repeat(lease, () => discardPortion(db, open.no))
      else await apply(lease, open, () => {})
    }
  }

  async function stage(
    lease: Lease,
    { wish, survey, no }: { wish: ImportWish; survey: Survey; no: number },
    { signal, report }: CallContext<ImportProgress>,
  ): Promise<ImportCounts> {
    const source = await ports.openByteSource(wish.path)
    const table = await openTable(source.chunks())
    beginGathering(db)
    let [duplicates, notUnderstood, keptCells] = [0, 0, 0]
    let counts: ImportCounts = NO_IMPORT_COUNTS
    const isKept = ({ kind }: ImportRemark) => kind !== 'not-understood' || keptCells++ < MOST_NOT_UNDERSTOOD
    for await (const part of readConsoleRows(table, survey.plan, { order: undefined, ambiguous: 0 })) {
      const remarks = part.remarks.filter(isKept)
      const most = Math.max(part.rows.length, remarks.length)
      for (let at = 0; at < most; at += STAGED_AT_ONCE) {
        signal.throwIfAborted()
        const portion = { rows: slice(part.rows, at), remarks: slice(remarks, at), isBetter: isBetterRow }
        duplicates += write(lease, () => gatherRows(db, no, portion))
        await nextTurn()
      }
      notUnderstood += part.notUnderstood
      counts = { ...NO_IMPORT_COUNTS, ...part.counts, duplicates, notUnderstood }
      report({ phase: 'storing', done: source.done(), total: survey.sizeBytes })
    }
    signal.throwIfAborted()
    if (source.sha256() !== survey.sha256) {
      throw new AppError('import.changed-meanwhile', 'the file was changed while it was read', { path: wish.path })
    }
    orderGathered(db)
    let staged = 0
    await repeat(lease, () => {
      signal.throwIfAborted()
      const portion = stageOrdered(db, staged, STAGED_AT_ONCE)
      staged += portion
      return portion === 0
    })
    return counts
  }

  async function survey(choices: Choices, { signal, report }: CallContext<ImportProgress>): Promise<Survey> {
    const look = (progress: { done: number; total: number }) => report({ phase: 'reading', ...progress })
    return surveyFile(ports, choices, { signal, report: look })
  }

  /** A file from the future was written by a clock that is wrong: nothing would be newer than it for long. */
  const dateOf = (found: Survey) => Math.min(Math.floor(found.modifiedAt ?? clock.now()), clock.now())

  return {
    async preview(choices, context) {
      const { plan: _plan, modifiedAt: _modifiedAt, ...found } = await survey(choices, context)
      return { ...found, asOf: dateOf({ ...found, plan: _plan, modifiedAt: _modifiedAt }) }
    },

    async run({ id, ...wish }, context) {
      const found = await survey(wish, context)
      if (wish.sha256 !== undefined && wish.sha256 !== found.sha256) {
        throw new AppError('import.changed-meanwhile', 'the file was changed since it was looked at', {
          path: wish.path,
        })
      }
      if (found.mapping.serial === undefined) {
        throw new AppError('import.no-serial-column', 'no column holds serial numbers', { path: wish.path })
      }
      if (!tellsAnything(found.plan)) {
        throw new AppError('import.nothing-told', 'it speaks of nothing but serial numbers', { path: wish.path })
      }
      const lease = take(id)
      if (!lease) throw new AppError('import.already-running', 'another import is under way')
      try {
        await endOpen(lease)
        const { kind, fileName, sha256, sizeBytes, mapping } = found
        const now = clock.now()
        const asOf = Math.min(wish.asOf ?? dateOf(found), now)
        const given = { id, kind, fileName, sha256, sizeBytes, mapping, asOf, startedAt: now }
        const no = write(lease, () => addImport(db, given))
        try {
          const counts = await stage(lease, { wish, survey: found, no }, context)
          write(lease, () => commitImport(db, no, counts))
        } catch (error) {
          await repeat(lease, () => discardPortion(db, no))
          throw error
        } finally {
          endGathering(db)
        }
        const open = listOpenImports(db).find((each) => each.no === no)!
        const total = open.record.counts.rows - open.record.counts.rejected - open.record.counts.duplicates
        await apply(lease, open, (done) => context.report({ phase: 'applying', done, total }))
        if (wish.remember && found.signature !== '') {
          write(lease, () => saveMapping(db, { signature: found.signature, kind, mapping, savedAt: now }))
        }
        return findImport(db, id)!
      } finally {
        releaseLease(db, lease)
      }
    },

    async resume() {
      if (listOpenImports(db).length === 0) return
      const lease = take('resume')
      if (!lease) return
      try {
        await endOpen(lease)
      } finally {
        releaseLease(db, lease)
      }
    },
  }
}

function slice<T>(list: readonly T[], at: number): readonly T[] {
  return list.slice(at, at + STAGED_AT_ONCE)
}

/** What the console had said of devices before Apple listed them; after a sync has brought new ones. */
export function adoptConsoleRecords(db: WriteDb): void {
  while (adoptRecords(db, decideFacts) > 0) continue
}
