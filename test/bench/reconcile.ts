import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { BENCH_FOLDER } from './list-stage.ts'
import type { PeerInput, PeerResult } from './reconcile-duckdb.ts'
import { writeLists } from './reconcile-files.ts'
import type { OurInput, OurResult } from './reconcile-process.ts'

/**
 * A million rows of the portal against a million of the console, fourteen columns each, beside DuckDB's full outer join of
 * the same two files on the serial number. Ours also repairs, finds mismatches, causes and near serial numbers, hashes
 * both files and keeps every row in the store. DuckDB uses every thread of the machine, ours two beside the main thread.
 */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000)
/** Ours and the peer take turns, so that a busy moment of the machine meets both. */
const ROUNDS = 3
const RATIO_BOUND = 5
const MEMORY_BOUND_MB = 500
const BUSY_BOUND_MS = 50

mkdirSync(BENCH_FOLDER, { recursive: true })
const at = (name: string) => join(BENCH_FOLDER, name)
const [portal, consoleFile, dbPath, out] = ['portal.csv', 'console.csv', 'reconcile.db', 'duckdb.csv'].map(at) as [
  string,
  string,
  string,
  string,
]
await writeLists(ROWS, portal, consoleFile)
const sizes = [portal, consoleFile].map((path) => Math.round(statSync(path).size / 1e6))

const ours: OurResult[] = []
const peers: PeerResult[] = []
for (let round = 0; round < ROUNDS; round++) {
  ours.push(await run<OurInput, OurResult>('reconcile-process.ts', { dbPath, portal, console: consoleFile, round }))
  peers.push(await run<PeerInput, PeerResult>('reconcile-duckdb.ts', { portal, console: consoleFile, out }))
}
for (const name of [portal, consoleFile, out, dbPath, `${dbPath}-wal`, `${dbPath}-shm`]) rmSync(name, { force: true })

const ms = ours.map((one) => one.ms)
const [counted, written] = [peers.map((one) => one.counted), peers.map((one) => one.written)]
const memory = Math.round(Math.max(...ours.map(({ maxRssMb }) => maxRssMb)))
const busyMs = Math.max(...ours.map((one) => one.busyMs))
const delayedMs = Math.max(...ours.map((one) => one.delayedMs))
const ratioTo = (theirs: readonly number[]) => median(ms.map((one, round) => one / theirs[round]!))
console.table({
  'reconciliation, kept in the store': { 'median s': seconds(ms), 'memory MB': memory },
  'DuckDB, verdicts written as CSV': {
    'median s': seconds(written),
    'memory MB': Math.round(Math.max(...peers.map(({ maxRssMb }) => maxRssMb))),
  },
  'DuckDB, sets counted': { 'median s': seconds(counted), 'memory MB': '' },
})
console.log(
  `files of ${sizes.join(' and ')} MB; ${JSON.stringify(ours[0]?.counts)}; ${ours[0]?.reports} progress reports`,
)
const ratio = ratioTo(counted)
const findings = [
  { isHeld: ratio <= RATIO_BOUND, text: `${ratio.toFixed(2)} × (≤ ${RATIO_BOUND} ×) DuckDB's join with sets counted` },
  { isHeld: memory <= MEMORY_BOUND_MB, text: `${memory} MB (≤ ${MEMORY_BOUND_MB} MB) memory of the whole process` },
  {
    isHeld: busyMs <= BUSY_BOUND_MS,
    text: `${busyMs.toFixed(1)} ms (≤ ${BUSY_BOUND_MS} ms) longest time the main thread was busy meanwhile`,
  },
]
for (const { isHeld, text } of findings) console.log(`${isHeld ? 'ok  ' : 'OVER'}  ${text}`)
console.log(`      ${ratioTo(written).toFixed(2)} × DuckDB's join with verdicts written`)
console.log(
  `      ${delayedMs.toFixed(1)} ms longest wait of the main thread, the machine's load included (${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} processors)`,
)
process.exitCode = findings.every(({ isHeld }) => isHeld) ? 0 : 1

async function run<I, O>(script: string, input: I): Promise<O> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, script), JSON.stringify(input)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let last = ''
  createInterface({ input: child.stdout }).on('line', (line) => (last = line))
  await once(child, 'close')
  return JSON.parse(last) as O // printed by the script
}

function median(ms: readonly number[]): number {
  return ms.toSorted((a, b) => a - b)[Math.floor(ms.length / 2)]!
}

function seconds(ms: readonly number[]): string {
  return (median(ms) / 1000).toFixed(2)
}
