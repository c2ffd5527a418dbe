import { describe, expect, it, test } from 'vitest'
import { judgeSweep } from '../../../../../main/core/sync/judge-sweep.ts'
import { listRunChanges } from '../../../../../main/db/sync-runs.ts'
import type { RunId } from '../../../../../shared/model/ids.ts'
import { cursorRefusal, lastPage, page } from '../../../../fakes/ade-client.ts'
import { createStage, device } from './stage.ts'

const MANY = Array.from({ length: 250 }, (_, index) => device(`D${index}`))
const FULL = { isFullAsked: true }

async function stageWith(devices = [device('A'), device('B')]) {
  const stage = createStage()
  await stage.sync({ pages: [lastPage('F', devices), lastPage('S')] })
  return stage
}
const present = (stage: ReturnType<typeof createStage>) =>
  stage.db.prepare('SELECT count(*) FROM devices WHERE at_apple = 1').pluck().get()

describe('a complete list without a single device', () => {
  it('marks nothing, and the run says so', async () => {
    const stage = await stageWith()
    const { run } = await stage.sync({ pages: [lastPage('F2'), lastPage('S2')] }, FULL)
    expect(run).toMatchObject({ state: 'failed', removed: 0, error: { code: 'sync.empty-list' } })
    expect(run.error?.message).toContain('2 devices')
    expect([present(stage), stage.events('A').map(({ kind }) => kind)]).toEqual([2, ['added']])
  })

  it('is asked for anew by the next run, and a list that is right again goes through', async () => {
    const stage = await stageWith()
    await stage.sync({ pages: [lastPage('F2'), lastPage('S2')] }, FULL)
    const { run, calls } = await stage.sync({ pages: [lastPage('F3', [device('A')]), lastPage('S3')] })
    expect(calls[0]).toMatchObject({ name: 'fetch', cursor: null })
    expect(run).toMatchObject({ state: 'done', removed: 1, foundOnlyByFetch: 0 })
  })

  it('stays held back however often it comes, also in several empty pages', async () => {
    const stage = await stageWith()
    for (const pages of [
      [page('F2'), lastPage('F3'), lastPage('S')],
      [lastPage('F4'), lastPage('S')],
    ]) {
      const { run } = await stage.sync({ pages }, FULL)
      expect(run.error?.code).toBe('sync.empty-list')
    }
    expect(present(stage)).toBe(2)
  })

  it('is held back too where Apple calls its cursor exhausted', async () => {
    const stage = await stageWith()
    const { run } = await stage.sync({ pages: [page('F2'), cursorRefusal('EXHAUSTED_CURSOR'), lastPage('S')] }, FULL)
    expect([run.error?.code, present(stage)]).toEqual(['sync.empty-list', 2])
  })

  it('is believed where a person says so', async () => {
    const stage = await stageWith()
    const { run } = await stage.sync({ pages: [lastPage('F2'), lastPage('S2')] }, { ...FULL, isEmptyAccepted: true })
    expect(run).toMatchObject({ state: 'done', removed: 2, error: null })
    expect([present(stage), stage.device('A')?.goneReason]).toEqual([0, 'not-listed'])
  })

  it('is nothing special for a token that has no devices', async () => {
    const stage = createStage()
    const { run } = await stage.sync({ pages: [lastPage('F'), lastPage('S')] })
    expect(run.state).toBe('done')
  })
})

describe('a complete list that lacks most of the devices', () => {
  it('is believed and warned of', async () => {
    const stage = await stageWith(MANY)
    const { run } = await stage.sync({ pages: [lastPage('F2', MANY.slice(0, 50)), lastPage('S2')] }, FULL)
    expect(run).toMatchObject({ state: 'done', removed: 200, warning: 'large-drop' })
    expect(stage.logged.some(({ event }) => event === 'sync.large-drop')).toBe(true)
  })

  it('is no matter where few leave', async () => {
    const stage = await stageWith(MANY)
    const { run } = await stage.sync({ pages: [lastPage('F2', MANY.slice(0, 200)), lastPage('S2')] }, FULL)
    expect(run).toMatchObject({ state: 'done', removed: 50, warning: null })
  })
})

test.each([
  [{ present: 0, unlisted: 0 }, 'go'],
  [{ present: 1, unlisted: 1 }, 'hold'],
  [{ present: 10, unlisted: 9 }, 'go'],
  [{ present: 201, unlisted: 101 }, 'warn'],
  [{ present: 202, unlisted: 101 }, 'go'],
  [{ present: 150, unlisted: 100 }, 'go'],
] as const)('of %o: %s', (list, verdict) => {
  expect(judgeSweep({ ...list, isEmptyAccepted: false })).toBe(verdict)
})

describe('what a run did to which devices', () => {
  it('is told in order, within a bound', async () => {
    const stage = await stageWith()
    await stage.sync({ pages: [lastPage('F2', [device('B', { color: 'BLUE' }), device('C')]), lastPage('S2')] }, FULL)
    const changes = (id: string, limit = 10) => listRunChanges(stage.db, { runId: id as RunId, limit })
    expect(changes('run-1')).toEqual({
      changes: [
        { no: 1, serial: 'A', kind: 'added' },
        { no: 2, serial: 'B', kind: 'added' },
      ],
      hasMore: false,
      isKnown: true,
    })
    expect(changes('run-2').changes.map(({ serial, kind }) => `${serial} ${kind}`)).toEqual([
      'B modified',
      'C added',
      'A removed',
    ])
    expect(changes('run-2', 1)).toMatchObject({ changes: [{ serial: 'B' }], hasMore: true })
    expect(changes('no')).toEqual({ changes: [], hasMore: false, isKnown: false })
  })

  it('is not known of runs before this was kept', async () => {
    const stage = await stageWith()
    stage.db.exec('UPDATE sync_runs SET first_event_no = NULL')
    expect(listRunChanges(stage.db, { runId: 'run-1' as RunId, limit: 5 }).isKnown).toBe(false)
  })
})

it('a complete list sets a count right that something else has spoilt, also where devices are marked as gone', async () => {
  const stage = await stageWith(MANY)
  const count = () => stage.db.prepare('SELECT device_count FROM sync_state WHERE token_no = 1').pluck().get()
  for (const [spoilt, listed] of [
    [7, 250],
    [900, 240],
    [239, 239],
  ] as const) {
    stage.db.prepare('UPDATE sync_state SET device_count = ?').run(spoilt)
    await stage.sync({ pages: [lastPage(`F${spoilt}`, MANY.slice(0, listed)), lastPage(`S${spoilt}`)] }, FULL)
    expect([count(), present(stage)]).toEqual([listed, listed])
  }
})
