import { describe, expect, it } from 'vitest'
import { createSyncService, runSync, type StartRun } from '../../../../../main/core/sync/index.ts'
import type { TokenAnswer } from '../../../../../main/core/tokens/index.ts'
import { listRuns } from '../../../../../main/db/sync-runs.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
import {
  createFakeAdeClient,
  cursorRefusal,
  lastPage,
  type AdeScript,
  toSyncClient,
} from '../../../../fakes/ade-client.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'
import { addToken, device, minuteAt } from './stage.ts'

const T1 = 't1' as TokenId
const T2 = 't2' as TokenId
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const FIRST: AdeScript = { pages: [lastPage('F', [device('A')]), lastPage('S')] }
const NOTHING_NEW: AdeScript = { pages: [cursorRefusal('EXHAUSTED_CURSOR')] }

/** A service whose runs happen here, over one script per run; `scripts` by token number. */
function createScene() {
  const db = openMemoryDb()
  addToken(db, 1)
  addToken(db, 2)
  const clock = createFakeClock()
  const scripts: Record<number, AdeScript[]> = { 1: [], 2: [] }
  const answers: (TokenAnswer & { readonly id: TokenId })[] = []
  const vault = { isUnlocked: true, hasBroken: false }
  let starts = 0

  const startRun: StartRun = async ({ job }, context) => {
    starts += 1
    if (vault.hasBroken) throw new Error('the thread is gone')
    const { client } = createFakeAdeClient(scripts[job.tokenNo]!.shift() ?? {})
    const identity = { name: 'here:1', isDead: () => false }
    return runSync({ db, openClient: () => toSyncClient(client, clock), clock, log: silentLog, identity }, job, context)
  }
  const service = createSyncService({
    db,
    clock,
    random: createSeededRandom(1),
    log: silentLog,
    openAdeClient: () => createFakeAdeClient({}).client,
    network: { appleUrl: '', proxy: null, noProxy: null, extraCertificates: [], protocolVersion: 10 },
    tokens: {
      credentials: () => {
        if (!vault.isUnlocked) throw new AppError('vault.locked', 'locked')
        return { values: { consumerKey: '', consumerSecret: '', accessToken: '', accessSecret: '' }, version: 3 }
      },
      recordAnswer: (id, answer) => void answers.push({ id, ...answer }),
    },
    isVaultUnlocked: () => vault.isUnlocked,
    startRun,
    startAssign: async () => ({ state: 'done', account: null }),
    startRelease: async () => ({}),
  })
  const context = (signal = new AbortController().signal) => ({ signal, report() {} })
  return {
    db,
    clock,
    scripts,
    answers,
    vault,
    service,
    context,
    starts: () => starts,
  }
}

describe('runs of a token', () => {
  it('two requests for one token are one run', async () => {
    const { service, scripts, context, starts } = createScene()
    scripts[1]!.push(FIRST)
    const [a, b] = await Promise.all([1, 2].map(async () => service.handlers.run({ tokenId: T1 }, context())))
    expect([a?.id === b?.id, a?.state, starts()]).toEqual([true, 'done', 1])
  })

  it('a request for everything is not answered by a run that reads changes only', async () => {
    const { service, scripts, context } = createScene()
    scripts[1]!.push(FIRST, NOTHING_NEW, { pages: [lastPage('F2', [device('A')]), lastPage('S2')] })
    await service.handlers.run({ tokenId: T1 }, context())
    const changes = service.handlers.run({ tokenId: T1 }, context())
    const full = await service.handlers.run({ tokenId: T1, full: true }, context())
    expect([(await changes).mode, full.mode]).toEqual(['sync', 'fetch'])
  })

  it('a run goes on while one of those who wait for it still does, and is cancelled with the last', async () => {
    const { service, scripts, context, clock } = createScene()
    const hanging = (_call: unknown, signal: AbortSignal | undefined) =>
      new Promise<never>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    scripts[1]!.push({ pages: [hanging] })
    const [one, other] = [new AbortController(), new AbortController()]
    const runs = [one, other].map(({ signal }) => service.handlers.run({ tokenId: T1 }, context(signal)))
    await clock.advance(1)
    one.abort()
    await clock.advance(1)
    const stillRunning = service.handlers.running({}, context()) as readonly unknown[]
    other.abort()
    expect([stillRunning.length, (await runs[0])?.state]).toEqual([1, 'cancelled'])
  })

  it('what Apple answered is told to the token, with the version of the credentials that were used', async () => {
    const { service, scripts, context, answers } = createScene()
    scripts[1]!.push(FIRST, { account: new AppError('terms.not-accepted', 'terms') })
    await service.handlers.run({ tokenId: T1 }, context())
    await service.handlers.run({ tokenId: T1 }, context())
    expect(answers.map(({ id, outcome, version }) => [id, outcome, version])).toEqual([
      [T1, 'success', 3],
      [T1, 'terms.not-accepted', 3],
    ])
  })

  it('a locked vault is told before anything starts', async () => {
    const { service, context, vault, starts } = createScene()
    vault.isUnlocked = false
    await expect(service.runMany({}, context())).rejects.toMatchObject({ code: 'vault.locked' })
    expect(starts()).toBe(0)
  })

  it('an unknown token is told as such', async () => {
    const { service, context } = createScene()
    await expect(service.runMany({ tokenId: 'no' as TokenId }, context())).rejects.toMatchObject({
      code: 'token.not-found',
    })
  })

  it('C27: trouble with one token does not stop another, and each run has the right name', async () => {
    const { service, scripts, context } = createScene()
    scripts[1]!.push({ account: new AppError('auth.rejected', 'no') })
    scripts[2]!.push(FIRST)
    const runs = await service.runMany({}, context())
    expect(runs.map(({ token, state, error }) => [token, state, error?.code])).toEqual([
      ['token-1', 'failed', 'auth.rejected'],
      ['token-2', 'done', undefined],
    ])
  })

  it('a worker that breaks leaves no run that seems to be under way', async () => {
    const { service, context, vault, db } = createScene()
    vault.hasBroken = true
    await expect(service.handlers.run({ tokenId: T1 }, context())).rejects.toThrow('the thread is gone')
    expect(service.handlers.running({}, context())).toEqual([])
    expect(listRuns(db, { limit: 9 })).toEqual([])
  })

  it('listeners hear when a run starts and ends, and how it goes', async () => {
    const { service, scripts, context } = createScene()
    const heard: string[] = []
    service.onChanged((id) => heard.push(`changed ${id}`))
    service.onProgress(({ token, phase, pages }) => heard.push(`${token} ${phase} ${pages}`))
    scripts[1]!.push(FIRST)
    await service.handlers.run({ tokenId: T1 }, context())
    expect(heard).toEqual([
      'changed t1',
      'token-1 connecting 0',
      'token-1 reading 1',
      'token-1 sweeping 1',
      'token-1 reading 2',
      'changed t1',
    ])
  })
})

