import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readTable } from '../../main/core/imports/index.ts'
import { openDb } from '../../main/db/open.ts'
import { insertDevices } from '../fakes/device-store.ts'

const KILLS = Number(process.env['SOAK_REPORT_KILLS'] ?? 4)
const DEVICES = 12_000
const RUNNER = join(import.meta.dirname, 'report-runner.ts')

function prepare() {
  const folder = mkdtempSync(join(tmpdir(), 'ade-report-kill-'))
  const store = join(folder, 'store.db')
  const db = openDb(store)
  const devices = Array.from({ length: DEVICES }, (_, at) => ({
    serial: `C02XG${String(at).padStart(7, '0')}`,
    assetTag: `=cmd|' /C calc'!A${at}`,
    description: 'a long, "quoted" description '.repeat(6),
    atApple: 'present' as const,
  }))
  insertDevices(db, devices)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  return { folder, store }
}

/** Ends the process some time after its first rows, where one is given; true when it was killed before its end. */
async function writeAndKill(store: string, path: string, afterMs: number | null): Promise<boolean> {
  const child = spawn(process.execPath, [RUNNER, store, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  let out = ''
  child.stdout.on('data', (text: Buffer) => {
    out += String(text)
    if (afterMs !== null && out.startsWith('begun')) setTimeout(() => child.kill('SIGKILL'), afterMs)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return code === null
}

const rowsIn = async (path: string) => (await readTable([readFileSync(path)])).length - 1

test.each(['csv', 'xlsx'])(
  'a %s whose program is killed is as before, or whole',
  async (extension) => {
    const { folder, store } = prepare()
    let killed = 0
    for (let round = 0; round < KILLS; round++) {
      const path = join(folder, `${round}.${extension}`)
      const isNew = round % 2 === 0
      if (!isNew) writeFileSync(path, 'as before')
      const wasKilled = await writeAndKill(store, path, (round * 37) % 120)
      if (wasKilled) killed++
      if (!existsSync(path)) expect([isNew, wasKilled]).toEqual([true, true])
      else if (readFileSync(path, 'latin1') !== 'as before') expect(await rowsIn(path)).toBe(DEVICES)
      else expect([isNew, wasKilled]).toEqual([false, true])
    }
    expect(killed).toBeGreaterThan(0)
    // The last one is not killed: what the others left is gone with it.
    const last = join(folder, `last.${extension}`)
    expect([await writeAndKill(store, last, null), await rowsIn(last)]).toEqual([false, DEVICES])
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  },
  60_000 + KILLS * 10_000,
)
