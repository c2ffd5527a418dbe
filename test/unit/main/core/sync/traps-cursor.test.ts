import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../../shared/errors.ts'
import { createFakeAdeClient, cursorRefusal, lastPage, page, toSyncClient } from '../../../../fakes/ade-client.ts'
import { runSync } from '../../../../../main/core/sync/index.ts'
import { change, createStage, device, minuteAt } from './stage.ts'

const DAY_MS = 86_400_000

/** A stage whose token has been fetched: cursor `C`, devices A and B. */
async function fetched() {
  const stage = createStage()
  await stage.sync({ pages: [lastPage('F', [device('A'), device('B')]), lastPage('C')] })
  return stage
}

describe('cursors (C1–C5, C19–C23)', () => {
  it('C1: an exhausted cursor during a fetch goes on with the changes after the same cursor', async () => {
    const stage = createStage()
    const { run, calls } = await stage.sync({
      pages: [page('F1', [device('A')]), cursorRefusal('EXHAUSTED_CURSOR'), lastPage('S1')],
    })
    expect(calls.map(({ name, cursor }) => [name, cursor])).toEqual([
      ['fetch', null],
      ['fetch', 'F1'],
      ['sync', 'F1'],
    ])
    expect([run.state, run.mode, stage.state().phase, stage.state().cursor]).toEqual(['done', 'fetch', 'sync', 'S1'])
  })

  it('T15: a token whose date is over asks Apple nothing, and the run says why', async () => {
    const stage = createStage()
    const { run, calls } = await stage.sync({}, { expiresAt: 0 })
    expect([run.state, run.error?.code, run.requests, calls]).toEqual(['failed', 'auth.expired', 0, []])
  })

  it('C1: an exhausted cursor during a sync means that nothing is new', async () => {
    const stage = await fetched()
    const { run } = await stage.sync({ pages: [cursorRefusal('EXHAUSTED_CURSOR')] })
    expect([run.state, run.error, stage.state().cursor]).toEqual(['done', null, 'C'])
  })

  it.each(['EXPIRED_CURSOR', 'INVALID_CURSOR', 'CURSOR_REQUIRED'])(
    'C2: %s once leads to one full fetch',
    async (code) => {
      const stage = await fetched()
      const { run, calls } = await stage.sync({
        pages: [cursorRefusal(code), lastPage('F2', [device('A'), device('B')]), lastPage('S2')],
      })
      expect(calls.map(({ name, cursor }) => [name, cursor])).toEqual([
        ['sync', 'C'],
        ['fetch', null],
        ['sync', 'F2'],
      ])
      expect([run.state, run.mode]).toEqual(['done', 'fetch'])
    },
  )

  it.each(['EXPIRED_CURSOR', 'INVALID_CURSOR', 'CURSOR_REQUIRED'])(
    'C2: %s twice in a run is an error after three calls at most',
    async (code) => {
      const stage = await fetched()
      const { run, calls } = await stage.sync({
        pages: [cursorRefusal(code), lastPage('F2', [device('A')]), cursorRefusal(code)],
      })
      expect([run.state, run.error?.code, calls.length]).toEqual(['failed', 'ade.cursor', 3])
    },
  )

  it('C2: a refusal of the very first request is an error, because nothing could be dropped', async () => {
    const { run, calls } = await createStage().sync({ pages: [cursorRefusal('INVALID_CURSOR')] })
    expect([run.error?.code, calls.length]).toEqual(['ade.cursor', 1])
  })

  it('C3: a cursor of exactly seven days is still used, one second more and the whole list is fetched', async () => {
    const stage = await fetched()
    // A full fetch is due by then as well; only the cursor's age is the question here.
    stage.db.prepare('UPDATE sync_state SET last_fetch_at = ?').run(minuteAt(0) + 7 * DAY_MS)
    await stage.clock.advance(7 * DAY_MS)
    const good = await stage.sync({ pages: [cursorRefusal('EXHAUSTED_CURSOR')] })
    await stage.clock.advance(1000)
    const old = await stage.sync({ pages: [lastPage('F2'), lastPage('S2')] })
    expect([good.calls[0], old.calls[0]]).toMatchObject([
      { name: 'sync', cursor: 'C' },
      { name: 'fetch', cursor: null },
    ])
  })

  it('C4: the age of a cursor is counted from when it was stored, not from now', async () => {
    const stage = await fetched()
    stage.db.prepare('UPDATE sync_state SET cursor_at = ?').run(minuteAt(0) - 8 * DAY_MS)
    const { calls } = await stage.sync({ pages: [lastPage('F2'), lastPage('S2')] })
    expect(calls[0]).toMatchObject({ name: 'fetch', cursor: null })
  })

  it('C5: more to follow under the same cursor is an error after one call', async () => {
    const stage = await fetched()
    const { run, calls } = await stage.sync({ pages: [page('C', [change('X', 'added', 5)])] })
    expect([run.error?.code, calls.length, stage.device('X'), stage.state().cursor]).toEqual([
      'ade.protocol',
      1,
      undefined,
      'C',
    ])
  })

  it('C5: cursors that go round in a circle are an error', async () => {
    const stage = await fetched()
    const circle = Array.from({ length: 40 }, (_, index) => page(['X', 'Y', 'Z'][index % 3]!))
    const { run, calls } = await stage.sync({ pages: circle })
    expect(run.error?.code).toBe('ade.protocol')
    expect(calls.length).toBeLessThan(15)
  })

  it.each([1, 2, 3, 4, 7, 8])('C5: nothing new under the cursor of a list of %i pages is its end', async (count) => {
    const list = Array.from({ length: count }, (_, index) => page(`F${index}`, [device(`D${index}`)]))
    const last = lastPage(`F${count}`, [device('LAST')])
    const stage = createStage()
    const first = await stage.sync({ pages: [...list, last, lastPage(`F${count}`)] })
    expect([first.run.state, first.run.error, first.run.added]).toEqual(['done', null, count + 1])
    const again = await stage.sync({ pages: [lastPage(`F${count}`)] })
    expect([again.run.state, again.run.error]).toEqual(['done', null])
  })

  it.each([null, ''])('C5: an answer with the cursor %j is an error', async (cursor) => {
    const { run, calls } = await createStage().sync({ pages: [{ cursor, devices: [device('A')], moreToFollow: true }] })
    expect([run.error?.code, calls.length]).toEqual(['ade.protocol', 1])
  })

  it('C19: a cursor of a thousand characters is stored and sent unchanged', async () => {
    const long = 'ab'.repeat(500)
    const stage = createStage()
    const { calls } = await stage.sync({ pages: [lastPage(long), lastPage(`${long.slice(1)}c`)] })
    expect(calls[1]?.cursor).toBe(long)
    expect(stage.state().cursor).toHaveLength(1000)
  })

  it('C20: pages are as large as Apple announces for each call, one hundred without a word, and a setting wins', async () => {
    const limit = (uri: string, size: number | null, maximum: number | null) => ({
      uri,
      methods: ['POST'],
      default: size,
      maximum,
    })
    const pages = [lastPage('F'), lastPage('S')]
    const sizes = async (limits: ReturnType<typeof limit>[], pageLimit: number | null = null) => {
      const { calls } = await createStage().sync({ account: { limits }, pages }, { pageLimit })
      return calls.map((call) => call.limit)
    }
    expect(await sizes([limit('/server/devices', 1, 2), limit('/devices/sync', 3, 4)])).toEqual([2, 4])
    expect(await sizes([limit('/server/devices', 7, null)])).toEqual([7, 100])
    expect(await sizes([])).toEqual([100, 100])
    expect(await sizes([limit('/server/devices', 1, 5000)])).toEqual([1000, 100])
    expect(await sizes([limit('/server/devices', 1, 2)], 50)).toEqual([50, 50])
  })

  it('C21: an event older than what Apple called complete is applied and logged', async () => {
    const stage = createStage()
    await stage.sync({
      pages: [lastPage('F', [device('A')]), lastPage('S', [], { fetchedUntil: '2026-01-01T01:00:00Z' })],
    })
    await stage.sync({ pages: [lastPage('S2', [change('A', 'modified', 59, { asset_tag: 'LATE' })])] })
    expect(stage.device('A')?.assetTag).toBe('LATE')
    expect(stage.logged.find(({ event }) => event === 'sync.old-events')?.fields).toMatchObject({
      token: 'token-1',
      rows: 1,
      firstSerial: 'A',
    })
  })

  it('C22: empty pages with more to follow are passed', async () => {
    const stage = createStage()
    const { run } = await stage.sync({
      pages: [page('1'), page('2'), page('3'), lastPage('4', [device('A')]), lastPage('5')],
    })
    expect([run.state, run.pages, run.added]).toEqual(['done', 5, 1])
  })

  it('C23: an answer that does not say whether more follows is the last one', async () => {
    const { run, calls } = await createStage().sync({ pages: [{ cursor: 'F' }, { cursor: 'S' }] })
    expect([run.state, calls.length]).toEqual(['done', 2])
  })
})

