import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { SimulatorOptions } from '../../main/simulator/server.ts'
import { openDb } from '../../main/db/open.ts'
import type { RunnerInput, RunnerResult } from '../soak/runner.ts'
import { addToken } from '../unit/main/core/sync/stage.ts'
import type { BareLoop } from './bare-loop.ts'
import { buildRunner } from './build-runner.ts'
import type { SimulatorProcess } from './simulator-process.ts'

const HERE = import.meta.dirname

export async function startSimulator(options: SimulatorOptions) {
  const child = spawn(process.execPath, [join(HERE, 'simulator-process.ts'), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const ready = JSON.parse(line) as SimulatorProcess // printed by simulator-process.ts
  return {
    ...ready,
    /** Milliseconds the server itself has waited, over all answers so far. */
    async waitedMs(): Promise<number> {
      const stats = (await (await fetch(`${ready.url}/_sim/stats`)).json()) as { waitedMs: number } // the simulator's answer
      return stats.waitedMs
    },
    /** Changes how the service behaves. */
    async set(settings: object): Promise<void> {
      const answer = await fetch(`${ready.url}/_sim/settings`, { method: 'POST', body: JSON.stringify(settings) })
      if (!answer.ok) throw new Error(await answer.text())
    },
    async stop(): Promise<void> {
      child.kill()
      await once(child, 'close')
    },
  }
}

/** Syncs a fresh store in a process of its own, as the program does. */
export async function syncInProcess(
  simulator: SimulatorProcess,
  options: Pick<RunnerInput, 'watchesMain'> = {},
): Promise<RunnerResult> {
  const store = createStore()
  const result = await syncStore(simulator, store.dbPath, options)
  store.remove()
  return result
}

/** A store with one token, in a folder of its own. */
export function createStore() {
  const folder = mkdtempSync(join(tmpdir(), 'ade-desk-bench-'))
  const dbPath = join(folder, 'store.db')
  const db = openDb(dbPath)
  addToken(db, 1)
  db.exec('UPDATE tokens SET server_uuid = NULL')
  db.close()
  return { dbPath, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** One run of that store's token in a process of its own. */
export async function syncStore(
  { url, credentials }: SimulatorProcess,
  dbPath: string,
  options: Pick<RunnerInput, 'watchesMain'> = {},
): Promise<RunnerResult> {
  const input: RunnerInput = { ...options, dbPath, appleUrl: url, credentials, tokenId: 't1', isFull: false }
  const result = await lastLine<RunnerResult>(await buildRunner(), input)
  if (result.run.state !== 'done') throw new Error(`the sync ended ${result.run.state}: ${result.run.error?.message}`)
  return result
}

export function fetchInProcess({ url, credentials }: SimulatorProcess): Promise<BareLoop> {
  return lastLine<BareLoop>(join(HERE, 'bare-loop.ts'), { url, credentials })
}

async function lastLine<T>(script: string, input: unknown): Promise<T> {
  const child = spawn(process.execPath, [script, JSON.stringify(input)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let last = ''
  createInterface({ input: child.stdout }).on('line', (line) => (last = line))
  await once(child, 'close')
  return JSON.parse(last) as T // printed by the script
}
