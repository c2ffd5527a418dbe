import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Secret } from '../../shared/secret.ts'
import type { SyncRun } from '../../shared/model/sync-run.ts'
import type { CallContext } from '../../shared/contract/define.ts'
import type { Core } from '../core/core.ts'
import type { Simulator } from '../simulator/server.ts'

const DAY_MS = 86_400_000

type Stage = {
  readonly core: Core
  readonly simulator: Simulator
  readonly folder: string
  readonly say: (line: string) => void
}

export type Told = { readonly csvPath: string; readonly rows: number; readonly passphrase: string }

/** The main job from the first click to the CSV file, exactly as a person does it, against the simulator. */
export async function tellStory({ core, simulator, folder, say }: Stage): Promise<Told> {
  const call = { signal: new AbortController().signal, report: () => {} }
  const { vault, tokens, sync, devices } = core.handlers

  const passphrase = randomUUID()
  await vault.create({ passphrase: new Secret(passphrase) }, call)
  const key = await tokens.createKey({ name: 'Demo' }, call)
  say(`Made a key pair; its certificate has the fingerprint ${key.fingerprintSha256.slice(0, 23)}…`)

  const file = simulator.issueToken(key.certificate)
  const { token } = await tokens.importFile({ fileName: 'demo.p7m', bytes: file, name: 'Demo' }, call)
  say(`Connected "${token.name}": server "${token.serverName}" of ${token.orgName}, ${token.daysLeft} days left`)

  await addCredentials({ core, simulator, say, call })
  say(describe(await sync.run({ tokenId: token.id }, call)))
  changeSome(simulator)
  say(describe(await sync.run({ tokenId: token.id }, call)))

  const { rows, path } = await devices.exportCsv(
    { filter: {}, sort: { column: 'serial', direction: 'asc' }, path: join(folder, 'lifecycle.csv') },
    call,
  )
  say(`Wrote ${rows} devices to the lifecycle report`)
  return { csvPath: path, rows, passphrase }
}

type Credentials = Pick<Stage, 'core' | 'simulator' | 'say'> & { readonly call: CallContext<never> }

/** A content token that the customer's console uses, and an entry that is due soon. */
async function addCredentials({ core, simulator, say, call }: Credentials): Promise<void> {
  const { credentials } = core.handlers
  const unit = simulator.unitNamed('Example Organization, Apps and Books')
  unit.claim({ id: 'console-1', name: 'Workspace ONE UEM', metadata: '' })
  const bytes = Buffer.from(unit.issueStoken({ validMs: 45 * DAY_MS }))
  const { credential } = await credentials.importStoken({ fileName: 'demo.vpptoken', bytes }, call)
  const expiresAt = Date.now() + 12 * DAY_MS
  await credentials.add(
    { name: 'API key of the help desk', expiresAt, owner: { name: 'Help desk', email: null } },
    call,
  )
  say(`Stored the content token of "${credential.name}": ${credential.daysLeft} days left`)
}

/** What happens in a portal on an ordinary day: some come, some leave, some change. */
function changeSome({ service }: Simulator): void {
  const serials = Array.from(service.listDevices(), (row) => row.serial_number)
  serials.slice(0, 5).forEach((serial) => service.removeDevice(serial))
  serials.slice(5, 15).forEach((serial, n) => service.modifyDevice(serial, { asset_tag: `DESK-${n + 1}` }))
  service.addDevices(7)
}

function describe(run: SyncRun): string {
  if (run.error) throw new Error(`the ${run.mode} failed: ${run.error.message}`)
  const name = run.mode === 'fetch' ? 'First fetch' : 'Next sync'
  return `${name}: ${run.received} received, ${run.added} added, ${run.modified} modified, ${run.removed} removed`
}