describe('what survives (C6–C8, C24, C25)', () => {
  it('C6, C7: a page that cannot be stored moves no cursor and leaves no event, and is written once when asked for again', async () => {
    const stage = await fetched()
    stage.db.exec(
      `CREATE TRIGGER full BEFORE UPDATE OF cursor ON sync_state BEGIN SELECT raise(ABORT, 'disk full'); END`,
    )
    const rows = [change('N', 'added', 5, { model: 'A NEW WORD' })]
    const failed = await stage.sync({ pages: [lastPage('S2', rows)] })
    const before = [failed.run.error?.code, stage.device('N'), stage.events('N'), stage.state().cursor]
    stage.db.exec('DROP TRIGGER full')
    const { calls } = await stage.sync({ pages: [lastPage('S2', rows)] })
    expect(before).toEqual(['internal', undefined, [], 'C'])
    expect([calls[0]?.cursor, stage.device('N')?.model, stage.events('N').length]).toEqual(['C', 'A NEW WORD', 1])
  })

  it('C6: the answer that was under way when a page could not be stored is thrown away', async () => {
    const stage = createStage()
    stage.db.exec(
      `CREATE TRIGGER full BEFORE UPDATE OF cursor ON sync_state BEGIN SELECT raise(ABORT, 'disk full'); END`,
    )
    let wasDiscarded = false
    const hanging = (_call: unknown, signal: AbortSignal | undefined) =>
      new Promise<never>((_resolve, reject) =>
        signal?.addEventListener('abort', () => {
          wasDiscarded = true
          reject(signal.reason)
        }),
      )
    const { run } = await stage.sync({ pages: [page('F1', [device('A')]), hanging] })
    expect([run.state, wasDiscarded]).toEqual(['failed', true])
  })

  it('C7: over a crash and a restart there is one event per stored change', async () => {
    const stage = createStage()
    const rows = [device('A'), device('B')]
    await stage.sync({ pages: [page('F1', rows), new AppError('net.unreachable', 'cut')] })
    await stage.sync({ pages: [lastPage('F2', rows), lastPage('S')] })
    expect([...stage.events('A'), ...stage.events('B')].map(({ kind }) => kind)).toEqual(['added', 'added'])
  })

  it('C8: what a complete fetch does not list is gone, with the reason', async () => {
    const stage = await fetched()
    const { run } = await stage.sync({ pages: [lastPage('F2', [device('A')]), lastPage('S2')] }, { isFullAsked: true })
    expect([
      stage.device('A')?.atApple,
      stage.device('B')?.atApple,
      stage.device('B')?.goneReason,
      run.removed,
    ]).toEqual(['present', 'gone', 'not-listed', 1])
  })

  it('C8: an interrupted fetch marks nothing as gone', async () => {
    const stage = await fetched()
    const { run } = await stage.sync(
      { pages: [page('F2', [device('A')]), new AppError('net.unreachable', 'cut')] },
      { isFullAsked: true },
    )
    expect([run.state, stage.device('B')?.atApple]).toEqual(['failed', 'present'])
  })

  it('C8: a fetch that is resumed remembers what its first part had listed', async () => {
    const stage = await fetched()
    await stage.sync({ pages: [page('F2', [device('A')]), new AppError('net.timeout', 'slow')] }, { isFullAsked: true })
    const { calls } = await stage.sync({ pages: [lastPage('F3', [device('C')]), lastPage('S3')] })
    expect(calls[0]).toMatchObject({ name: 'fetch', cursor: 'F2' })
    expect(['A', 'B', 'C'].map((serial) => stage.device(serial)?.atApple)).toEqual(['present', 'gone', 'present'])
  })

  it('C8: a fetch that starts anew forgets what the unfinished one had listed', async () => {
    const stage = await fetched()
    await stage.sync({ pages: [page('F2', [device('B')]), new AppError('net.timeout', 'slow')] }, { isFullAsked: true })
    await stage.sync({ pages: [cursorRefusal('INVALID_CURSOR'), lastPage('F3', [device('A')]), lastPage('S3')] })
    expect(['A', 'B'].map((serial) => stage.device(serial)?.atApple)).toEqual(['present', 'gone'])
  })

  it('C24: a run that is stopped after page two goes on with page three', async () => {
    const stage = createStage()
    const stop = new AbortController()
    const third = (_call: unknown, signal: AbortSignal | undefined) =>
      new Promise<never>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    const running = stage.sync(
      { pages: [page('F1', [device('A')]), page('F2', [device('B')]), third] },
      { signal: stop.signal },
    )
    while (stage.state().cursor !== 'F2') await stage.clock.advance(1)
    stop.abort()
    const stopped = await running
    const next = await stage.sync({ pages: [lastPage('F3', [device('C')]), lastPage('S')] })
    expect([stopped.run.state, stopped.run.error, next.calls[0]]).toEqual([
      'cancelled',
      null,
      { name: 'fetch', cursor: 'F2', limit: 100 },
    ])
  })

  it('C25: a sync without changes moves the time of the last success', async () => {
    const stage = await fetched()
    await stage.clock.advance(60_000)
    await stage.sync({ pages: [cursorRefusal('EXHAUSTED_CURSOR')] })
    expect(stage.state().lastSuccessAt).toBe(minuteAt(1))
  })
})

