import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { matchingRows } from '../../main/core/reconcile/index.ts'
import { openDb } from '../../main/db/open.ts'
import { listReconciliations } from '../../main/db/reconciliations.ts'
import { createChance } from '../../main/simulator/fleet/chance.ts'
import { VERDICTS } from '../../shared/model/reconcile.ts'

/** 200 in `npm run test:soak`. */
const KILLS = Number(process.env['SOAK_KILLS'] ?? 6)
const SEED = Number(process.env['SOAK_SEED'] ?? 1)
const ROWS = 20_000

let folder = ''
let files: readonly [portal: string, console: string]
const serial = (n: number) => `DMPX${String(n).padStart(8, '0')}`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-reconcile-kills-'))
  files = [join(folder, 'portal.csv'), join(folder, 'console.csv')]
  files.forEach((path, side) => {
    const lines = Array.from({ length: ROWS }, (_, n) => `${serial(n + side * 1000)},${side}`)
    writeFileSync(path, ['Serial Number,MDM Server', ...lines].join('\n'))
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

it(
  `a reconciliation is kept whole or not at all: ${KILLS} kills`,
  async () => {
    const chance = createChance(SEED)
    const dbPath = join(folder, 'store.db')
    openDb(dbPath).close()
    const before = readdirSync(folder).filter((name) => !name.startsWith('store.db'))
    let ended = 0
    let killedAtWork = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const child = spawn(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'reconcile-runner.ts'), dbPath, ...files],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
      let last = ''
      const lines = createInterface({ input: child.stdout })
      const started = once(lines, 'line')
      lines.on('line', (line) => {
        last = line
        if (line.startsWith('end')) ended++
      })
      await started
      await delay(chance() * 400)
      child.kill('SIGKILL')
      await once(child, 'close')
      if (last.startsWith('start')) killedAtWork++

      const db = openDb(dbPath)
      const made = listReconciliations(db)
      // One may have been kept a moment before its end could be told.
      expect(made.length).toBeGreaterThanOrEqual(Math.min(ended, 200))
      for (const { id, counts, hasRows } of made.slice(0, 2)) {
        expect([counts.both, counts.portalOnly, counts.consoleOnly]).toEqual([ROWS - 1000, 1000, 1000])
        if (!hasRows) continue
        let rows = 0
        for await (const part of matchingRows(db, { id, verdicts: VERDICTS })) rows += part.length
        expect(rows).toBe(ROWS + 1000)
      }
      const orphans = db
        .prepare(
          'SELECT count(*) FROM reconciliation_rows WHERE reconciliation_no NOT IN (SELECT no FROM reconciliations)',
        )
        .pluck()
        .get()
      expect([orphans, db.pragma('integrity_check', { simple: true })]).toEqual([0, 'ok'])
      db.close()
    }
    expect(killedAtWork).toBeGreaterThan(KILLS / 3)
    expect(readdirSync(folder).filter((name) => !name.startsWith('store.db'))).toEqual(before)
  },
  KILLS * 10_000 + 30_000,
)
