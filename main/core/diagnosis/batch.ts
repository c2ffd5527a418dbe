import { MAX_BATCH_DEVICES } from '../../../shared/contract/diagnosis.ts'
import type { CallContext } from '../../../shared/contract/define.ts'
import { MAX_PAGE_ROWS, type DeviceSelection } from '../../../shared/contract/devices.ts'
import { AppError } from '../../../shared/errors.ts'
import type { BatchDiagnosis, BatchGroup } from '../../../shared/model/diagnosis.ts'
import type { Serial, TokenId } from '../../../shared/model/ids.ts'
import type { TreeSet } from '../../../shared/model/tree.ts'
import type { Walk } from './walk.ts'
import type { DeviceReader } from '../devices/index.ts'
import type { FactSet } from './facts.ts'
import { createPool, type GatherPorts, type Pool } from './gather.ts'
import { nextTurn } from '../turn.ts'
import { runWalk } from './run-walk.ts'

export type BatchPorts = GatherPorts & {
  readonly reader: Pick<DeviceReader, 'openView' | 'rows' | 'closeView'>
  readonly set: TreeSet
}
export type BatchRequest = {
  readonly selection: DeviceSelection
  readonly tree: string
  readonly tokenId: TokenId | undefined
  readonly facts: FactSet
}
type BatchContext = CallContext<{ readonly done: number; readonly total: number }>

/** Apple answers for so many devices at once. */
const DETAILS_AT_ONCE = 1000
/** While one waits for a server others go on; more would only hold this thread for longer at a stretch. */
const AT_ONCE = 4
/** One tree for many devices, without asking anybody. Details are asked for in bulk, profiles and servers once each. */
export async function runBatch(
  ports: BatchPorts,
  request: BatchRequest,
  context: BatchContext,
): Promise<BatchDiagnosis> {
  const serials = await resolve(ports, request.selection, context)
  const total = serials.length
  const pool = createPool(ports, request.tokenId)
  const groups = new Map<string, BatchGroup & { serials: string[] }>()
  try {
    if (asksDetails(request)) await prefetch(pool, serials, context.signal)
    let done = 0
    const waiting = serials.values()
    const work = async () => {
      for (const serial of waiting) {
        const walk = await diagnose(ports, pool, { ...request, serial, signal: context.signal })
        addTo(groups, serial, walk)
        context.report({ done: ++done, total })
        await nextTurn()
        context.signal.throwIfAborted()
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    return {
      tree: request.tree,
      at: ports.clock.now(),
      total,
      groups: [...groups.values()].toSorted((a, b) => b.count - a.count),
      requests: pool.requests(),
    }
  } finally {
    await pool.close()
  }
}

/** Serial numbers of a selection; more than can be diagnosed are refused before they are read. */
async function resolve(
  { reader }: BatchPorts,
  selection: DeviceSelection,
  { signal }: { readonly signal: AbortSignal },
): Promise<readonly Serial[]> {
  if (selection.kind === 'serials') return refuseTooMany([...new Set(selection.serials)])
  const context = { signal, report: () => {} }
  const { view, total } = await reader.openView({ filter: selection.filter, sort: BY_SERIAL }, context)
  try {
    const except = new Set<string>(selection.except)
    if (total - except.size > MAX_BATCH_DEVICES) throw tooMany(total)
    const serials: Serial[] = []
    for (let offset = 0; offset < total; offset += MAX_PAGE_ROWS) {
      const rows = await reader.rows({ view, offset, limit: Math.min(MAX_PAGE_ROWS, total - offset) }, context)
      serials.push(...rows.map(({ serial }) => serial).filter((serial) => !except.has(serial)))
    }
    return refuseTooMany(serials)
  } finally {
    await reader.closeView({ view }, context)
  }
}

const BY_SERIAL = { column: 'serial', direction: 'asc' } as const

function refuseTooMany(serials: readonly Serial[]): readonly Serial[] {
  if (serials.length > MAX_BATCH_DEVICES) throw tooMany(serials.length)
  return serials
}

function tooMany(count: number): AppError {
  return new AppError('diagnosis.too-many', `${count} devices were chosen`)
}

function asksDetails({ facts }: BatchRequest): boolean {
  return facts['apple-details'].state === 'pending'
}

/**
 * In bulk, by the token of each; what that does not know is asked of the others. A token that refuses is asked again by each
 * device and answers the same, at once, from what is remembered.
 */
async function prefetch(pool: Pool, serials: readonly Serial[], signal: AbortSignal): Promise<void> {
  const byToken = new Map<TokenId, Serial[]>()
  for (const serial of serials) {
    const id = pool.recordsOf(serial).token?.id as TokenId | undefined // kept as text
    if (id)
      byToken
        .set(id, byToken.get(id) ?? [])
        .get(id)!
        .push(serial)
    await nextTurn()
    signal.throwIfAborted()
  }
  for (const [own, mine] of byToken) {
    let unknown = await askInParts(pool, own, mine, signal)
    for (const other of pool.otherTokens(own)) unknown = await askInParts(pool, other, unknown, signal)
  }
}

/** Answers with those of which the token knows nothing. */
async function askInParts(
  pool: Pool,
  token: TokenId,
  serials: readonly Serial[],
  signal: AbortSignal,
): Promise<readonly Serial[]> {
  const unknown: Serial[] = []
  for (let at = 0; at < serials.length; at += DETAILS_AT_ONCE) {
    const part = serials.slice(at, at + DETAILS_AT_ONCE)
    const missing = await pool
      .prefetchDetails(token, part, signal)
      .catch((error: unknown) => ignoreRefusal(error) ?? part)
    unknown.push(...missing)
  }
  return unknown
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof AppError) || error.code === 'cancelled') throw error
}

type One = BatchRequest & { readonly serial: Serial; readonly signal: AbortSignal }

async function diagnose(ports: BatchPorts, pool: Pool, { serial, tree, facts, signal }: One): Promise<Walk> {
  const nobody = () => undefined
  const request = { tree, subject: { serial }, facts, answer: nobody, reading: nobody }
  const { walk } = await runWalk(ports, pool, request, { signal, report: () => {} })
  return walk
}

function addTo(groups: Map<string, BatchGroup & { serials: string[] }>, serial: string, walk: Walk): void {
  const [first] = walk.causes
  const openQuestion = first ? null : (walk.openQuestions[0] ?? null)
  const key = first?.cause ?? `? ${openQuestion}`
  const known = groups.get(key)
  if (known) {
    known.serials.push(serial)
    groups.set(key, { ...known, count: known.count + 1 })
    return
  }
  groups.set(key, {
    cause: first?.cause ?? null,
    remedies: first?.remedies ?? [],
    count: 1,
    serials: [serial],
    openQuestion,
  })
}
