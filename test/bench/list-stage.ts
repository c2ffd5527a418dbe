import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SCHEMA_VERSION } from '../../main/db/migrate.ts'
import { openDb } from '../../main/db/open.ts'
import { startReader, type RunningReader } from '../../main/jobs/start-reader.ts'
import { silentLog } from '../../main/ports/log.ts'
import { SEED_VERSION, seedStore } from './seed.ts'

export const BENCH_FOLDER = join(tmpdir(), 'ade-desk-bench')

/** `BENCH_DEVICES`, a million without it. */
export const DEVICE_COUNT = Number(process.env['BENCH_DEVICES'] ?? 1_000_000)

/** The path of a store with `count` devices, made once and kept for the other benchmarks; `--fresh` makes it anew. */
export function benchStore(count: number): string {
  mkdirSync(BENCH_FOLDER, { recursive: true })
  const path = join(BENCH_FOLDER, `devices-${count}-v${SCHEMA_VERSION}-${SEED_VERSION}.db`)
  if (process.argv.includes('--fresh')) rmSync(path, { force: true })
  if (existsSync(path)) return path
  const unfinished = `${path}.part`
  rmSync(unfinished, { force: true })
  const startedAt = performance.now()
  const db = openDb(unfinished)
  seedStore(db, count)
  db.close()
  renameSync(unfinished, path)
  console.log(`Seeded ${count} devices in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
  return path
}

/** The reader as the window has it. `ready` resolves when it has read everything ahead. */
export function startBenchReader(dbPath: string): RunningReader & { readonly ready: Promise<void> } {
  let becomeReady: () => void
  const ready = new Promise<void>((resolve) => (becomeReady = resolve))
  const info = (event: string) => {
    if (event === 'reader.ready') becomeReady()
  }
  return { ...startReader({ dbPath, log: { ...silentLog, info } }), ready }
}

export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN
}

export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const startedAt = performance.now()
  const value = await work()
  return { ms: performance.now() - startedAt, value }
}
