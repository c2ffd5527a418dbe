import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createImporter } from '../../main/core/imports/index.ts'
import { openDb } from '../../main/db/open.ts'
import { openByteSource } from '../../main/ports/byte-source.ts'
import { systemClock } from '../../main/ports/clock.ts'
import { systemIdentity } from '../../main/ports/process-identity.ts'
import { insertDevices } from '../fakes/device-store.ts'

const KILLS = Number(process.env['SOAK_IMPORT_KILLS'] ?? 6)
const DEVICES = 6000
const RUNNER = join(import.meta.dirname, 'import-runner.ts')

const serialOf = (at: number) => `C02XG${String(at).padStart(7, '0')}`

function prepare() {
  const folder = mkdtempSync(join(tmpdir(), 'ade-import-kill-'))
  const store = join(folder, 'store.db')
  const db = openDb(store)
  insertDevices(
    db,
    Array.from({ length: DEVICES }, (_, at) => ({ serial: serialOf(at), atApple: 'present' as const })),
  )
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const path = join(folder, 'console.csv')
  // A few that Apple does not list, a few repaired, a few refused.
  const rows = Array.from(
    { length: DEVICES + 100 },
    (_, at) => `${at % 50 === 0 ? ' ' : ''}${serialOf(at)},user${at},Enrolled`,
  )
  writeFileSync(path, ['Serial Number,Username,Enrollment Status', ...rows, '#N/A,x,Enrolled'].join('\n'))
  return { folder, store, path }
}

/** Ends the process when it has been in a phase for so long; true when it was killed before its end. */
async function importAndKill(store: string, path: string, { phase, afterMs }: { phase: string; afterMs: number }) {
  const child = spawn(process.execPath, [RUNNER, store, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (text: Buffer) => {
    const before = out
    out += String(text)
    if (!before.includes(phase) && out.includes(phase)) setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return code === null
}

function stateOf(store: string) {
  const db = openDb(store)
  const count = (from: string) => db.prepare(`SELECT count(*) FROM ${from}`).pluck().get()
  const state = {
    enrolled: count('devices WHERE enrollment_status = 4'),
    users: count('devices WHERE user_name IS NOT NULL'),
    events: count('events'),
    records: count('console_records'),
    imports: count("imports WHERE state = 'done'"),
    open: count("imports WHERE state <> 'done'"),
    staged: count('import_staging'),
    remarks: count('import_remarks'),
    counts: db
      .prepare('SELECT counts FROM imports')
      .pluck()
      .all()
      .map((text) => JSON.parse(String(text)) as unknown),
  }
  db.close()
  return state
}

const BEFORE = { enrolled: 0, users: 0, events: 0, records: 0, imports: 0, open: 0, staged: 0, remarks: 0, counts: [] }
const AFTER = {
  enrolled: DEVICES,
  users: DEVICES,
  events: DEVICES,
  records: 100,
  imports: 1,
  open: 0,
  staged: 0,
  remarks: 122 + 1 + 100,
  counts: [
    {
      rows: DEVICES + 101,
      accepted: DEVICES + 100 - 122,
      repaired: 122,
      rejected: 1,
      duplicates: 0,
      notUnderstood: 0,
      devices: DEVICES + 100,
      changed: DEVICES,
      unchanged: 0,
      older: 0,
      unknown: 100,
    },
  ],
}

test(
  `an import killed at ${KILLS} moments is as before or as after once a program has started on the store`,
  { timeout: 1_800_000 },
  async () => {
    const { folder, store, path } = prepare()
    const seen = { before: 0, after: 0, halfway: 0 }
    for (let kill = 0; kill < KILLS; kill++) {
      const copy = join(folder, `kill-${kill}.db`)
      copyFileSync(store, copy)
      const phase = kill % 2 === 0 ? 'applying' : 'storing'
      await importAndKill(copy, path, { phase, afterMs: Math.round(((kill / 2) * 37) % 300) })
      const found = stateOf(copy)
      if (found.open !== 0) seen.halfway++
      const db = openDb(copy)
      await createImporter({ db, openByteSource, clock: systemClock, identity: systemIdentity }).resume()
      db.close()
      const state = stateOf(copy)
      const isAfter = state.imports === 1
      seen[isAfter ? 'after' : 'before']++
      expect(state).toEqual(isAfter ? AFTER : BEFORE)
    }
    // Kills that all come too late would test nothing.
    expect(seen.halfway).toBeGreaterThan(0)
  },
)
