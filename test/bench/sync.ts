/** `node test/bench/sync.ts`: the sync beside what it cannot be faster than, in one run. Prints a table. */
import { fetchInProcess, startSimulator, syncInProcess } from './processes.ts'

const MEGABYTE = 1024 * 1024
const [small, large] = process.argv.includes('--quick') ? [20_000, 100_000] : [100_000, 1_000_000]

export type Figure = { readonly what: string; readonly value: number; readonly bound: number; readonly unit: string }

async function withLatency(devices: number): Promise<readonly Figure[]> {
  const simulator = await startSimulator({ devices, latencyMs: 50 })
  const bare = await fetchInProcess(simulator)
  const waitedBareMs = await simulator.waitedMs()
  const { elapsedMs } = await syncInProcess(simulator)
  const waitedMs = (await simulator.waitedMs()) - waitedBareMs
  await simulator.stop()
  const floor = (bare.elapsedMs / waitedBareMs).toFixed(2)
  const what =
    `sync of ${devices} devices at 50 ms per answer, beside the server's waiting (${seconds(waitedMs)}); ` +
    `fetching and parsing alone takes ${floor} ×`
  return [{ what, value: elapsedMs / waitedMs, bound: 1.1, unit: '×' }]
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
  const { maxRssBytes, maxLoopDelayMs, elapsedMs, run } = await syncInProcess(simulator)
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
