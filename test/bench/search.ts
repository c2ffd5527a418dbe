import { openReadOnlyDb } from '../../main/db/open.ts'
import { benchStore, DEVICE_COUNT, percentile, startBenchReader, timed } from './list-stage.ts'
import { createRandom } from './seed.ts'

/** From a typed text to the first page on the screen's side, beside LIKE over the same six columns. */
const SEARCHES = 200
const PAGE_ROWS = 100
const BOUND_MS = 50

const dbPath = benchStore(DEVICE_COUNT)
const db = openReadOnlyDb(dbPath)
const needles = drawNeedles()
const reader = startBenchReader(dbPath)
const call = { signal: new AbortController().signal, report: () => {} }
const sort = { column: 'serial', direction: 'asc' } as const
await reader.ready
await search(needles[0]!)

const samples: { readonly needle: string; readonly ms: number; readonly total: number }[] = []
for (const needle of needles) {
  const { ms, value } = await timed(() => search(needle))
  samples.push({ needle, ms, total: value })
}
await reader.stop()

const like = db.prepare(
  `SELECT devices.id FROM devices LEFT JOIN words m ON m.id = model_id LEFT JOIN words d ON d.id = description_id
   WHERE serial LIKE $like OR asset_tag LIKE $like OR user_name LIKE $like OR friendly_name LIKE $like
     OR m.text LIKE $like OR d.text LIKE $like ORDER BY serial LIMIT 100`,
)
const peers: number[] = []
for (const needle of needles.slice(0, 8)) peers.push((await timed(() => like.all({ like: `%${needle}%` }))).ms)

const times = samples.map(({ ms }) => ms)
const p95 = percentile(times, 0.95)
const slowest = samples.toSorted((a, b) => b.ms - a.ms)[0]!
console.table({
  'search, first page': figures(times),
  'LIKE on six columns': figures(peers),
})
console.log(
  `slowest: “${slowest.needle}” ${slowest.total} hits, ${slowest.ms.toFixed(1)} ms; bound ${BOUND_MS} ms at p95`,
)
process.exitCode = p95 <= BOUND_MS ? 0 : 1

async function search(text: string): Promise<number> {
  const { view, total } = await reader.api.openView({ filter: { search: text }, sort }, call)
  await reader.api.rows({ view, offset: 0, limit: PAGE_ROWS }, call)
  return total
}

/** What people type: three characters or more out of serials, tags, users, names, models and descriptions that exist, and some that do not. */
function drawNeedles(): readonly string[] {
  const random = createRandom(7)
  const texts = db.prepare(
    `SELECT serial, asset_tag, user_name, friendly_name, m.text AS model, d.text AS description
     FROM devices LEFT JOIN words m ON m.id = model_id LEFT JOIN words d ON d.id = description_id WHERE devices.id = ?`,
  )
  return Array.from({ length: SEARCHES }, (_, n) => {
    if (n % 10 === 0) return `none${n}`
    const row = Object.values(texts.get(1 + random(DEVICE_COUNT)) as Record<string, string | null>)
    const text = row[n % row.length] ?? row[0]!
    const length = Math.min(text.length, 3 + random(5))
    return text.slice(random(text.length - length + 1)).slice(0, length)
  })
}

function figures(values: readonly number[]) {
  const ms = (share: number) => Number(percentile(values, share).toFixed(1))
  return { n: values.length, 'p50 ms': ms(0.5), 'p95 ms': ms(0.95), 'max ms': ms(1) }
}
