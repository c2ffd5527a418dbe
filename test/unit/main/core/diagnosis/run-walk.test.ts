import { expect, it } from 'vitest'
import type { FactSource } from '../../../../../shared/model/tree-checks.ts'
import { TREE_SET } from '../../../../../shared/model/trees.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { FactSet, FactValues } from '../../../../../main/core/diagnosis/facts.ts'
import { Off, type Pool } from '../../../../../main/core/diagnosis/gather.ts'
import { sourcesOf } from '../../../../../main/core/diagnosis/judge.ts'
import { JUDGES } from '../../../../../main/core/diagnosis/judges.ts'
import { checksIn, treesFrom } from '../../../../../main/core/diagnosis/walk.ts'
import { runWalk, unreadFacts, type RunContext } from '../../../../../main/core/diagnosis/run-walk.ts'
import { systemClock as clock } from '../../../../../main/ports/clock.ts'
import { ACCOUNT, DETAILS, ENROLLMENT, PROFILE, RECORDS, REHEARSED } from './facts.ts'

type Read = (signal: AbortSignal) => Promise<unknown>

/** Sources that answer at once unless something else is said of them, with the order in which they were asked. */
function poolOf(reads: Partial<Record<FactSource, Read>>) {
  const asked: FactSource[] = []
  const values: Partial<FactValues> = {
    records: RECORDS,
    'apple-account': ACCOUNT,
    'apple-details': DETAILS,
    'apple-profile': PROFILE,
    'probe-enrollment': ENROLLMENT,
    rehearsal: REHEARSED,
  }
  const read = (source: FactSource) => async (_subject: unknown, _before: unknown, signal: AbortSignal) => {
    asked.push(source)
    if (reads[source]) return { value: await reads[source](signal), requests: 0 }
    if (!values[source]) throw new Off('not-asked')
    return { value: values[source], requests: 1 }
  }
  const names = Object.keys(unreadFacts({})) as FactSource[]
  const pool = Object.fromEntries(names.map((name) => [name, read(name)])) as unknown as Pool
  return { pool, asked }
}

const log = { debug() {}, info() {}, warn() {}, error() {} }
const hang: Read = (signal) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))

function run(
  reads: Partial<Record<FactSource, Read>>,
  more: { facts?: FactSet; tree?: string; signal?: AbortSignal; report?: RunContext['report'] } = {},
) {
  const { pool, asked } = poolOf(reads)
  const nobody = () => undefined
  const { facts = unreadFacts({}), tree = 'invalid-profile', signal = new AbortController().signal } = more
  const { report = () => {} } = more
  const request = { tree, subject: { serial: null }, facts, answer: nobody, reading: nobody }
  const ran = runWalk({ clock, log, set: TREE_SET }, pool, request, { signal, report })
  return { ran, asked }
}

it('reads what the walk needs, each once', async () => {
  const { ran, asked } = run({})
  await ran
  expect(asked[0]).toBe('records')
  expect(new Set(asked).size).toBe(asked.length)
})

it('asks nobody who is off', async () => {
  const off = {
    'apple-account': 'offline',
    'apple-details': 'offline',
    'apple-profile': 'offline',
    'probe-apple': 'offline',
  } as const
  const { ran, asked } = run(
    {},
    { facts: unreadFacts({ ...off, 'probe-enrollment': 'offline', rehearsal: 'offline' }) },
  )
  const { walk } = await ran
  expect(asked.filter((source) => /apple|probe|rehearsal/.test(source))).toEqual([])
  expect(walk.waits).not.toBe('facts')
})

it('a source that hangs delays no other: what its tree may ask is read beside it', async () => {
  const stop = new AbortController()
  const { ran, asked } = run({ 'probe-enrollment': hang }, { tree: 'timed-out', signal: stop.signal })
  const ended = ran.catch((error: unknown) => error)
  await expect.poll(() => asked).toContain('rehearsal')
  stop.abort(new AppError('cancelled', 'enough'))
  expect(await ended).toMatchObject({ code: 'cancelled' })
})

it.each(['rehearsal', 'probe-enrollment', 'probe-apple'] as const)(
  'while %s hangs, everything else that any tree further on may ask has been read',
  async (hanging) => {
    const stop = new AbortController()
    const rest: readonly FactSource[] = ['apple-account', 'apple-details', 'apple-profile', 'portal-csv']
    const network = (['rehearsal', 'probe-enrollment', 'probe-apple'] as const).filter((one) => one !== hanging)
    // The walk goes from the first trees into those for the network: what these ask is read before it comes there.
    const tree = hanging === 'probe-apple' ? 'network' : 'not-downloaded'
    const reached = treesFrom(TREE_SET, [tree])
    const asks = new Set(checksIn(TREE_SET, reached).flatMap((check) => sourcesOf(JUDGES, check)))
    const here = new Set(checksIn(TREE_SET, [tree]).flatMap((check) => sourcesOf(JUDGES, check)))
    // But for the rehearsal, which waits until the walk comes to it.
    const others = [...rest, ...network].filter((source) => (source === 'rehearsal' ? here : asks).has(source))
    expect(others.length).toBeGreaterThan(1)
    const seen = await new Promise<FactSet>((resolve) => {
      const report = (_walk: unknown, facts: FactSet) => {
        if (others.every((source) => facts[source].state !== 'pending')) resolve(facts)
      }
      void run({ [hanging]: hang }, { tree, signal: stop.signal, report }).ran.catch(() => {})
    })
    expect(seen[hanging]).toEqual({ state: 'pending' })
    stop.abort(new AppError('cancelled', 'enough'))
  },
)

it('what nobody needed in the end is given up', async () => {
  let isStopped = false
  const { ran } = run(
    {
      'apple-account': async () => ({ ...ACCOUNT, outcome: 'terms.not-accepted' }),
      'apple-details': (signal) => hang(signal).finally(() => (isStopped = true)),
    },
    { tree: 'not-prompting' },
  )
  const { walk, facts } = await ran
  expect(walk.causes[0]?.cause).toMatch(/terms/)
  expect(facts['apple-details']).not.toEqual({ state: 'pending' })
  expect(isStopped).toBe(true)
})

it('a refusal of one source is told and does not end the diagnosis', async () => {
  const refuse = async () => {
    throw new AppError('net.timeout', 'no answer')
  }
  const { ran } = run({ 'apple-details': refuse }, { tree: 'other-server' })
  const { facts, walk } = await ran
  expect(facts['apple-details']).toMatchObject({ state: 'failed', code: 'net.timeout' })
  expect(walk.waits).not.toBe('facts')
})
