import { AppError, isCancelled } from '../../../shared/errors.ts'
import type { UnknownReason } from '../../../shared/model/diagnosis.ts'
import type { TreeSet } from '../../../shared/model/tree.ts'
import { FACT_SOURCES, type FactSource } from '../../../shared/model/tree-checks.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import type { Fact, FactSet, FactValues } from './facts.ts'
import { Off, type Before, type Pool, type Subject } from './gather.ts'
import { judgeBy, sourcesOf } from './judge.ts'
import { JUDGES } from './judges.ts'
import { checksIn, treesFrom, walk, type Known, type Walk } from './walk.ts'

/** A source that answers nothing for so long is left; each has tighter bounds of its own. */
const LONGEST_MS = 90_000

export type RunPorts = { readonly clock: Clock; readonly log: Log; readonly set: TreeSet }

export type RunRequest = {
  readonly tree: string
  readonly subject: Subject
  readonly facts: FactSet
  readonly answer: Known['answer']
  readonly reading: Known['reading']
}

export type RunContext = {
  readonly signal: AbortSignal
  readonly report: (walk: Walk, facts: FactSet) => void
}

export type Ran = { readonly walk: Walk; readonly facts: FactSet }

/** Every source unread; those that may not be asked say why. */
export function unreadFacts(off: Partial<Readonly<Record<FactSource, UnknownReason>>>): FactSet {
  const facts = FACT_SOURCES.map((source): [FactSource, Fact<never>] => {
    const why = off[source]
    return [source, why ? { state: 'off', why } : { state: 'pending' }]
  })
  return Object.fromEntries(facts) as FactSet // one entry per source
}

/** Somebody else's server answers, which may take as long as a device waits. */
const SLOW: ReadonlySet<FactSource> = new Set(['probe-apple', 'probe-enrollment', 'rehearsal'])

/**
 * Walks, reads what the walk needs, and walks again until it ends or waits for a person. Sources that the trees on the way
 * may ask are read at the same time. While a server is waited for, so is all that trees further on may ask: one that hangs
 * delays no other. What nobody needed in the end is given up.
 */
export async function runWalk(ports: RunPorts, pool: Pool, request: RunRequest, context: RunContext): Promise<Ran> {
  const { set } = ports
  const { tree, subject, answer, reading } = request
  const stopped = new AbortController()
  const signal = AbortSignal.any([context.signal, stopped.signal])
  const running = new Map<FactSource, Promise<void>>()
  let facts = request.facts

  const walkNow = () => {
    const now = ports.clock.now()
    return walk(set, tree, { answer, reading, judge: (check) => judgeBy(JUDGES, check, facts, now) })
  }

  function start(source: FactSource): void {
    const before: Before = {
      records: (facts.records as Fact<FactValues['records']> & { state: 'ready' }).value, // read before any other
      details: facts['apple-details'].state === 'ready' ? facts['apple-details'].value : undefined,
    }
    const read = readSource(ports, { pool, source, subject, before, signal }).then((fact) => {
      facts = { ...facts, [source]: fact }
      running.delete(source)
    })
    running.set(source, read)
  }

  function startAll(sources: readonly FactSource[]): void {
    for (const source of sources) if (!running.has(source)) start(source)
  }

  try {
    if (facts.records.state === 'pending') {
      const { value } = await pool.records(subject, {} as Before, signal) // asks nobody
      facts = { ...facts, records: { state: 'ready', at: ports.clock.now(), requests: 0, value } }
    }
    for (;;) {
      context.signal.throwIfAborted()
      const walked = walkNow()
      context.report(walked, facts)
      if (walked.waits !== 'facts') return { walk: walked, facts: withoutPending(facts) }
      startAll(wantedSources(set, walked.within, facts))
      if ([...running.keys()].some((source) => SLOW.has(source)))
        // A device is played only where the walk has come to: its server may record it.
        startAll(wantedSources(set, treesFrom(set, walked.within), facts).filter((source) => source !== 'rehearsal'))
      await Promise.race(running.values())
    }
  } finally {
    stopped.abort(new AppError('cancelled', 'nobody needs it any more'))
    await Promise.allSettled(running.values())
  }
}

/** What the checks of these trees may read and nobody has: the details before the profile, and both before its server. */
function wantedSources(set: TreeSet, within: readonly string[], facts: FactSet): readonly FactSource[] {
  const wanted = new Set(checksIn(set, within).flatMap((check) => sourcesOf(JUDGES, check)))
  const isPending = (source: FactSource) => facts[source].state === 'pending'
  const waits: Partial<Record<FactSource, FactSource>> = {
    'apple-profile': 'apple-details',
    'probe-enrollment': 'apple-details',
    rehearsal: 'apple-details',
  }
  for (const source of wanted) if (waits[source]) wanted.add(waits[source])
  return [...wanted].filter((source) => isPending(source) && !(waits[source] && isPending(waits[source])))
}

type Read = {
  readonly pool: Pool
  readonly source: FactSource
  readonly subject: Subject
  readonly before: Before
  readonly signal: AbortSignal
}

async function readSource(
  { clock, log }: RunPorts,
  { pool, source, subject, before, signal }: Read,
): Promise<Fact<FactValues[FactSource]>> {
  const timer = new AbortController()
  const both = AbortSignal.any([signal, timer.signal])
  const late = clock.sleep(LONGEST_MS, both).then(() => {
    throw new AppError('net.timeout', 'nothing was answered')
  })
  try {
    const { value, requests } = await Promise.race([pool[source](subject, before, both), late])
    return { state: 'ready', at: clock.now(), requests, value }
  } catch (error) {
    if (error instanceof Off) return { state: 'off', why: error.why }
    if (signal.aborted || isCancelled(error, signal)) return { state: 'pending' }
    if (error instanceof AppError) {
      if (error.code === 'vault.locked' || error.code === 'vault.missing') return { state: 'off', why: 'vault-locked' }
      return { state: 'failed', code: error.code, at: clock.now() }
    }
    log.error('diagnosis.source-broke', { source, error })
    return { state: 'failed', code: 'internal', at: clock.now() }
  } finally {
    timer.abort()
    await late.catch(() => {})
  }
}

/** What nobody needed. */
function withoutPending(facts: FactSet): FactSet {
  const entries = Object.entries(facts).map(([source, fact]) => [
    source,
    fact.state === 'pending' ? { state: 'off', why: 'not-asked' } : fact,
  ])
  return Object.fromEntries(entries) as FactSet // the same sources
}
