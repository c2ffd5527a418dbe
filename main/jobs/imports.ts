import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createImporter } from '../core/imports/index.ts'
import { openDb } from '../db/open.ts'
import { serve } from '../ipc/server.ts'
import { openByteSource } from '../ports/byte-source.ts'
import { systemClock } from '../ports/clock.ts'
import { systemIdentity } from '../ports/process-identity.ts'
import { importsJobContract, type ImportsWorkerData } from './imports-contract.ts'
import { createPushedLog } from './pushed-log.ts'
import { workerPort } from './start.ts'

const { dbPath } = workerData as ImportsWorkerData // given by start-imports.ts
const db = openDb(dbPath)
const importer = createImporter({ db, openByteSource, clock: systemClock, identity: systemIdentity })

const log = createPushedLog((line) => served.push('imports', 'logged', line))
const served = serve(
  importsJobContract,
  {
    imports: {
      preview: importer.preview,
      run: importer.run,
      resume: async () => {
        await importer.resume()
        return null
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
