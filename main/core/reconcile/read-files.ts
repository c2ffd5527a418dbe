import type { CallContext } from '../../../shared/contract/define.ts'
import type { ReconcileProgress } from '../../../shared/contract/reconcile.ts'
import type { ReconcileSide } from '../../../shared/model/reconcile.ts'
import type { Collection } from './collection.ts'
import type { FileSide, ReadSide, SideBatch, SideFile } from './side-batch.ts'

export type SideReaders = { readonly readPortal: ReadSide; readonly readConsole: ReadSide }
export type FileWishes = { readonly portal: SideFile; readonly console: SideFile | null }

/**
 * Reads the portal's file into the collection, then the console's. The console's reader is started as soon as it is known
 * what the portal's file has columns for, so that another thread may read meanwhile.
 */
export async function readFiles(
  wish: FileWishes,
  { readPortal, readConsole }: SideReaders,
  collection: Collection,
  { signal, report }: CallContext<ReconcileProgress>,
): Promise<{ readonly portal: FileSide; readonly console: FileSide | undefined }> {
  let consoleFile: AsyncGenerator<SideBatch, FileSide> | undefined
  let first: Promise<IteratorResult<SideBatch, FileSide>> | undefined

  function begin({ fields }: Pick<SideBatch, 'fields'>): void {
    if (!wish.console || first) return
    consoleFile = readConsole({ ...wish.console, wanted: fields }, signal)
    first = consoleFile.next()
    first.catch(() => {}) // it is told after the portal's file is read
  }

  async function takeAll(
    side: ReconcileSide,
    batches: AsyncGenerator<SideBatch, FileSide>,
    begun?: Promise<IteratorResult<SideBatch, FileSide>>,
  ): Promise<FileSide> {
    const takePart = createTaker(side, collection)
    for (let next = await (begun ?? batches.next()); ; next = await batches.next()) {
      signal.throwIfAborted()
      if (next.done) return next.value
      if (side === 'portal') begin(next.value)
      takePart(next.value)
      report({ phase: side, done: next.value.done, total: next.value.total })
    }
  }

  const portalFile = readPortal(wish.portal, signal)
  try {
    const portal = await takeAll('portal', portalFile)
    begin(portal)
    return { portal, console: consoleFile && (await takeAll('console', consoleFile, first)) }
  } finally {
    await portalFile.return(undefined as never)
    await first?.catch(() => {})
    await consoleFile?.return(undefined as never)
  }
}

/** More is never made room for in advance: a file that pretends to be large must not take the memory. */
const MOST_RESERVED = 2_000_000

/** The first batch tells how many rows are to be expected, and how long their serial numbers are. */
function createTaker(side: ReconcileSide, collection: Collection) {
  let isFirst = true
  return (batch: SideBatch): void => {
    const { lines, serials, done, total } = batch
    if (isFirst && side === 'portal' && total !== null && lines.length > 0) {
      const expected = Math.min(MOST_RESERVED, Math.ceil((lines.length * total * 1.1) / Math.max(1, done)))
      collection.reserve(expected, serials.bytes.length / lines.length)
    }
    isFirst = false
    collection.take(side, batch)
  }
}