describe('the schedule', () => {
  const schedule = ({ service, context }: ReturnType<typeof createScene>) =>
    (service.handlers.schedules({}, context()) as readonly { nextSyncAt: number | null; waitsFor: string | null }[])[0]!

  it('runs a new token at once, and again after a day', async () => {
    const scene = createScene()
    scene.scripts[1]!.push(FIRST, NOTHING_NEW)
    scene.scripts[2]!.push(FIRST, NOTHING_NEW)
    const { stop } = scene.service.startSchedule()
    await scene.clock.advance(60_000)
    const first = scene.starts()
    await scene.clock.advance(DAY_MS - 120_000)
    const before = scene.starts()
    await scene.clock.advance(120_000)
    stop()
    expect([first, before, scene.starts()]).toEqual([2, 2, 4])
  })

  it('waits while the vault is locked, says so, and catches up when it is opened', async () => {
    const scene = createScene()
    scene.vault.isUnlocked = false
    scene.scripts[1]!.push(FIRST)
    const { stop } = scene.service.startSchedule()
    await scene.clock.advance(HOUR_MS)
    const locked = [scene.starts(), schedule(scene).waitsFor]
    scene.vault.isUnlocked = true
    await scene.clock.advance(60_000)
    while (schedule(scene).waitsFor === 'running') await scene.clock.advance(1)
    stop()
    expect([...locked, listRuns(scene.db, { tokenId: T1, limit: 1 })[0]?.state]).toEqual([0, 'vault', 'done'])
  })

  it('after failures it waits longer each time, never longer than the interval', async () => {
    const scene = createScene()
    const waits: number[] = []
    for (let round = 0; round < 9; round++) {
      scene.scripts[1]!.push({ account: new AppError('net.unreachable', 'no way') })
      await scene.service.handlers.run({ tokenId: T1 }, scene.context())
      waits.push(Math.round((schedule(scene).nextSyncAt! - scene.clock.now()) / 60_000))
    }
    expect(schedule(scene).waitsFor).toBe('back-off')
    expect(waits[0]).toBeGreaterThanOrEqual(4)
    expect(waits[0]).toBeLessThanOrEqual(5)
    for (let round = 1; round < 9; round++) expect(waits[round]).toBeGreaterThan(waits[round - 1]! * 1.5 - 1)
    scene.scripts[1]!.push({ account: new AppError('net.unreachable', 'no way') })
    await scene.service.handlers.run({ tokenId: T1 }, scene.context())
    expect(schedule(scene).nextSyncAt! - scene.clock.now()).toBeLessThanOrEqual(DAY_MS)
  })

  it('an interval is kept over a restart and counts from the last success', async () => {
    const scene = createScene()
    scene.scripts[1]!.push(FIRST)
    await scene.service.handlers.run({ tokenId: T1 }, scene.context())
    await scene.clock.advance(5 * 60_000)
    const set = scene.service.handlers.setInterval({ tokenId: T1, intervalMinutes: 30 }, scene.context())
    expect(await set).toMatchObject({ intervalMinutes: 30, nextSyncAt: minuteAt(30) })
  })

  it('C28: a plan further away than any plan reaches is due: the clock was set back', async () => {
    const scene = createScene()
    scene.scripts[1]!.push(FIRST, NOTHING_NEW)
    scene.scripts[2]!.push(FIRST, NOTHING_NEW)
    await scene.service.runMany({}, scene.context())
    scene.db.prepare('UPDATE sync_state SET next_sync_at = ?').run(scene.clock.now() + 365 * DAY_MS)
    const runs = await scene.service.runMany({ onlyDue: true }, scene.context())
    expect(runs.map(({ state }) => state)).toEqual(['done', 'done'])
  })

  it('only what is due runs when that is asked for', async () => {
    const scene = createScene()
    scene.scripts[1]!.push(FIRST)
    scene.scripts[2]!.push(FIRST)
    await scene.service.handlers.run({ tokenId: T2 }, scene.context())
    const runs = await scene.service.runMany({ onlyDue: true }, scene.context())
    expect(runs.map(({ token }) => token)).toEqual(['token-1'])
  })
})
