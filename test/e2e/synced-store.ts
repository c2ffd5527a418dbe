import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createSimulator, type Simulator } from '../../main/simulator/server.ts'
import type { ServiceIdentity } from '../../main/simulator/service.ts'
import { createCommandLine } from '../fakes/command-line.ts'
import { PASSPHRASE } from './steps.ts'

/** A data folder with a vault, the token Berlin and its devices. */
export type SyncedStore = {
  readonly copyTo: (dataDir: string) => void
  /** Another simulator of the same devices takes its place. */
  readonly moveIn: (simulator: Simulator) => void
}

/** Made once by the command line: connecting and syncing are journeys of their own, not the beginning of every other. */
export async function makeSyncedStore(devices: number): Promise<SyncedStore> {
  const simulator = await createSimulator({ devices })
  const cli = createCommandLine({ ADE_DESK_PASSPHRASE: PASSPHRASE, ADE_DESK_APPLE_URL: simulator.url })
  const run = async (...args: readonly string[]) => {
    const { exitCode, err } = await cli.run(args)
    if (exitCode !== 0) throw new Error(`ade-desk ${args.join(' ')} ended with ${exitCode}: ${err}`)
  }
  await run('token', 'keygen', '--name', 'Berlin', '--out', cli.path('berlin.pem'))
  writeFileSync(cli.path('berlin.p7m'), simulator.issueToken(readFileSync(cli.path('berlin.pem'))))
  await run('token', 'import', cli.path('berlin.p7m'), '--name', 'Berlin')
  await run('sync')
  const identity: ServiceIdentity = simulator.service.identity()
  await simulator.close()
  return {
    copyTo: (dataDir) => cpSync(cli.dataDir, dataDir, { recursive: true }),
    moveIn: ({ service }) => service.adopt(identity),
  }
}
