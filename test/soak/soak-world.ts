import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Credentials } from '../../main/clients/ade/client-type.ts'
import { openDb, type WriteDb } from '../../main/db/open.ts'
import { createSimulator, type Simulator, type SimulatorOptions } from '../../main/simulator/server.ts'
import type { SyncRun } from '../../shared/model/sync-run.ts'
import { addToken, readEvents, readStore } from '../unit/main/core/sync/stage.ts'
import type { RunnerInput, RunnerResult } from './runner.ts'

const RUNNER = join(import.meta.dirname, 'runner.ts')

export type SoakWorld = Awaited<ReturnType<typeof createSoakWorld>>

/** A simulator, a data file with one token, and processes that sync it. */
export async function createSoakWorld(options: SimulatorOptions) {
  const simulator = await createSimulator(options)
  const folder = mkdtempSync(join(tmpdir(), 'ade-desk-soak-'))
  const dbPath = join(folder, 'store.db')
  const db = openDb(dbPath)
  addToken(db, 1)
  db.exec('UPDATE tokens SET server_uuid = NULL')
  const credentials = readCredentials(simulator)

  return {
    simulator,
    db,
    dbPath,
    credentials,

    /** Starts a process that syncs. `started` resolves when its run has begun, `ended` with the run, null when it was killed. */
    start(isFull = false) {
      const input: RunnerInput = { dbPath, appleUrl: simulator.url, credentials, tokenId: 't1', isFull }
      const child = spawn(process.execPath, [RUNNER, JSON.stringify(input)], { stdio: ['ignore', 'pipe', 'inherit'] })
      const lines = createInterface({ input: child.stdout })
      let run: SyncRun | null = null
      lines.on('line', (line) => {
        if (line !== 'started') run = (JSON.parse(line) as RunnerResult).run // printed by runner.ts
      })
      const started = Promise.race([once(lines, 'line'), once(child, 'exit')])
      const ended = once(child, 'close').then(() => ({ run, exitCode: child.exitCode }))
      return { started, ended, kill: () => kill(child) }
    },

    async close() {
      db.close()
      await simulator.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function kill(child: ChildProcess): void {
  child.kill('SIGKILL')
}

function readCredentials(simulator: Simulator): Credentials {
  const values = simulator.issueValues()
  return {
    consumerKey: values.consumer_key,
    consumerSecret: values.consumer_secret,
    accessToken: values.access_token,
    accessSecret: values.access_secret,
  }
}

/** How the store differs from the simulator's truth; empty when it loses nothing and invents nothing. */
export function findDifferences(db: WriteDb, simulator: Simulator): readonly string[] {
  const stored = new Map(readStore(db).map((row) => [row.serial, row]))
  const differences: string[] = []
  for (const truth of simulator.service.listDevices()) {
    const row = stored.get(truth.serial_number.toUpperCase())
    stored.delete(truth.serial_number.toUpperCase())
    if (row?.atApple !== 'present') differences.push(`${truth.serial_number} is ${row?.atApple ?? 'missing'}`)
    else if (sorted(row.raw) !== sorted(JSON.parse(JSON.stringify(truth)))) {
      differences.push(`${truth.serial_number} differs: ${sorted(row.raw)} for ${sorted(truth)}`)
    }
  }
  for (const row of stored.values()) if (row.atApple !== 'gone') differences.push(`${row.serial} is invented`)
  const { device_count } = db.prepare('SELECT device_count FROM sync_state').get() as { device_count: number }
  const count = simulator.service.deviceCount()
  if (device_count !== count) differences.push(`device count ${device_count} for ${count}`)
  return [...differences, ...findWrongHistories(db)]
}

/** A device arrives before it leaves, and never twice in a row. */
function findWrongHistories(db: WriteDb): readonly string[] {
  const isPresent = new Map<string, boolean>()
  const wrong: string[] = []
  for (const { serial, kind } of readEvents(db)) {
    const isArrival = kind === 'added' || kind === 'returned'
    if (!isArrival && kind !== 'removed') continue
    const wasPresent = isPresent.get(serial)
    // A device may be told as removed although it was never seen: it came and went between two runs.
    if (wasPresent === isArrival) wrong.push(`${serial} has ${kind} twice`)
    isPresent.set(serial, isArrival)
  }
  return wrong
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
