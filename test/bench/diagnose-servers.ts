/** Apple's service and enrollment servers for `diagnose.ts`, in a process of their own: prints `DiagnoseServers`. */
import { createSimulator } from '../../main/simulator/server.ts'
import { startEnrollmentServer, type Fault } from '../fakes/enrollment-server/index.ts'

export type DiagnoseInput = { readonly devices: number; readonly assigned: number; readonly delayMs: number }
export type DiagnoseServers = {
  readonly url: string
  /** A serial number whose profile names such a server. */
  readonly serials: { readonly slow: string; readonly silent: string; readonly 'silent-tls': string }
  /** Devices with the profile of a server that answers at once. */
  readonly assigned: readonly string[]
}

const { devices, assigned, delayMs } = JSON.parse(process.argv[2]!) as DiagnoseInput // given by diagnose.ts
const simulator = await createSimulator({ devices })
const { service } = simulator
const serials = Array.from(service.listDevices(), (row) => row.serial_number).sort()

async function assignTo(fault: Fault | undefined, chosen: readonly string[]): Promise<void> {
  const server = await startEnrollmentServer({ ...(fault && { fault }), delayMs })
  const uuid = service.profiles.define(server.profileBody())
  for (const serial of chosen) service.assignProfile(serial, uuid)
}

const [slow = '', silent = '', silentTls = '', ...others] = serials
await assignTo('slow', [slow])
await assignTo('silent', [silent])
await assignTo('silent-tls', [silentTls])
// Half of them trust what this computer trusts, whose authorities are read at the first connection.
await assignTo('private-ca', others.slice(0, assigned / 2))
await assignTo(undefined, others.slice(assigned / 2, assigned))
const ready: DiagnoseServers = {
  url: simulator.url,
  serials: { slow, silent, 'silent-tls': silentTls },
  assigned: others.slice(0, assigned),
}
process.stdout.write(`${JSON.stringify(ready)}\n`)
