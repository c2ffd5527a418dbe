import {
  OWN_OUTCOMES,
  type AssignedDevice,
  type AssignmentPlan,
  type AssignmentProgress,
  type AssignmentReport,
} from '../../../shared/contract/assignments.ts'
import type { CallContext } from '../../../shared/contract/define.ts'
import type { DeviceSelection } from '../../../shared/contract/devices.ts'
import type { CoreHandlers } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Serial } from '../../../shared/model/ids.ts'
import { listTokensOf } from '../../db/device-answers.ts'
import {
  countDue,
  listAssignmentResults,
  listOpenAssignments,
  listTokensWithWork,
  retryAssignments,
} from '../../db/profile-assignments.ts'
import { findDeviceForWish } from '../../db/profile-wishes.ts'
import { findAssignmentFacts } from '../../db/assignment-facts.ts'
import { serialOf } from '../../db/device-rows.ts'
import { findProfile } from '../../db/profiles.ts'
import { findToken } from '../../db/tokens.ts'
import type { DeviceReader } from '../devices/index.ts'
import type { TokenService } from '../tokens/index.ts'
import { askEachToken } from './each-token.ts'
import { releaseDevices, type ReleasePorts } from './release.ts'
import { NOT_PUBLISHED } from './plan-devices.ts'
import type { DevicesOfProfile, WishDevices } from './wish-devices.ts'
import { nextTurn } from '../turn.ts'
import { firstOf } from './listed-first.ts'

/** The worker tells Apple; how far it is can be seen in the store. */
const LOOK_MS = 500

type OwnOutcome = (typeof OWN_OUTCOMES)[number]

const WAITING: OwnOutcome = 'WAITING'
const OWN: ReadonlySet<string> = new Set(OWN_OUTCOMES)

export type AssignPorts = ReleasePorts & {
  readonly tokens: Pick<TokenService, 'find'>
  readonly reader: Pick<DeviceReader, 'selectIds' | 'exportCsv'>
  readonly wishDevices: WishDevices
  readonly devicesOfProfile: DevicesOfProfile
  /** Tells Apple what is due on one token. */
  readonly runAssign: (tokenNo: number, context: { readonly signal: AbortSignal }) => Promise<'done' | 'busy'>
}

export type AssignService = ReturnType<typeof createAssignService>

type RetryWish = { readonly token?: string | undefined; readonly selection?: DeviceSelection | undefined }

