/** `node test/bench/sync.ts`: the sync beside what it cannot be faster than, in one run. Prints a table. */
import { fetchInProcess, startSimulator, syncInProcess } from './processes.ts'

const MEGABYTE = 1024 * 1024
const [small, large] = process.argv.includes('--quick') ? [20_000, 100_000] : [100_000, 1_000_000]

/** A hundredth counts there, and whoever else is on the machine costs two or three of them. */
const RUNS_WITH_LATENCY = 5

export type Figure = { readonly what: string; readonly value: number; readonly bound: number; readonly unit: string }

async function withLatency(devices: number): Promise<readonly Figure[]> {
  const simulator = await startSimulator({ devices, latencyMs: 50 })
  const ratioOf = async (work: () => Promise<{ readonly elapsedMs: number }>) => {
    const before = await simulator.waitedMs()
    const { elapsedMs } = await work()
    return elapsedMs / ((await simulator.waitedMs()) - before)
  }
  const floor = await ratioOf(() => fetchInProcess(simulator))
  const ratios: number[] = []
  for (let run = 0; run < RUNS_WITH_LATENCY; run++) ratios.push(await ratioOf(() => syncInProcess(simulator)))
  await simulator.stop()
  const ordered = ratios.toSorted((a, b) => a - b)
  const what =
    `sync of ${devices} devices at 50 ms per answer, beside the server's waiting: the median of ` +
    `${ordered.map((ratio) => ratio.toFixed(3)).join(', ')}; fetching and parsing alone takes ${floor.toFixed(3)} ×`
  return [{ what, value: ordered[RUNS_WITH_LATENCY >> 1]!, bound: 1.1, unit: '×' }]
}

async function withoutLatency(devices: number): Promise<readonly Figure[]> {
  const simulator = await startSimulator({ devices })
  const bare = await fetchInProcess(simulator)
  const sync = await syncInProcess(simulator)
  await simulator.stop()
  if (bare.devices !== devices || sync.run.added !== devices) throw new Error('the two have not read the same')
  const what = `sync of ${devices} devices (${seconds(sync.elapsedMs)}), beside fetching and parsing alone (${seconds(bare.elapsedMs)})`
  return [{ what, value: sync.elapsedMs / bare.elapsedMs, bound: 4, unit: '×' }]
}

async function inMemory(devices: number): Promise<readonly Figure[]> {
  const simulator = await startSimulator({ devices })
  const { maxRssBytes, maxLoopDelayMs, elapsedMs, run } = await syncInProcess(simulator, { watchesMain: true })
  await simulator.stop()
  if (run.added !== devices) throw new Error('not every device arrived')
  return [
    {
      what: `memory of the process that syncs ${devices} devices (${seconds(elapsedMs)})`,
      value: maxRssBytes / MEGABYTE,
      bound: 250,
      unit: 'MB',
    },
    { what: 'longest time its main thread was busy meanwhile', value: maxLoopDelayMs, bound: 50, unit: 'ms' },
  ]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

export async function benchSync(): Promise<readonly Figure[]> {
  return [...(await withLatency(small)), ...(await withoutLatency(small)), ...(await inMemory(large))]
}

if (import.meta.main) {
  const figures = await benchSync()
  for (const { what, value, bound, unit } of figures) {
    process.stdout.write(
      `${value <= bound ? 'ok  ' : 'OVER'}  ${value.toFixed(2)} ${unit} (≤ ${bound} ${unit})  ${what}\n`,
    )
  }
  if (figures.some(({ value, bound }) => value > bound)) process.exitCode = 1
}
