import { randomUUID } from 'node:crypto'
import { parentPort, workerData } from 'node:worker_threads'
import { createDeviceReader } from '../core/devices/index.ts'
import { openReadOnlyDb } from '../db/open.ts'
import { serve } from '../ipc/server.ts'
import { systemClock } from '../ports/clock.ts'
import { openWholeFile } from '../ports/whole-file.ts'
import { createPushedLog } from './pushed-log.ts'
import { readerContract, type ReaderWorkerData } from './reader-contract.ts'
import { workerPort } from './start.ts'

/** Other processes write too: only looking tells. A look takes a fraction of a millisecond when nothing has changed. */
const LOOK_INTERVAL_MS = 1000

/** Reading ahead rests while somebody leafs through the list, and looks again after this time. */
const REST_MS = 300

/** A window that opens asks for its list now; only the order every list needs is read before that. */
const WARM_UP_AFTER_MS = 1000

const { dbPath } = workerData as ReaderWorkerData // given by start-reader.ts
const db = openReadOnlyDb(dbPath)
const reader = createDeviceReader({ db, clock: systemClock, openTarget: openWholeFile })

const log = createPushedLog((line) => served.push('reader', 'logged', line))
const served = serve(
  readerContract,
  {
    reader: {
      ...reader.handlers,
      countByGroup: reader.countByGroup,
      countByProfile: reader.countByProfile,
      planMove: reader.planMove,
      selectIds: reader.selectIds,
      close,
    },
  },
  workerPort(parentPort!),
  {
    log,
    ref: () => randomUUID().slice(0, 8),
  },
)

let isClosed = false
function close(): null {
  clearInterval(looking)
  isClosed = true
  db.close()
  return null
}

function warmUp(): void {
  if (isClosed) return
  if (reader.isLeafedThrough()) setTimeout(guarded, REST_MS, 'reader.not-warmed', warmUp)
  else if (reader.warmUp()) setImmediate(guarded, 'reader.not-warmed', warmUp)
  else log.info('reader.ready', {})
}

let known = reader.revision()
function look(): void {
  const revision = reader.revision()
  if (revision !== known) served.push('reader', 'changed', { revision })
  known = revision
}

/** What was not read ahead is read when it is asked for, and a look that failed is followed by another. */
function guarded(event: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    log.warn(event, { error: String(error) })
  }
}

guarded('reader.not-warmed', reader.warmUp)
setTimeout(guarded, WARM_UP_AFTER_MS, 'reader.not-warmed', warmUp)
const looking = setInterval(guarded, LOOK_INTERVAL_MS, 'reader.did-not-look', look)
