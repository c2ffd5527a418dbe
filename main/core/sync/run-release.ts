import { AppError } from '../../../shared/errors.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import { applyStates, fenced } from '../../db/device-pages.ts'
import { storeReleaseAnswers } from '../../db/device-answers.ts'
import { pageContext } from './conversation.ts'
import { decideDevice } from './decide-device.ts'
import { absent } from './read-device.ts'
import type { RunContext, SyncRunPorts } from './run-sync.ts'
import { underLease, type AssignJob, type Held } from './under-lease.ts'

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
  { job, serials }: { readonly job: AssignJob; readonly serials: readonly Serial[] },
  context: RunContext,
): Promise<ReleasedDevices> {
  const told = await underLease(ports, { job, ...context }, (held) => releaseAll(ports, held, serials))
  if (!told) throw new AppError('sync.already-running', 'a run of this token is under way')
  return told
}

async function releaseAll(
  { db, clock, log }: SyncRunPorts,
  { job, lease, client, signal }: Held,
  serials: readonly Serial[],
): Promise<ReleasedDevices> {
  const told: Record<string, string> = {}
  try {
    for (let at = 0; at < serials.length; at += MAX_SERIALS) {
      signal.throwIfAborted()
      const portion = serials.slice(at, at + MAX_SERIALS)
      const words = await askOnce(client.disownDevices(portion, { signal }), portion)
      const context = pageContext({ job, lease, clock, runNo: null })
      fenced(db, context, () => storeReleaseAnswers(db, words, { tokenNo: job.tokenNo, now: context.now }))
      const devices = Object.keys(words)
        .filter((serial) => words[serial] === 'SUCCESS')
        .map((serial) => ({ serial: toSerial(serial), rows: [absent(toSerial(serial), 'released')] }))
      applyStates(db, { ...context, devices }, (stored, rows) => decideDevice(stored, rows, context))
      Object.assign(told, words)
      if (Object.values(words).includes(UNKNOWN)) break
    }
  } catch (error) {
    if (Object.keys(told).length === 0 || !(error instanceof AppError)) throw error
    log.warn('release.ended-early', { token: job.token, code: error.code })
  }
  return told
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
