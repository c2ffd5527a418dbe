import { createReconciliationMaker, matchingRows } from '../../../../../main/core/reconcile/index.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import type { ByteSource } from '../../../../../main/ports/byte-source.ts'
import type { ReconcileFile } from '../../../../../shared/contract/reconcile.ts'
import { VERDICTS, type Reconciliation, type ReconcileRow } from '../../../../../shared/model/reconcile.ts'

export const calling = { signal: new AbortController().signal, report: () => {} }

/** Files by name, in memory, as a port gives them. */
export function bytesOf(files: Readonly<Record<string, string | Buffer>>): (path: string) => Promise<ByteSource> {
  return async (path) => {
    const given = files[path]!
    const bytes = typeof given === 'string' ? Buffer.from(given) : given
    return {
      name: path,
      size: bytes.length,
      chunks: async function* () {
        yield bytes
      },
      done: () => bytes.length,
      sha256: () => '00',
    }
  }
}

let made = 0

/** Reconciles two texts, or one with the records of the store. */
export async function reconcileTexts(
  db: WriteDb,
  portal: string | Buffer,
  console: string | Buffer | null,
  mapping?: ReconcileFile['mapping'],
): Promise<{ readonly made: Reconciliation; readonly rows: readonly ReconcileRow[] }> {
  const make = createReconciliationMaker({ db, openByteSource: bytesOf({ portal, console: console ?? '' }) })
  const wish = {
    portal: { path: 'portal', ...(mapping && { mapping }) },
    console: console === null ? null : { path: 'console' },
  }
  const result = await make({ id: `r${++made}`, at: made, ...wish }, calling)
  return { made: result, rows: await allRows(db, result.id) }
}

export async function allRows(db: WriteDb, id: string): Promise<readonly ReconcileRow[]> {
  const rows: ReconcileRow[] = []
  for await (const part of matchingRows(db, { id, verdicts: VERDICTS })) rows.push(...part)
  return rows
}

/** A list with a header; a row is its cells. */
export function csv(header: string, rows: readonly (readonly string[])[]): string {
  return [header, ...rows.map((cells) => cells.join(','))].join('\r\n')
}
