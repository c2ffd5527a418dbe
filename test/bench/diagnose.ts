import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { systemClock } from '../../main/ports/clock.ts'
import { silentLog } from '../../main/ports/log.ts'
import { loadNetworkSettings } from '../../main/ports/network.ts'
import { noSealing } from '../../main/ports/sealing.ts'
import { startCore } from '../../main/start-core.ts'
import type { Diagnosis } from '../../shared/model/diagnosis.ts'
import { toSerial } from '../../shared/model/ids.ts'
import { STARTS } from '../../shared/model/trees.ts'
import { Secret } from '../../shared/secret.ts'
import type { DiagnoseInput, DiagnoseServers } from './diagnose-servers.ts'
import { percentile, timed } from './list-stage.ts'
import { watchOwnTime } from './own-time.ts'

/**
 * Diagnoses with every automatic check, on loopback, beside the waiting that the enrollment server causes: with an answer
 * that takes a known time, with a host that hangs, and of two thousand devices at once in a store of a hundred thousand.
 * `BENCH_DEVICES` makes the store smaller, `--quick` leaves the hanging hosts out.
 */
const DEVICES = Number(process.env['BENCH_DEVICES'] ?? 100_000)
const BATCH = 2000
const SERVER_DELAY_MS = 2000
/** Of the program itself, beyond the waiting. */
const BOUND_MS = 5000
const BUSY_BOUND_MS = 50

const input: DiagnoseInput = { devices: DEVICES, assigned: BATCH, delayMs: SERVER_DELAY_MS }
const child = spawn(process.execPath, [join(import.meta.dirname, 'diagnose-servers.ts'), JSON.stringify(input)], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
const servers = JSON.parse(line) as DiagnoseServers // printed by diagnose-servers.ts

const dataDir = mkdtempSync(join(tmpdir(), 'ade-desk-diagnose-'))
const network = await loadNetworkSettings({ appleUrl: servers.url }, {})
const core = await startCore({ dataDir, network, sealing: noSealing, log: silentLog })
const call = () => ({ signal: new AbortController().signal, report: () => {} })
const { diagnosis } = core.handlers
await connect()

// First: whatever is made once in the life of a process is made here, as it is for whoever begins with it.
const batch = await manyAtOnce()
const all = await everyTree(servers.serials.slow)
const hanging = process.argv.includes('--quick')
  ? []
  : [await besideOneThatHangs('silent'), await besideOneThatHangs('silent-tls')]
await core.close()
child.kill()
rmSync(dataDir, { recursive: true })

const bound = (ms: number, most: number) => (ms <= most ? 'ok  ' : 'OVER')
const slowest = all.toSorted((a, b) => b.ownMs - a.ownMs)[0]!
const lines = [
  `${bound(slowest.ownMs, BOUND_MS)}  ${seconds(slowest.ownMs)} (≤ ${seconds(BOUND_MS)}) of its own at most, of ${all.length} trees (${slowest.tree}), beside ` +
    `${seconds(SERVER_DELAY_MS)} for which the enrollment server waits; in the middle ${seconds(
      percentile(
        all.map(({ ownMs }) => ownMs),
        0.5,
      ),
    )}`,
  ...hanging.map(
    ({ fault, restMs, sources, totalMs }) =>
      `${bound(restMs, BOUND_MS)}  ${seconds(restMs)} (≤ ${seconds(BOUND_MS)}) until the ${sources} sources beside a host that hangs (${fault}) were read; the whole ended after ${seconds(totalMs)}`,
  ),
  `${bound(batch.busyMs, BUSY_BOUND_MS)}  ${batch.busyMs.toFixed(1)} ms (≤ ${BUSY_BOUND_MS} ms) the main thread computed at a stretch at most, while ${BATCH} of ${DEVICES} devices ` +
    `were diagnosed in ${seconds(batch.ms)} with ${batch.requests} requests; its longest wait for the processor too: ${batch.delayMs.toFixed(0)} ms (load ${loadavg()[0]!.toFixed(1)})`,
]
process.stdout.write(`${lines.join('\n')}\n`)
if (lines.some((text) => text.startsWith('OVER'))) process.exitCode = 1

/** A vault, a token, the whole list. */
async function connect(): Promise<void> {
  const { vault, tokens, sync } = core.handlers
  await vault.create({ passphrase: new Secret('correct horse battery') }, call())
  const { certificate } = await tokens.createKey({ name: 'HQ' }, call())
  const file = await fetch(`${servers.url}/_sim/token`, { method: 'POST', body: certificate })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { token } = await tokens.importFile({ fileName: 'token.p7m', bytes, name: 'HQ' }, call())
  await sync.run({ tokenId: token.id, full: true }, call())
}

/** Every problem a diagnosis can begin with, of a device whose server takes its known time to answer. */
async function everyTree(serial: string) {
  const results: { readonly tree: string; readonly ownMs: number }[] = []
  for (const { name: tree } of STARTS) {
    const { ms, value } = await timed(() => diagnosis.start({ serial: toSerial(serial), tree }, call()))
    const isAsked = value.sources.some(
      ({ source, state }) => state === 'ready' && /^(?:rehearsal|probe-enroll)/.test(source),
    )
    results.push({ tree, ownMs: ms - (isAsked ? SERVER_DELAY_MS : 0) })
  }
  return results
}

/** How long what has nothing to do with the hanging host takes, while that host is still waited for. */
async function besideOneThatHangs(fault: 'silent' | 'silent-tls') {
  const startedAt = systemClock.monotonic()
  const readAfter = new Map<string, number>()
  const report = ({ sources }: Diagnosis) => {
    for (const { source, state } of sources)
      if (state !== 'pending' && !readAfter.has(source)) readAfter.set(source, systemClock.monotonic() - startedAt)
  }
  const serial = toSerial(servers.serials[fault])
  const signal = new AbortController().signal
  const { ms } = await timed(() => diagnosis.start({ serial, tree: 'timed-out' }, { signal, report }))
  const rest = [...readAfter].filter(([source]) => source !== 'rehearsal' && source !== 'probe-enrollment')
  return { fault, restMs: Math.max(...rest.map(([, at]) => at)), sources: rest.length, totalMs: ms }
}

async function manyAtOnce() {
  const loop = monitorEventLoopDelay({ resolution: 5 })
  const own = watchOwnTime()
  loop.enable()
  const selection = { kind: 'serials', serials: servers.assigned.map(toSerial) } as const
  const { ms, value } = await timed(() => diagnosis.batch({ selection, tree: 'invalid-profile' }, call()))
  loop.disable()
  return { ms, requests: value.requests, busyMs: own.stop(), delayMs: loop.max / 1e6 }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
