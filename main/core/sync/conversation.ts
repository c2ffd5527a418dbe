import { AppError } from '../../../shared/errors.ts'
import type { Account } from '../../../shared/model/token.ts'
import { parseInstant } from '../../../shared/model/instant.ts'
import type { DevicePage, WireDevice } from '../../clients/ade/wire.ts'
import { applyStates, applyPage, fenced, type PageContext } from '../../db/device-pages.ts'
import { serialOf } from '../../db/device-rows.ts'
import { warnInRun } from '../../db/sync-runs.ts'
import { compareListed, finishFetch, forgetFetch, type SyncState } from '../../db/sync-state.ts'
import { createCursorGuard } from './cursor-guard.ts'
import { decideDevice } from './decide-device.ts'
import { judgeSweep } from './judge-sweep.ts'
import { extended } from './keep-lease.ts'
import { groupBySerial } from './merge-page.ts'
import { pageLimit } from './page-limit.ts'
import { afterRefusal, stepAfter, type Step, type SyncPlan } from './plan-sync.ts'
import { absent, operationTime, readDevice, serialIn } from './read-device.ts'
import { planArrivals, planDevices } from '../assign/index.ts'
import type { SyncRunning } from './run-sync.ts'
import { nextTurn } from '../turn.ts'

/** Devices marked as gone in one transaction. */
const SWEEP_ROWS = 1000

type Start = { readonly plan: SyncPlan; readonly state: SyncState; readonly account: Account }

/**
 * Reads pages to the end: the list, then its changes. While a page is being written the next ones are under way. Page and cursor are stored together, so whatever ends this, the next run goes on after the last stored page.
 */
export async function readDevices(run: SyncRunning, { plan, state, account }: Start): Promise<void> {
  const { client, job, signal } = run
  let guard = createCursorGuard()
  const isLaterFetch = state.lastFetchAt !== null
  let { fetchedUntil } = state
  let hasRestarted = false

  function ask(step: Step): Promise<DevicePage> {
    const answer = client.page({ ...step, limit: pageLimit(step.mode, account, job.pageLimit) }, { signal })
    answer.catch(() => {}) // it is waited for after the page before it
    return answer
  }

  let step: Step | undefined = plan
  let answer = ask(step)
  while (step) {
    let page: DevicePage
    try {
      page = await answer
    } catch (error) {
      const reaction = afterRefusal(error, step, hasRestarted)
      if (reaction === 'fail') throw error
      if (reaction === 'done') return
      run.log.info('sync.cursor-refused', { token: job.token, mode: step.mode, reaction })
      if (reaction === 'changes') await completeFetch(run)
      hasRestarted ||= reaction === 'restart'
      // The same cursor goes on with changes: a fetch refuses one that it has answered to the end.
      step = reaction === 'changes' ? { mode: 'sync', cursor: step.cursor! } : { mode: 'fetch', cursor: null }
      answer = ask(step)
      guard = createCursorGuard()
      continue
    }
    const next = stepAfter(step, page)
    // Only what goes on can go round: the last page of a list, or nothing new, may well repeat a cursor.
    if (page.moreToFollow) guard(page.cursor!, page.devices.length)
    else guard = createCursorGuard()
    if (next) answer = ask(next)
    await nextTurn()
    writePage(run, { step, page, isLaterFetch, fetchedUntil })
    if (step.mode === 'fetch' && !page.moreToFollow) await completeFetch(run)
    fetchedUntil = page.fetchedUntil ?? fetchedUntil
    step = next
  }
}

type Page = {
  readonly step: Step
  readonly page: DevicePage
  readonly isLaterFetch: boolean
  readonly fetchedUntil: string | null
}

