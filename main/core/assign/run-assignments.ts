import { AppError } from '../../../shared/errors.ts'
import { toSerial, type Serial } from '../../../shared/model/ids.ts'
import type { Account } from '../../../shared/model/token.ts'
import type { AdeClient, AssignmentAnswer, DeviceDetails } from '../../clients/ade/client-type.ts'
import { fenced, type PageContext } from '../../db/device-pages.ts'
import type { WriteDb } from '../../db/open.ts'
import {
  listDueAssignments,
  storeAnswers,
  type AnsweredAssignment,
  type DueAssignment,
} from '../../db/profile-assignments.ts'
import { markVersionGone } from '../../db/profile-versions.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { judge, MISSING } from './outcome.ts'
import { nextTurn } from '../turn.ts'

/** Serial numbers in one request where Apple announces nothing, and never more. */
const MAX_SERIALS = 1000

/** The version is unknown to Apple: its devices wait until the profile is published again. */
const PROFILE_GONE = 'PROFILE_GONE'

export type AssignmentRun = {
  readonly db: WriteDb
  readonly clock: Pick<Clock, 'now'>
  readonly log: Log
  readonly client: Pick<AdeClient, 'assignProfile' | 'removeProfile' | 'deviceDetails'>
  readonly tokenNo: number
  /** What may be written under: the lease with its end moved on. */
  readonly context: () => PageContext
  /** Stores what Apple reports of these devices now, like rows of a list. */
  readonly storeDetails: (details: DeviceDetails) => void
  readonly signal: AbortSignal
  readonly report: (done: number) => void
}

/**
 * Tells Apple about the devices of one token whose profile is not the one they should have, until nothing is due. Each
 * answer is stored with what follows from it in one transaction; a process that is killed asks again, which Apple takes
 * as the same. What was told is read back beside the next telling, and written beside the one after that: storing a
 * thousand details takes half as long as Apple's answer does, and nothing may wait for it.
 * Returns how many devices got what they should have. Rejects as the client does; what was stored stays.
 */
export async function runAssignments(run: AssignmentRun, account: Pick<Account, 'limits'>): Promise<number> {
  const limit = serialLimit(account)
  let assigned = 0
  let done = 0
  /** What is read back of the portion before the last, and of the last. */
  let earlier: Promise<DeviceDetails> | undefined
  let readBack: Promise<DeviceDetails> | undefined
  for (;;) {
    run.signal.throwIfAborted()
    const portion = listDueAssignments(run.db, { tokenNo: run.tokenNo, now: run.clock.now(), limit })
    if (portion.length === 0) break
    const asking = tell(run, portion)
    asking.catch(() => {}) // waited for below, after the earlier details are written
    if (earlier) await storeReadBack(run, earlier)
    earlier = readBack
    readBack = undefined
    const answers = await asking
    const successes = portion.filter((_, index) => answers[index]!.word === 'SUCCESS')
    if (successes.length > 0) readBack = askDetails(run, successes)
    await nextTurn()
    store(run, portion, answers)
    assigned += successes.length
    done += portion.length
    run.report(done)
  }
  for (const asked of [earlier, readBack]) if (asked) await storeReadBack(run, asked)
  return assigned
}

/** Rows Apple announces for the call that assigns. */
export function serialLimit({ limits }: Pick<Account, 'limits'>): number {
  const announced = limits.find(({ uri }) => uri.replace(/\/+$/, '') === '/profile/devices')
  const rows = announced?.maximum ?? announced?.default ?? MAX_SERIALS
  return Math.max(1, Math.min(MAX_SERIALS, Math.floor(rows)))
}

async function tell(run: AssignmentRun, portion: readonly DueAssignment[]): Promise<readonly AnsweredAssignment[]> {
  const answer = await ask(run, portion)
  const now = run.clock.now()
  const words = new Map(Object.entries(answer.devices).map(([serial, word]) => [toSerial(serial), word]))
  return portion.map(({ deviceId, serial, attempts }) => {
    const word = words.get(serial) ?? MISSING
    const { retryAfterSeconds } = answer
    return { deviceId, word, ...judge({ word, attempts, now, retryAfterSeconds }) }
  })
}

