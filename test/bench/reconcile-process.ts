/** Ours, in a process of its own as the program does it: a thread reconciles, the main thread is watched meanwhile. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openDb } from '../../main/db/open.ts'
import { createReconcileStarter } from '../../main/jobs/start-reconcile.ts'
import { silentLog } from '../../main/ports/log.ts'
import type { ReconcileCounts } from '../../shared/model/reconcile.ts'
import { watchOwnTime } from './own-time.ts'

export type OurInput = {
  readonly dbPath: string
  readonly portal: string
  readonly console: string
  readonly round: number
}
export type OurResult = {
  readonly ms: number
  readonly counts: ReconcileCounts
  readonly reports: number
  readonly maxRssMb: number
  /** The longest time the main thread computed without a pause, by the processor time of that thread alone. */
  readonly busyMs: number
  /** The longest it could not have answered, whoever took the processor: with a loaded machine also the others. */
  readonly delayedMs: number
}

const { dbPath, portal, console: consoleFile, round } = JSON.parse(process.argv[2]!) as OurInput // given by reconcile.ts
const db = openDb(dbPath)
db.pragma('wal_autocheckpoint = 0')
const { makeReconciliation } = createReconcileStarter({ dbPath, log: silentLog })
const signal = new AbortController().signal
const loop = monitorEventLoopDelay({ resolution: 5 })
const busy = watchOwnTime()
let reports = 0
const wish = { portal: { path: portal }, console: { path: consoleFile } }
loop.enable()
const startedAt = performance.now()
const { counts } = await makeReconciliation(
  { id: `round-${round}`, at: round, ...wish },
  { signal, report: () => void reports++ },
)
const ms = performance.now() - startedAt
loop.disable()
const busyMs = busy.stop()
db.close()
const result: OurResult = {
  ms,
  counts,
  reports,
  maxRssMb: process.resourceUsage().maxRSS / 1024,
  busyMs,
  delayedMs: loop.max / 1e6,
}
process.stdout.write(`${JSON.stringify(result)}\n`)