function writePage(run: SyncRunning, { step, page, isLaterFetch, fetchedUntil }: Page): void {
  const { db, log, job, signal, client } = run
  signal.throwIfAborted()
  const devices = groupBySerial(page.devices, serialIn)
  const received = page.devices.length + page.malformed
  const readable = devices.reduce((sum, { rows }) => sum + rows.length, 0)
  if (readable < received) log.warn('sync.malformed-rows', { token: job.token, rows: received - readable })
  if (step.mode === 'sync') logOldEvents(run, page.devices, fetchedUntil)
  const context = pageContext(run)
  applyPage(
    db,
    {
      ...context,
      mode: step.mode,
      isFirstOfFetch: step.mode === 'fetch' && step.cursor === null,
      isLaterFetch: step.mode === 'fetch' && isLaterFetch,
      // A fetch stays one until what it did not list is marked.
      next: { phase: step.mode, cursor: page.cursor!, fetchedUntil: page.fetchedUntil },
      received,
      requests: client.requestCount(),
      devices,
    },
    // Read one by one: what is made of a device is gone before the next.
    (stored, rows, serial) =>
      decideDevice(
        stored,
        rows.map((row) => readDevice(serial, row, step.mode)),
        context,
      ),
    (written) => planArrivals(db, { ...written, tokenNo: job.tokenNo, now: context.now }),
  )
  run.progress.page(step.mode, received)
}

/** The list came to its end: what it did not contain is gone, and from now on changes are asked for. */
async function completeFetch(run: SyncRunning): Promise<void> {
  const { db, job, signal, progress } = run
  progress.phase('sweeping')
  const { unlisted, present, miscounted } = compareListed(db, job.tokenNo)
  const verdict = judgeSweep({ present, unlisted: unlisted.length, isEmptyAccepted: job.isEmptyAccepted })
  if (verdict === 'hold') holdBack(run, present)
  if (verdict === 'warn') warnOfDrop(run, { present, unlisted: unlisted.length })
  for (let at = 0; at < unlisted.length; at += SWEEP_ROWS) {
    signal.throwIfAborted()
    const context = pageContext(run)
    const serials = unlisted.slice(at, at + SWEEP_ROWS).map((id) => serialOf(db, id))
    const devices = serials.map((serial) => ({ serial, rows: [absent(serial, 'not-listed')] }))
    applyStates(
      db,
      { ...context, devices },
      (stored, rows) => decideDevice(stored, rows, context),
      ({ ids }) => planDevices(db, { ids, now: context.now, isAtOnce: false }),
    )
    await nextTurn()
  }
  const context = pageContext(run)
  fenced(db, context, () => finishFetch(db, job.tokenNo, { now: context.now, miscounted }))
}

/** The cursor behind such a list leads nowhere: the next run begins anew, and a list that is right again goes through. */
function holdBack(run: SyncRunning, present: number): never {
  fenced(run.db, pageContext(run), () => forgetFetch(run.db, run.job.tokenNo))
  throw new AppError('sync.empty-list', `${present.toLocaleString('en')} devices are known to be on ${run.job.token}`, {
    facts: { present },
  })
}

function warnOfDrop(run: SyncRunning, counts: { readonly present: number; readonly unlisted: number }): void {
  fenced(run.db, pageContext(run), () => warnInRun(run.db, run.runNo, 'large-drop'))
  run.log.warn('sync.large-drop', { token: run.job.token, ...counts })
}

export function pageContext({
  job,
  runNo,
  lease,
  clock,
}: Pick<SyncRunning, 'job' | 'lease' | 'clock'> & { readonly runNo: number | null }): PageContext {
  const now = clock.now()
  return { tokenNo: job.tokenNo, runNo, lease: extended(lease, now), now }
}

/** Apple said that everything until then had been told. */
function logOldEvents({ log, job }: SyncRunning, rows: readonly WireDevice[], fetchedUntil: string | null): void {
  const until = fetchedUntil === null ? undefined : parseInstant(fetchedUntil)
  if (until === undefined) return
  const old = rows.filter((row) => (operationTime(row) ?? until) < until)
  if (old.length > 0) {
    log.warn('sync.old-events', { token: job.token, rows: old.length, fetchedUntil, firstSerial: serialIn(old[0]!) })
  }
}
