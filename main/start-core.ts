import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createAdeClient } from './clients/ade/index.ts'
import * as credentialFiles from './clients/credential-files/index.ts'
import { createEnrollmentClient } from './clients/enrollment/index.ts'
import { createMdmServerClient } from './clients/mdm-server/index.ts'
import * as tokenFiles from './clients/token-file/index.ts'
import { createVppClient } from './clients/vpp/index.ts'
import { createCore, type Core } from './core/core.ts'
import { createImporter } from './core/imports/index.ts'
import { createAnswerKeeper, createReconciliationMaker } from './core/reconcile/index.ts'
import { createDeviceMover } from './core/devices/index.ts'
import type { SystemProxy } from './core/netcheck/index.ts'
import type { CorePorts } from './core/ports.ts'
import { openDb } from './db/open.ts'
import { listUnendedPaths } from './db/report-runs.ts'
import { createBackupStarter } from './jobs/start-backup.ts'
import { createImportStarter } from './jobs/start-imports.ts'
import { createStoreCheck } from './jobs/start-check.ts'
import { checkNetworkHere, createNetworkCheck } from './jobs/start-netcheck.ts'
import { openReader, startReader } from './jobs/start-reader.ts'
import { createReconcileStarter } from './jobs/start-reconcile.ts'
import { createWriterOver, latestReconciliation } from './jobs/report-writer.ts'
import { createReportStarter } from './jobs/start-reports.ts'
import { createMoveStarter } from './jobs/start-move.ts'
import { createSyncStarter } from './jobs/start-sync.ts'
import { openByteSource } from './ports/byte-source.ts'
import { systemClock as clock } from './ports/clock.ts'
import { nodeFiles, preparePrivateDatabase, preparePrivateDir } from './ports/files.ts'
import type { Log } from './ports/log.ts'
import type { NetworkSettings } from './ports/network.ts'
import { systemIdentity } from './ports/process-identity.ts'
import { systemRandom as random } from './ports/random.ts'
import type { OsSealing } from './ports/sealing.ts'
import { removeUnfinished } from './ports/unfinished-files.ts'
import { openWholeFile } from './ports/whole-file.ts'
import { VERSION } from './version.ts'

export type StartOptions = {
  readonly dataDir: string
  readonly network: NetworkSettings
  readonly sealing: OsSealing
  readonly log: Log
  /** The operating system's answer, where the shell can ask for it. */
  readonly systemProxy?: SystemProxy | undefined
  /** The device list in this thread: for a process that answers one command. */
  readonly inProcess?: boolean
  /** What stretching a passphrase costs; lower in tests only. */
  readonly passphraseCost?: CorePorts['cost']
}

/** The store of a data folder. */
export function databasePath(dataDir: string): string {
  return join(dataDir, 'ade-desk.db')
}

/** Opens the data folder and makes the core over it: the one place where the product's parts meet. */
export async function startCore(options: StartOptions): Promise<Core> {
  const { dataDir, network, sealing, log, inProcess = false } = options
  const dbPath = databasePath(dataDir)
  preparePrivateDir(dataDir)
  preparePrivateDatabase(dbPath)
  const db = openDb(dbPath)
  // Moving the write-ahead log into the file takes time this thread does not have: the sync worker does it after a run,
  // and closing does it.
  db.pragma('wal_autocheckpoint = 0')
  const reader = inProcess ? openReader(dbPath) : startReader({ dbPath, log })
  const ports: CorePorts = {
    db,
    dataDir,
    version: VERSION,
    runtime: runtimeVersions(),
    clock,
    random,
    log,
    sealing,
    ...(options.passphraseCost && { cost: options.passphraseCost }),
    files: nodeFiles,
    network,
    tokenFiles,
    credentialFiles,
    openVppClient: (stoken, settings) => createVppClient(stoken, settings, { clock, random, log, version: VERSION }),
    systemProxy: options.systemProxy,
    openAdeClient: (credentials, settings) =>
      createAdeClient(credentials, settings, { clock, random, log, version: VERSION }),
    openEnrollmentClient: (settings) => createEnrollmentClient(settings, { clock, version: VERSION }),
    openMdmServer: (settings) => createMdmServerClient(settings, { version: VERSION }),
  }
  const core = createCore(ports, {
    reader: reader.api,
    moveDevices: inProcess ? createDeviceMover(db) : createMoveStarter({ dbPath, log }),
    ...(inProcess
      ? {
          makeReconciliation: createReconciliationMaker({ db, openByteSource }),
          keepAnswers: createAnswerKeeper(db),
        }
      : createReconcileStarter({ dbPath, log })),
    importer: inProcess
      ? createImporter({ db, openByteSource, clock, identity: systemIdentity })
      : createImportStarter({ db, dbPath, log }),
    openTarget: openWholeFile,
    writeReport: inProcess ? createWriterOver(db) : createReportStarter({ dbPath, log }),
    reconciliation: () => latestReconciliation(db),
    removeFile: (path) => rm(path, { force: true }),
    ...createSyncStarter({ dbPath, version: VERSION, log }),
    runNetworkCheck: inProcess ? checkNetworkHere : createNetworkCheck(),
    backupWork: inProcess ? undefined : createBackupStarter({ dbPath, log, cost: options.passphraseCost }),
    checkStore: inProcess ? undefined : createStoreCheck(dbPath),
  })
  // What a killed program was writing; a folder that does not answer holds nothing up.
  if (!inProcess) for (const path of listUnendedPaths(db)) void removeUnfinished(dirname(path))
  // Logged where it fails. A window opens meanwhile; a command answers when what it tells is true.
  const resumed = Promise.all([core.tokens.resumeRemovals().catch(() => {}), core.imports.resume()])
  if (inProcess) await resumed
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
    node,
    ...(electron && { electron }),
    ...(chrome && { chromium: chrome }),
    platform: `${process.platform} ${process.arch}`,
  }
}
