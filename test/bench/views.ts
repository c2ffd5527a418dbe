import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openReadOnlyDb } from '../../main/db/open.ts'
import { DEVICE_COLUMNS, type DeviceFilter } from '../../shared/model/device.ts'
import type { TokenId } from '../../shared/model/ids.ts'
import { benchStore, DEVICE_COUNT, percentile, startBenchReader, timed } from './list-stage.ts'
import { createRandom } from './seed.ts'

/**
 * Opening a view of a million devices (every sort, every kind of filter) and reading pages of it anywhere, asked as the
 * window asks: through the reader worker. Beside it the same page from SQLite by ORDER BY … LIMIT … OFFSET.
 */
const PAGE_ROWS = 100
const OPEN_BOUND_MS = 500
const PAGE_BOUND_MS = 20
const BLOCKED_BOUND_MS = 50

const FILTERS: readonly DeviceFilter[] = [
  {},
  { enrollmentStatus: 'enrolled' },
  { profileStatus: 'pushed' },
  { assignment: 'failed' },
  { tokenStatus: 'none' },
  { family: 'Mac' },
  { group: '/Global/EMEA' },
  { tokenId: 't2' as TokenId },
  { atApple: 'gone' },
  { search: 'asset-01' },
  { family: 'iPad', atApple: 'present', profileStatus: 'assigned', search: 'BATCH 1' },
]
const call = { signal: new AbortController().signal, report: () => {} }

const dbPath = benchStore(DEVICE_COUNT)
const loop = monitorEventLoopDelay({ resolution: 5 })
const reader = startBenchReader(dbPath)
const start = { filter: {}, sort: { column: 'serial', direction: 'asc' } } as const
const started = await timed(() => reader.api.closeView({ view: 0 }, call))
const first = await timed(() => reader.api.openView(start, call))
const ready = await timed(() => reader.ready)

const cold: number[] = []
const warm: number[] = []
const pages: number[] = []
const random = createRandom(1)
loop.enable()
for (const column of DEVICE_COLUMNS) {
  for (const direction of ['asc', 'desc'] as const) {
    for (const [number, filter] of FILTERS.entries()) {
      const { ms, value } = await timed(() => reader.api.openView({ filter, sort: { column, direction } }, call))
      ;(number === 0 ? cold : warm).push(ms)
      for (let page = 0; page < 3 && value.total > PAGE_ROWS; page++) {
        const offset = random(value.total - PAGE_ROWS)
        pages.push((await timed(() => reader.api.rows({ view: value.view, offset, limit: PAGE_ROWS }, call))).ms)
      }
    }
  }
}
loop.disable()
const counted = await timed(() => reader.api.facets({ filter: { family: 'Mac' } }, call))
await reader.stop()

const all = [...cold, ...warm]
const peer = await timedPeer()
console.table({
  'thread started': row([started.ms]),
  'open, first ever': row([first.ms], OPEN_BOUND_MS),
  'open, sort not used before': row(cold, OPEN_BOUND_MS),
  'open, sort known, filter': row(warm, OPEN_BOUND_MS),
  'open, all': row(all, OPEN_BOUND_MS),
  [`page of ${PAGE_ROWS} anywhere`]: row(pages, PAGE_BOUND_MS),
  'all columns read ahead, after that': row([ready.ms]),
  facets: row([counted.ms]),
  'main thread blocked': { ...row([loop.max / 1e6], BLOCKED_BOUND_MS), n: loop.count },
  'peer: ORDER BY asset_tag OFFSET half': {
    ...row([peer]),
    'peer ÷ our page': (peer / percentile(pages, 0.95)).toFixed(0),
  },
})
process.exitCode =
  Math.max(...all, first.ms) <= OPEN_BOUND_MS &&
  percentile(pages, 0.95) <= PAGE_BOUND_MS &&
  loop.max / 1e6 <= BLOCKED_BOUND_MS
    ? 0
    : 1

function row(samples: readonly number[], boundMs?: number) {
  const ms = (share: number) => Number(percentile(samples, share).toFixed(1))
  return { n: samples.length, 'p50 ms': ms(0.5), 'p95 ms': ms(0.95), 'max ms': ms(1), 'bound ms': boundMs ?? '' }
}

async function timedPeer(): Promise<number> {
  const db = openReadOnlyDb(dbPath)
  const page = db.prepare('SELECT * FROM devices ORDER BY asset_tag, serial LIMIT ? OFFSET ?')
  const { ms } = await timed(() => page.all(PAGE_ROWS, DEVICE_COUNT / 2))
  db.close()
  return ms
}