describe('two at once (C17, C18)', () => {
  it('C17: a page of a run whose lease was taken over is not written', async () => {
    const stage = await fetched()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const slow = async () => (await held, lastPage('S9', [change('A', 'modified', 1, { asset_tag: 'OLD' })]))
    const first = stage.sync({ pages: [slow] }, { process: 'dead:1' })
    await stage.clock.advance(1)
    const second = await stage.sync({ pages: [lastPage('S2', [change('A', 'deleted', 5)])] }, { process: 'here:2' })
    release()
    const { run } = await first
    expect([second.run.state, run.state, run.error]).toEqual(['done', 'interrupted', null])
    expect([stage.device('A')?.atApple, stage.state().cursor]).toEqual(['gone', 'S2'])
  })

  it('C18: the second of two processes says that it skipped, and asks Apple nothing', async () => {
    const stage = await fetched()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const first = stage.sync({ pages: [async () => (await held, lastPage('S2'))] })
    await stage.clock.advance(1)
    const second = await stage.sync({}, { process: 'here:2' })
    release()
    expect([(await first).run.state, second.run.state, second.run.error, second.calls]).toEqual([
      'done',
      'skipped',
      null,
      [],
    ])
  })

  it('C18: the run of a process that died is marked as interrupted by the next one', async () => {
    const stage = await fetched()
    const never = () => new Promise<never>(() => {})
    void stage.sync({ pages: [never] }, { process: 'dead:1' })
    await stage.clock.advance(1)
    await stage.sync({ pages: [lastPage('S2')] })
    expect(stage.runs().map(({ state }) => state)).toEqual(['done', 'interrupted', 'done'])
  })

  it('C18: a lease of a living process is waited for until it expires, and not longer', async () => {
    const stage = await fetched()
    stage.db.prepare('INSERT INTO leases VALUES (?, ?, ?)').run('sync:t1', 'there:7:run', stage.clock.now() + 60_000)
    const early = await stage.sync({})
    await stage.clock.advance(60_000)
    const late = await stage.sync({ pages: [lastPage('S2')] })
    expect([early.run.state, late.run.state]).toEqual(['skipped', 'done'])
  })

  it('C18: a waiting run keeps its lease', async () => {
    const stage = await fetched()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const first = stage.sync({ pages: [async () => (await held, lastPage('S2'))] })
    await stage.clock.advance(10 * 60_000)
    const second = await stage.sync({}, { process: 'here:2' })
    release()
    expect([(await first).run.state, second.run.state]).toEqual(['done', 'skipped'])
  })

  it('C28: a clock set back by a year does not keep a lease locked for a year', async () => {
    const stage = await fetched()
    stage.db
      .prepare('INSERT INTO leases VALUES (?, ?, ?)')
      .run('sync:t1', 'there:7:run', stage.clock.now() + 365 * DAY_MS)
    const { run } = await stage.sync({ pages: [lastPage('S2')] })
    expect(run.state).toBe('done')
  })
})

