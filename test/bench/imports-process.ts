/** Ours, in a process of its own as the program does it: a thread imports, the main thread is watched meanwhile. */
import { openDb } from '../../main/db/open.ts'
import { createImportStarter } from '../../main/jobs/start-imports.ts'
import { silentLog } from '../../main/ports/log.ts'
import type { ImportCounts } from '../../shared/model/import.ts'
import { watchOwnTime } from './own-time.ts'

export type ImportInput = { readonly dbPath: string; readonly path: string }
export type ImportResult = {
  readonly ms: number
  /** Milliseconds by phase. */
  readonly phases: Readonly<Record<string, number>>
  readonly counts: ImportCounts
  readonly reports: number
  readonly maxRssMb: number
  /** The longest time the main thread computed without a pause, by the processor time of that thread alone. */
  readonly busyMs: number
}

const { dbPath, path } = JSON.parse(process.argv[2]!) as ImportInput // given by imports.ts
const db = openDb(dbPath)
const importer = createImportStarter({ db, dbPath, log: silentLog })
const busy = watchOwnTime()
const begins = new Map<string, number>()
let reports = 0
const startedAt = performance.now()
const { counts } = await importer.run(
  { id: 'bench', path, remember: false },
  {
    signal: new AbortController().signal,
    report({ phase }) {
      reports++
      if (!begins.has(phase)) begins.set(phase, performance.now())
    },
  },
)
const endedAt = performance.now()
const busyMs = busy.stop()
db.close()
const order = [...begins].map(([phase, at], place) => [phase, place === 0 ? startedAt : at] as const)
const phases = Object.fromEntries(order.map(([phase, at], place) => [phase, (order[place + 1]?.[1] ?? endedAt) - at]))
const result: ImportResult = {
  ...{ ms: endedAt - startedAt, phases, counts, reports },
  maxRssMb: process.resourceUsage().maxRSS / 1024,
  busyMs,
}
process.stdout.write(`${JSON.stringify(result)}\n`)
