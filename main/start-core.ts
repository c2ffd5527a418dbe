import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createAdeClient } from './clients/ade/index.ts'
import * as tokenFiles from './clients/token-file/index.ts'
import { createCore, type Core } from './core/core.ts'
import { openDb } from './db/open.ts'
import { createSyncStarter } from './jobs/start-sync.ts'
import { systemClock } from './ports/clock.ts'
import { nodeFiles } from './ports/files.ts'
import type { Log } from './ports/log.ts'
import type { NetworkSettings } from './ports/network.ts'
import { systemRandom } from './ports/random.ts'
import type { OsSealing } from './ports/sealing.ts'
import { VERSION } from './version.ts'

export type StartOptions = {
  readonly dataDir: string
  readonly network: NetworkSettings
  readonly sealing: OsSealing
  readonly log: Log
  /** The device index in this thread: for a process that answers one command. */
  readonly inProcess?: boolean
}

const DATABASE = 'ade-desk.db'

/** Opens the data folder and makes the core over it: the one place where the product's parts meet. */
export async function startCore({ dataDir, network, sealing, log, inProcess = false }: StartOptions): Promise<Core> {
  await nodeFiles.prepareDir(dataDir)
  const dbPath = join(dataDir, DATABASE)
  const db = openDb(dbPath)
  const clock = systemClock
  const random = systemRandom
  const reader = inProcess ? openReader(dbPath) : startReader({ dbPath, log })
  const ports = {
    db,
    dataDir,
    version: VERSION,
    runtime: runtimeVersions(),
    clock,
    random,
    log,
    sealing,
    files: nodeFiles,
    network,
    tokenFiles,
    openAdeClient: (...[credentials, settings]: Parameters<Parameters<typeof createCore>[0]['openAdeClient']>) =>
      createAdeClient(credentials, settings, { clock, random, log }),
  }
  const core = createCore(ports, { reader: reader.api, startRun: createSyncStarter({ dbPath, log }) })
  return {
    ...core,
    async close() {
      await core.close()
      await reader.stop()
      db.close()
    },
  }
}

function runtimeVersions(): Readonly<Record<string, string>> {
  const { node, electron, chrome } = process.versions
  return {
    node: node,
    ...(electron && { electron }),
    ...(chrome && { chromium: chrome }),
    platform: `${process.platform} ${process.arch}`,
  }
}
