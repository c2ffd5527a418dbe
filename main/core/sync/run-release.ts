import { AppError } from '../../../shared/errors.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import { applyStates, fenced } from '../../db/device-pages.ts'
import { releaseLease } from '../../db/leases.ts'
import { storeReleaseAnswers } from '../../db/profile-assignments.ts'
import { pageContext } from './conversation.ts'
import { decideDevice } from './decide-device.ts'
import { keepLease } from './keep-lease.ts'
import { createProgress } from './progress.ts'
import { absent } from './read-device.ts'
import type { AssignJob } from './run-assign.ts'
import {
  assertNotExpired,
  assertSameServer,
  assertStillConnected,
  takeSyncLease,
  type RunContext,
  type SyncJob,
  type SyncRunPorts,
} from './run-sync.ts'

/** No limit is documented; the number that other calls take at most. */
const MAX_SERIALS = 1000

/** The answer did not arrive: it may have been carried out. */
export const UNKNOWN = 'UNKNOWN'

/** Apple's word per serial number. Those after a failure are missing: nothing was asked about them. */
export type ReleasedDevices = Readonly<Record<string, string>>

/**
 * Releases devices of one token. What Apple answers is stored portion by portion; a portion whose answer does not arrive
 * ends it, and is never asked again by itself. Rejects before the first portion as the client does, and with
 * `sync.already-running` while a run of the token is under way.
 */
export async function runRelease(
  ports: SyncRunPorts,
  { job: wanted, serials }: { readonly job: AssignJob; readonly serials: readonly Serial[] },
  { signal, report }: RunContext,
): Promise<ReleasedDevices> {
  const { db, clock, log } = ports
  const job: SyncJob = { ...wanted, isFullAsked: false, isEmptyAccepted: false, pageLimit: null }
  const lease = takeSyncLease(ports, job)
  if (!lease) throw new AppError('sync.already-running', 'a run of this token is under way')
  const keeper = keepLease(ports, lease, signal)
  const progress = createProgress({ tokenId: job.tokenId, token: job.token, mode: 'sync' }, report)
  const client = ports.openClient(progress.wait)
  const told: Record<string, string> = {}
  try {
    assertStillConnected(db, job)
    assertNotExpired(job, clock.now())
    assertSameServer(job, await client.account({ signal: keeper.signal }))
    for (let at = 0; at < serials.length; at += MAX_SERIALS) {
      keeper.signal.throwIfAborted()
      const portion = serials.slice(at, at + MAX_SERIALS)
      const words = await askOnce(client.disownDevices(portion, { signal: keeper.signal }), portion)
      const context = pageContext({ job, lease, clock, runNo: null })
      fenced(db, context, () => storeReleaseAnswers(db, words, { tokenNo: job.tokenNo, now: context.now }))
      const devices = Object.keys(words)
        .filter((serial) => words[serial] === 'SUCCESS')
        .map((serial) => ({ serial: toSerial(serial), rows: [absent(toSerial(serial), 'released')] }))
      applyStates(db, { ...context, devices }, (stored, rows) => decideDevice(stored, rows, context))
      Object.assign(told, words)
      if (Object.values(words).includes(UNKNOWN)) break
    }
    return told
  } catch (error) {
    if (Object.keys(told).length === 0 || !(error instanceof AppError)) throw error
    log.warn('release.ended-early', { token: job.token, code: error.code })
    return told
  } finally {
    keeper.stop()
    await client.close()
    releaseLease(db, lease)
  }
}

async function askOnce(asked: Promise<ReleasedDevices>, portion: readonly Serial[]): Promise<ReleasedDevices> {
  try {
    const words = new Map(Object.entries(await asked).map(([serial, word]) => [toSerial(serial), word]))
    return Object.fromEntries(portion.map((serial) => [serial, words.get(serial) ?? 'MISSING']))
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ade.outcome-unknown') throw error
    return Object.fromEntries(portion.map((serial) => [serial, UNKNOWN]))
  }
}
