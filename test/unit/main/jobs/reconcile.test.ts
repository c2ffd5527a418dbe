import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDb, type WriteDb } from '../../../../main/db/open.ts'
import { findReconciliation, listReconciliations } from '../../../../main/db/reconciliations.ts'
import { createReconcileStarter } from '../../../../main/jobs/start-reconcile.ts'
import { silentLog } from '../../../../main/ports/log.ts'

let folder = ''
let db: WriteDb
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-reconcile-'))
  db = openDb(join(folder, 'store.db'))
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

function list(name: string, { from, to }: { from: number; to: number }) {
  const path = join(folder, name)
  const lines = Array.from({ length: to - from }, (_, n) => `DMPX${String((from + n) * 7919).padStart(10, '0')}`)
  writeFileSync(path, ['Serial Number', ...lines].join('\n'))
  return { path }
}

const signal = new AbortController().signal

test('a thread reconciles, tells how far it is, and answers with what is kept', async () => {
  const { makeReconciliation, keepAnswers } = createReconcileStarter({ dbPath: db.name, log: silentLog })
  const phases = new Set<string>()
  const wish = { portal: list('p.csv', { from: 0, to: 1000 }), console: list('c.csv', { from: 10, to: 1000 }) }
  const made = await makeReconciliation(
    { id: 'a', at: 5, ...wish },
    { signal, report: ({ phase }) => void phases.add(phase) },
  )
  expect(made.counts).toMatchObject({ both: 990, portalOnly: 10, consoleOnly: 0 })
  expect(findReconciliation(db, 'a')).toEqual(made)
  expect(phases.size).toBeGreaterThan(0)
  const after = await keepAnswers({ id: 'a', at: 6, answers: { DMPX0000000000: 'ours' } }, { signal, report: () => {} })
  expect(after.causes).toEqual([
    { verdict: 'portal-only', cause: 'unknown-ask-apple', count: 9 },
    { verdict: 'portal-only', cause: 'not-synced-yet', count: 1 },
  ])
})

test('failures arrive with their code and path', async () => {
  const { makeReconciliation } = createReconcileStarter({ dbPath: db.name, log: silentLog })
  const path = join(folder, 'none.csv')
  await expect(
    makeReconciliation({ id: 'a', at: 5, portal: { path }, console: null }, { signal, report: () => {} }),
  ).rejects.toMatchObject({ code: 'file.unreadable', path })
})

test('one that is cancelled leaves nothing behind', async () => {
  const { makeReconciliation } = createReconcileStarter({ dbPath: db.name, log: silentLog })
  const wish = { portal: list('p.csv', { from: 0, to: 200_000 }), console: list('c.csv', { from: 10, to: 200_000 }) }
  const controller = new AbortController()
  const running = makeReconciliation(
    { id: 'a', at: 5, ...wish },
    { signal: controller.signal, report: () => controller.abort() },
  )
  await expect(running).rejects.toSatisfy((reason) => reason === controller.signal.reason)
  expect(listReconciliations(db)).toEqual([])
  expect(db.prepare('SELECT count(*) FROM reconciliation_rows').pluck().get()).toBe(0)
})
