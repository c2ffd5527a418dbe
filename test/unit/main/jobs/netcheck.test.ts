import { expect, test } from 'vitest'
import type { RunCheck } from '../../../../main/core/netcheck/index.ts'
import { planCheck } from '../../../../main/core/netcheck/plan.ts'
import { createNetworkCheck } from '../../../../main/jobs/start-netcheck.ts'
import { NETWORK, PRIVATE, startHttps, startTcp } from '../clients/netcheck/world.ts'

/** The check as the window runs it: in a thread of its own, over this computer only. */
const run = createNetworkCheck()

/** Longer than a test may take: whatever ends before has not waited for it. */
const HOUR_MS = 3_600_000

function options(change: Partial<Parameters<RunCheck>[1]> = {}): Parameters<RunCheck>[1] {
  const network = { ...NETWORK, extraCertificates: [PRIVATE.root] }
  return { network, timeoutMs: 1500, signal: new AbortController().signal, report: () => {}, ...change }
}

test('a thread checks, reports, and is gone', async () => {
  const good = await startHttps(PRIVATE.issue({ names: ['localhost'] }))
  const silent = await startTcp()
  const reports: string[] = []
  const plan = planCheck({
    hosts: [
      { host: 'localhost', port: good },
      { host: '127.0.0.1', port: silent },
    ],
  })
  const { hosts, verdict } = await run(plan, options({ report: ({ done, total }) => reports.push(`${done}/${total}`) }))
  expect(hosts.map((host) => [host.host, host.verdict])).toEqual([
    ['localhost', 'ok'],
    ['127.0.0.1', 'timed-out'],
  ])
  expect([verdict, reports.at(-1)]).toEqual(['partly-blocked', '2/2'])
})

test('cancelling ends the thread, however long it would have waited', async () => {
  const cancelling = new AbortController()
  const hungUp = Promise.withResolvers<void>()
  const silent = await startTcp((socket) => {
    // Who does not read does not hear of the end.
    socket.resume()
    socket.once('close', () => hungUp.resolve())
    cancelling.abort()
  })
  const work = run(
    planCheck({ hosts: [{ host: '127.0.0.1', port: silent }] }),
    options({ timeoutMs: HOUR_MS, signal: cancelling.signal }),
  )
  const failure: unknown = await work.catch((error: unknown) => error)
  expect(failure).toBe(cancelling.signal.reason)
  await hungUp.promise
})
