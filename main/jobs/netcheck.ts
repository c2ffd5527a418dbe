import { randomUUID } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { createNetworkProbes } from '../clients/netcheck/index.ts'
import { runCheck } from '../core/netcheck/index.ts'
import { serve } from '../ipc/server.ts'
import { systemClock as clock } from '../ports/clock.ts'
import { silentLog } from '../ports/log.ts'
import { netcheckContract } from './netcheck-contract.ts'
import { workerPort } from './start.ts'

const world = { clock, probes: createNetworkProbes() }

serve(
  netcheckContract,
  { netcheck: { run: ({ plan, ...options }, context) => runCheck(plan, world, { ...options, ...context }) } },
  workerPort(parentPort!),
  { log: silentLog, ref: () => randomUUID().slice(0, 8) },
)