/** Wishes of people for many devices, and what Apple made of them. */
export function createAssignService(ports: AssignPorts) {
  const { db, clock } = ports

  function profileNoOf(profile: string | null): number | null {
    if (profile === null) return null
    const found = findProfile(db, profile)
    if (!found) throw new AppError('profile.not-found', `there is no profile ${profile}`)
    return found.no
  }

  function tokenNoOf(token: string): number {
    return findToken(db, ports.tokens.find(token).id)!.no
  }

  async function wish(
    { selection, profile }: { readonly selection: DeviceSelection; readonly profile: string | null },
    { signal, report, isDryRun }: CallContext<AssignmentProgress> & { readonly isDryRun: boolean },
  ) {
    const profileNo = profileNoOf(profile)
    const { ids, unknown } = await ports.reader.selectIds(selection)
    const plan = await ports.wishDevices({ ids, profileNo, now: clock.now(), isDryRun }, { signal, report })
    return { ids, plan: { ...plan, total: plan.total + unknown.length, gone: plan.gone + unknown.length }, unknown }
  }

  async function openWork({ token, selection }: RetryWish) {
    const chosen = selection && (await ports.reader.selectIds(selection))
    return {
      tokenNo: token === undefined ? null : tokenNoOf(token),
      only: chosen && new Set(chosen.ids),
      unknown: chosen?.unknown.length ?? 0,
    }
  }

  /** Returns why a token could not be asked: its work stays due. */
  async function tellApple({ signal, report }: CallContext<AssignmentProgress>): Promise<AppError | null> {
    const now = clock.now()
    const total = countDue(db, now)
    const look = () => report({ phase: 'telling', done: Math.max(0, total - countDue(db, now)), total })
    look()
    const looking = setInterval(look, LOOK_MS)
    try {
      return await askEachToken(listTokensWithWork(db, now), (no) => ports.runAssign(no, { signal }), signal)
    } finally {
      clearInterval(looking)
    }
  }

  type Told = { readonly told: readonly AssignedDevice[]; readonly listed: number; readonly failure: AppError | null }

  /** Where nothing that was to be told reached Apple, the failure is the answer; else those rows wait. */
  function describe(plan: AssignmentPlan, { told, listed, failure }: Told): AssignmentReport {
    const isWaiting = told.some(({ outcome }) => outcome === WAITING)
    if (failure && isWaiting && told.every(({ outcome }) => OWN.has(outcome))) throw failure
    const results: Record<string, number> = {}
    for (const { outcome } of told) results[outcome] = (results[outcome] ?? 0) + 1
    return { plan, results, devices: firstOf(told, listed) }
  }

  /** In portions, so that nobody else waits for the whole list. */
  async function outcomesOf(ids: readonly number[], since: number): Promise<readonly AssignedDevice[]> {
    const told: AssignedDevice[] = []
    for (let from = 0; from < ids.length; from += 2000) {
      await nextTurn()
      const portion = ids.slice(from, from + 2000)
      const known = new Map(listAssignmentResults(db, portion).map((result) => [result.serial, result]))
      for (const id of portion) told.push(outcomeOf(id, known, since))
    }
    return told
  }

  function outcomeOf(
    id: number,
    known: ReadonlyMap<Serial, ReturnType<typeof listAssignmentResults>[number]>,
    since: number,
  ): AssignedDevice {
    const serial = serialOf(db, id)
    const own = (outcome: OwnOutcome) => ({ serial, outcome, nextAttemptAt: null })
    const { isPresent, assignmentError } = findDeviceForWish(db, id)
    if (!isPresent) return own('GONE')
    if (assignmentError === NOT_PUBLISHED) return own('NOT_PUBLISHED')
    const result = known.get(serial)
    if (!result || (result.answeredAt ?? result.sinceAt) < since) return own('UNCHANGED')
    return result.outcome === null
      ? own(WAITING)
      : { serial, outcome: result.outcome, nextAttemptAt: result.nextAttemptAt }
  }

  const handlers: CoreHandlers['assignments'] = {
    show: ({ serial }) => {
      const facts = findAssignmentFacts(db, serial)
      if (!facts) throw new AppError('device.not-found', `no device has the serial number ${serial}`)
      return facts
    },

    preview: async (input, context) => (await wish(input, { ...context, report: () => {}, isDryRun: true })).plan,

    assign: async ({ listed, ...input }, context) => {
      const since = clock.now()
      const { ids, plan, unknown } = await wish(input, { ...context, isDryRun: false })
      const failure = await tellApple(context)
      const absent = unknown.map((serial) => ({ serial, outcome: 'NOT_FOUND', nextAttemptAt: null }))
      const told = [...(await outcomesOf(Array.from(ids), since)), ...absent]
      return describe(plan, { told, listed, failure })
    },

    update: async ({ profile, token, listed }, context) => {
      const since = clock.now()
      const profileNo = profileNoOf(profile)!
      const ids = await ports.devicesOfProfile({ profileNo, tokenNo: tokenNoOf(token) })
      const plan = await ports.wishDevices({ ids, profileNo, now: since, isDryRun: false }, context)
      const failure = await tellApple(context)
      return describe(plan, { told: await outcomesOf(Array.from(ids), since), listed, failure })
    },

    release: (wish, { signal }) => releaseDevices(ports, wish, signal),

    previewRetry: async (wish) => {
      const work = await openWork(wish)
      const change = listOpenAssignments(db, work).length
      const total = work.only ? work.only.size + work.unknown : change
      return { total, change, same: total - change - work.unknown, gone: work.unknown, unpublished: 0 }
    },

    retry: async ({ listed, ...wish }, context) => {
      const since = clock.now()
      const ids = retryAssignments(db, { ...(await openWork(wish)), now: since })
      const failure = await tellApple(context)
      const told = await outcomesOf(ids, since)
      const gone = told.filter(({ outcome }) => outcome === 'GONE').length
      const plan = { total: ids.length, change: ids.length - gone, same: 0, gone, unpublished: 0 }
      return describe(plan, { told, listed, failure })
    },

    previewRelease: ({ serials }) => {
      const places = listTokensOf(db, [...new Set(serials)])
      const change = places.filter(({ tokenNo }) => tokenNo !== null).length
      return { total: places.length, change, same: 0, gone: places.length - change, unpublished: 0 }
    },
  }
  return { handlers }
}
