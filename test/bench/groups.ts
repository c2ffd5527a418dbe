import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createGroupService } from '../../main/core/groups/index.ts'
import { openDb } from '../../main/db/open.ts'
import { systemClock } from '../../main/ports/clock.ts'
import { silentLog } from '../../main/ports/log.ts'
import { systemRandom } from '../../main/ports/random.ts'
import { benchStore, DEVICE_COUNT, percentile, startBenchReader, timed } from './list-stage.ts'
import { createRandom } from './seed.ts'

/**
 * A tree of five thousand groups over a million devices: what the window asks of it, and a branch moved to and fro. Only
 * prints: machines differ, and the bound (200 ms for a move previewed and applied) is the reader's to judge.
 */
const GROUP_COUNT = 5000
const ROUNDS = 20
const MOVE_BOUND_MS = 200
const BLOCKED_BOUND_MS = 50

const folder = mkdtempSync(join(tmpdir(), 'ade-desk-groups-'))
const dbPath = join(folder, 'store.db')
copyFileSync(benchStore(DEVICE_COUNT), dbPath)
const db = openDb(dbPath)
const reader = startBenchReader(dbPath)
const service = createGroupService({ db, clock: systemClock, random: systemRandom, log: silentLog, reader: reader.api })
const { handlers } = service
const call = { signal: new AbortController().signal, report: () => {} }

const imported = await timed(() =>
  handlers.apply({ change: { kind: 'import', rows: [...treeRows(GROUP_COUNT)] } }, call),
)
await reader.ready
const counted = await timed(() => reader.api.countByGroup())
for (let n = 0; n < 50; n++) {
  const group = `/Global/R${n % 10}/D${n}`
  await handlers.apply({ change: { kind: 'set-page', group, page: 'schedule', value: String(10 + n) } }, call)
}

const loop = monitorEventLoopDelay({ resolution: 5 })
const trees: number[] = []
const previews: number[] = []
const moves: number[] = []
const both: number[] = []
const undos: number[] = []
loop.enable()
for (let round = 0; round < ROUNDS; round++) {
  const change = {
    kind: 'move',
    group: `/Global/R${round % 10}`,
    to: `/Global/R${(round + 1) % 10}/D${((round + 1) % 10) + 10}`,
  } as const
  const preview = await timed(() => handlers.preview({ change }, call))
  const applied = await timed(() => handlers.apply({ change }, call))
  previews.push(preview.ms)
  moves.push(applied.ms)
  both.push(preview.ms + applied.ms)
  trees.push((await timed(() => handlers.tree({}, call))).ms)
  undos.push((await timed(() => handlers.undo({}, call))).ms)
}
loop.disable()
const shown = await timed(() => handlers.show({ group: '/Global/R1/D11' }, call))
await reader.stop()
db.close()
rmSync(folder, { recursive: true })

console.table({
  [`import of ${GROUP_COUNT} groups`]: row([imported.ms]),
  'devices per group counted': row([counted.ms]),
  'tree, after a change': row(trees),
  'one group': row([shown.ms]),
  'branch move previewed': row(previews),
  'branch move applied': row(moves),
  'branch move, both': row(both, MOVE_BOUND_MS),
  undo: row(undos),
  'main thread blocked': row([loop.max / 1e6], BLOCKED_BOUND_MS),
})

/** Ten regions, each with fifty divisions of ten groups, about; a tenth of them with a Group ID. */
function* treeRows(count: number) {
  const random = createRandom(count)
  for (let n = 0; n < 500; n++) yield { path: `/Global/R${n % 10}/D${n}`, type: 'Division', groupId: null }
  for (let n = 510; n < count; n++) {
    const division = random(500)
    const groupId = n % 10 === 0 ? `g${n}` : null
    yield { path: `/Global/R${division % 10}/D${division}/Group ${n}`, type: null, groupId }
  }
}

function row(samples: readonly number[], boundMs?: number) {
  const ms = (share: number) => Number(percentile(samples, share).toFixed(1))
  return { n: samples.length, 'p50 ms': ms(0.5), 'p95 ms': ms(0.95), 'max ms': ms(1), 'bound ms': boundMs ?? '' }
}