async function ask(run: AssignmentRun, portion: readonly DueAssignment[]): Promise<AssignmentAnswer> {
  const serials = portion.map(({ serial }) => serial)
  const { versionNo, profileUuid } = portion[0]!
  const send = (some: readonly string[]) =>
    profileUuid === null
      ? run.client.removeProfile(some, { signal: run.signal })
      : run.client.assignProfile({ profileUuid, serials: some }, { signal: run.signal })
  try {
    return await send(serials)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'ade.refused' && error.facts['status'] === 404 && versionNo !== null) {
      run.log.warn('assign.profile-gone', { profileUuid })
      fenced(run.db, run.context(), () => markVersionGone(run.db, versionNo, run.clock.now()))
      return { devices: Object.fromEntries(serials.map((serial) => [serial, PROFILE_GONE])), retryAfterSeconds: null }
    }
    if (error.code !== 'ade.outcome-unknown') throw error
    return askOnce(run, { serials, profileUuid, send })
  }
}

type Unsure = {
  readonly serials: readonly Serial[]
  readonly profileUuid: string | null
  readonly send: (serials: readonly string[]) => Promise<AssignmentAnswer>
}

/** It may have been carried out, in part or as a whole: what Apple reports tells, and only the rest is told again, once. */
async function askOnce(run: AssignmentRun, { serials, profileUuid, send }: Unsure): Promise<AssignmentAnswer> {
  run.log.info('assign.outcome-unknown', { profileUuid, serials: serials.length })
  const details = await run.client.deviceDetails(serials, { signal: run.signal })
  const isDone = reportedAs(details, profileUuid)
  const done = Object.fromEntries(serials.filter(isDone).map((serial) => [serial, 'SUCCESS']))
  const rest = serials.filter((serial) => !isDone(serial))
  if (rest.length === 0) return { devices: done, retryAfterSeconds: null }
  const answer = await send(rest)
  return { devices: { ...done, ...answer.devices }, retryAfterSeconds: answer.retryAfterSeconds }
}

/** Whether Apple reports a device with this profile, or without one. */
function reportedAs(details: DeviceDetails, profileUuid: string | null): (serial: Serial) => boolean {
  const rows = new Map(Object.entries(details).map(([serial, row]) => [toSerial(serial), row]))
  return (serial) => {
    const row = rows.get(serial)
    const uuid = typeof row?.profile_uuid === 'string' ? row.profile_uuid.toUpperCase() : ''
    const hasProfile = row?.profile_status === 'assigned' || row?.profile_status === 'pushed'
    return profileUuid === null ? row !== undefined && !hasProfile : hasProfile && uuid === profileUuid.toUpperCase()
  }
}

function askDetails({ client, signal }: AssignmentRun, portion: readonly DueAssignment[]): Promise<DeviceDetails> {
  const asked = client.deviceDetails(
    portion.map(({ serial }) => serial),
    { signal },
  )
  asked.catch(() => {}) // waited for below
  return asked
}

/** Only a look at what was told: trouble with it is no trouble of the assignment. */
async function storeReadBack(run: AssignmentRun, asked: Promise<DeviceDetails>): Promise<void> {
  let details: DeviceDetails
  try {
    details = await asked
  } catch (error) {
    run.signal.throwIfAborted()
    if (!(error instanceof AppError)) throw error
    return run.log.warn('assign.not-read-back', { code: error.code })
  }
  run.storeDetails(details)
}

function store(run: AssignmentRun, portion: readonly DueAssignment[], answers: readonly AnsweredAssignment[]): void {
  const context = run.context()
  const { tokenNo, runNo, now } = context
  fenced(run.db, context, () =>
    storeAnswers(run.db, answers, { tokenNo, runNo, profileUuid: portion[0]!.profileUuid, now }),
  )
}