describe('the run itself', () => {
  it('devices that only a later full fetch finds are counted as such', async () => {
    const stage = await fetched()
    const first = stage.runs()[0]
    const { run } = await stage.sync(
      { pages: [lastPage('F2', [device('A'), device('B'), device('N')]), lastPage('S2')] },
      { isFullAsked: true },
    )
    expect([first?.foundOnlyByFetch, run.foundOnlyByFetch, run.added, run.unchanged]).toEqual([0, 1, 1, 2])
  })

  it('the next request is under way before a page is written', async () => {
    const stage = createStage()
    const storedWhenAsked: (string | null)[] = []
    const note = (given: ReturnType<typeof page>) => async () => {
      storedWhenAsked.push(stage.state().cursor)
      return given
    }
    await stage.sync({ pages: [note(page('F1')), note(page('F2')), note(lastPage('F3')), note(lastPage('S'))] })
    expect(storedWhenAsked).toEqual([null, null, 'F1', 'F2'])
  })

  it('a token that answers for another server touches no device', async () => {
    const stage = await fetched()
    const { run, calls } = await stage.sync({ account: { serverUuid: 'SERVER-2' } })
    expect([run.error?.code, calls, stage.device('A')?.atApple]).toEqual(['token.other-server', [], 'present'])
  })

  it('rows that are no devices are counted and logged', async () => {
    const stage = createStage()
    const { run } = await stage.sync({
      pages: [lastPage('F', [device('A'), device('  ')], { malformed: 2 }), lastPage('S')],
    })
    expect([run.received, run.added]).toEqual([4, 1])
    expect(stage.logged.find(({ event }) => event === 'sync.malformed-rows')?.fields).toMatchObject({ rows: 3 })
  })

  it('C27: progress and log name the token they are about, also when two run at once', async () => {
    const stage = createStage()
    const pages = [lastPage('F', [device('A')]), lastPage('S')]
    await Promise.all([stage.sync({ pages }), stage.sync({ pages }, { tokenNo: 2 })])
    expect(new Set(stage.reports.map(({ tokenId, token }) => `${tokenId} ${token}`))).toEqual(
      new Set(['t1 token-1', 't2 token-2']),
    )
  })

  it('C26: a cancel ends a wait for Apple at once', async () => {
    const stage = createStage()
    const stop = new AbortController()
    const waiting = (_call: unknown, signal: AbortSignal | undefined) =>
      new Promise<never>((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    const running = stage.sync({ pages: [waiting] }, { signal: stop.signal })
    await stage.clock.advance(1)
    stop.abort()
    expect((await running).run.state).toBe('cancelled')
  })

  it('C26: what a run received before the network failed is kept, and the failure is in its record', async () => {
    const stage = createStage()
    const { run } = await stage.sync({
      pages: [page('F1', [device('A')]), new AppError('net.timeout', 'no answer in time')],
    })
    expect([run.state, run.error, run.pages, run.added]).toEqual([
      'failed',
      { code: 'net.timeout', message: 'no answer in time' },
      1,
      1,
    ])
  })

  it('a fault of ours is told as such, without its text', async () => {
    const stage = createStage()
    const { client } = createFakeAdeClient({ pages: [] })
    const identity = { name: 'here:1', isDead: () => false }
    const log = { debug() {}, info() {}, warn() {}, error() {} }
    const job = {
      runId: 'r',
      tokenId: 't1',
      token: 'x',
      tokenNo: 1,
      serverUuid: null,
      isFullAsked: false,
      expiresAt: Number.MAX_SAFE_INTEGER,
      pageLimit: null,
    }
    const ports = {
      db: stage.db,
      openClient: () => toSyncClient(client, stage.clock),
      clock: stage.clock,
      log,
      identity,
    }
    const { run } = await runSync(ports, job as Parameters<typeof runSync>[1], {
      signal: new AbortController().signal,
      report() {},
    })
    expect(run.error).toEqual({ code: 'internal', message: 'unexpected failure' })
  })
})
