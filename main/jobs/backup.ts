import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createBackupWork } from '../core/vault/job.ts'
import { openDb } from '../db/open.ts'
import { serve } from '../ipc/server.ts'
import { systemClock as clock } from '../ports/clock.ts'
import { nodeFiles as files } from '../ports/files.ts'
import { systemRandom as random } from '../ports/random.ts'
import { backupJobContract, type BackupWorkerData } from './backup-contract.ts'
import { createPushedLog } from './pushed-log.ts'
import { workerPort } from './start.ts'

const { dbPath, cost } = workerData as BackupWorkerData // given by start-backup.ts
const db = openDb(dbPath)
const work = createBackupWork({ db, clock, random, files, ...(cost && { cost }) })

const log = createPushedLog((line) => served.push('backup', 'logged', line))
const served = serve(
  backupJobContract,
  {
    backup: {
      async write({ path, passphrase, key }) {
        try {
          await work.write({ path, passphrase }, key)
          return null
        } finally {
          key.fill(0)
        }
      },
      async restore({ path, file, passphrase, key, firstSlot }) {
        try {
          return await work.restore({ path, file, passphrase }, { key, firstSlot })
        } finally {
          key.fill(0)
        }
      },
      close: () => {
        db.close()
        return null
      },
    },
  },
  workerPort(parentPort!),
  { log, ref: () => randomUUID().slice(0, 8) },
)
