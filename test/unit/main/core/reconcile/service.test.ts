import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  createAnswerKeeper,
  createReconcileService,
  createReconciliationMaker,
  writeLatestReconciliation,
  type ReconcileService,
} from '../../../../../main/core/reconcile/index.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { openByteSource } from '../../../../../main/ports/byte-source.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { openWholeFile } from '../../../../../main/ports/whole-file.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { VERDICTS } from '../../../../../shared/model/reconcile.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { openDeviceStore } from '../../../../fakes/device-store.ts'
import { calling, csv } from './stage.ts'

let folder = ''
let db: WriteDb
let service: ReconcileService
/** What Apple's server of each token has; a question to one that is not here fails. */
let atApple: Record<string, readonly string[]>
let questions: (readonly [token: string, serials: readonly string[]])[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ade-reconcile-'))
  db = openDeviceStore([{ serial: 'DMPX0000001A', atApple: 'present', tokenNo: 1 }])
  atApple = { t1: [], t2: [] }
  questions = []
  let last = 0
  service = createReconcileService({
    db,
    clock: createFakeClock(),
    random: { uuid: () => `r${++last}`, bytes: (count) => new Uint8Array(count), fraction: () => 0 },
    log: silentLog,
    network: {} as never, // only handed on to the client below
    tokens: { credentials: (id) => ({ values: id as never, version: 1 }), recordAnswer: () => {} },
    openAdeClient: (token) => ({
      deviceDetails: async (serials) => {
        const name = token as unknown as string // what the fake credentials above are
        questions.push([name, serials])
        const known = atApple[name]
        if (!known) throw new AppError('net.unreachable', 'nobody answers')
        const details = (serial: string) => ({
          serial_number: serial,
          response_status: known.includes(serial) ? 'SUCCESS' : 'NOT_ACCESSIBLE',
        })
        return Object.fromEntries(serials.map((serial) => [serial, details(serial)]))
      },
      close: async () => {},
    }),
    makeReconciliation: createReconciliationMaker({ db, openByteSource }),
    keepAnswers: createAnswerKeeper(db),
    openTarget: openWholeFile,
  })
})
afterEach(() => {
  db.close()
  rmSync(folder, { recursive: true })
})

function file(name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return { path }
}

const serialNo = (n: number) => `DMPX${String(n * 7919).padStart(8, '0')}`
const listOf = (from: number, to: number) =>
  csv(
    'Serial Number',
    Array.from({ length: to - from }, (_, n) => [serialNo(from + n)]),
  )

const start = async (portal: string, console: string | null) =>
  service.handlers.start(
    { portal: file('portal.csv', portal), console: console === null ? null : file('console.csv', console) },
    calling,
  )

describe('the rows of a reconciliation', () => {
  test('are paged by set from anywhere, over pieces', async () => {
    const { id, counts } = await start(listOf(0, 5000), listOf(500, 5600))
    expect(counts).toMatchObject({ both: 4500, portalOnly: 500, consoleOnly: 600 })
    const page = (verdicts: readonly (typeof VERDICTS)[number][], offset: number, limit: number) =>
      service.handlers.rows({ id, verdicts: [...verdicts], offset, limit }, calling)
    const { total, rows } = await page(['both'], 2000, 1000)
    expect([total, rows.map(({ serial }) => serial)]).toEqual([
      4500,
      Array.from({ length: 1000 }, (_, n) => serialNo(2500 + n)),
    ])
    const across = await page(['portal-only', 'console-only'], 499, 3)
    expect([across.total, across.rows.map(({ serial }) => serial)]).toEqual([
      1100,
      [serialNo(499), serialNo(5000), serialNo(5001)],
    ])
    expect(await page(['both'], 4500, 10)).toEqual({ total: 4500, rows: [] })
  })

  test('a search finds what is in any piece, and what was rejected in small letters', async () => {
    const { id } = await start(`${listOf(0, 5000)}\r\nno serial`, listOf(0, 5000))
    const find = (search: string) =>
      service.handlers.rows({ id, verdicts: [...VERDICTS], search, offset: 0, limit: 10 }, calling)
    expect(await find(serialNo(4990).slice(2))).toMatchObject({ total: 1, rows: [{ serial: serialNo(4990) }] })
    expect(await find('O SER')).toMatchObject({ total: 1, rows: [{ serial: 'no serial', verdict: 'invalid' }] })
  })

  test('are searched and filtered by cause, whatever the case', async () => {
    const portal = csv('Serial Number,Status', [
      ['DMPX0000001A', 'ASSIGNED'],
      ['F9OXXXX0004D', 'UNASSIGNED'],
      ['F9OXXXX0005E', 'ASSIGNED'],
    ])
    const { id } = await start(portal, 'DMPX0000001A\n')
    const find = (more: object) =>
      service.handlers.rows({ id, verdicts: [...VERDICTS], offset: 0, limit: 10, ...more }, calling)
    expect(await find({ search: 'xxx0005' })).toMatchObject({ total: 1, rows: [{ serial: 'F9OXXXX0005E' }] })
    expect(await find({ search: 'nowhere' })).toEqual({ total: 0, rows: [] })
    expect(await find({ cause: 'unassigned' })).toMatchObject({ total: 1, rows: [{ serial: 'F9OXXXX0004D' }] })
    expect(await find({ cause: 'unassigned', search: '0005' })).toEqual({ total: 0, rows: [] })
    expect(await service.handlers.serials({ id, verdicts: ['portal-only', 'invalid'] }, calling)).toEqual({
      total: 2,
      serials: ['F9OXXXX0004D', 'F9OXXXX0005E'],
    })
  })

  test('go to a file as a whole, with causes in words and no formula', async () => {
    const { id } = await start('Serial Number\nDMPX0000001A\n=cmd+x\n', 'DMPX0000001A\n')
    const path = join(folder, 'out.csv')
    expect(await service.handlers.exportCsv({ id, verdicts: ['both', 'invalid'], path }, calling)).toEqual({
      rows: 2,
      path,
    })
    const [head, ...lines] = readFileSync(path, 'utf8').split('\r\n')
    expect(head).toMatch(/^\uFEFFSerial Number,Verdict,Cause,Remedy,/)
    expect(lines[0]).toMatch(/^DMPX0000001A,both,,,/)
    expect(lines[1]).toMatch(/^'=cmd\+x,invalid,damaged-serial,repair-cell,/)
  })

  test('the newest one is the report of that name', async () => {
    const path = join(folder, 'report.csv')
    const write = async () => writeLatestReconciliation(db, { ...calling, target: await openWholeFile(path) })
    await expect(write()).rejects.toMatchObject({ code: 'reconcile.not-found' })
    expect(readdirSync(folder)).not.toContain('report.csv')
    await start(listOf(0, 10), listOf(0, 10))
    await start(listOf(0, 3), listOf(0, 4))
    expect([await write(), readFileSync(path, 'utf8').split('\r\n').length]).toEqual([4, 4 + 2])
  })

  test('a file that cannot be finished is absent', async () => {
    const { id } = await start(listOf(0, 5000), listOf(0, 10))
    const path = join(folder, 'out.csv')
    const stopped = { signal: AbortSignal.abort(), report: () => {} }
    await expect(service.handlers.exportCsv({ id, verdicts: [...VERDICTS], path }, stopped)).rejects.toThrow()
    expect(readdirSync(folder).filter((name) => name.includes('out'))).toEqual([])
  })

  test('of the newest five are kept; the numbers of older ones stay', async () => {
    for (let n = 0; n < 6; n++) await start(listOf(0, 10 + n), listOf(0, 10))
    const list = await service.handlers.list({}, calling)
    expect(list.map(({ hasRows, counts }) => [hasRows, counts.portalOnly])).toEqual([
      [true, 5],
      [true, 4],
      [true, 3],
      [true, 2],
      [true, 1],
      [false, 0],
    ])
    await expect(
      service.handlers.rows({ id: list.at(-1)!.id, verdicts: ['both'], offset: 0, limit: 1 }, calling),
    ).rejects.toMatchObject({ code: 'reconcile.rows-gone' })
  })
})

describe('two reconciliations', () => {
  test('are compared in what differs', async () => {
    await start(listOf(0, 10), listOf(5, 15))
    const { id } = await start(listOf(3, 12), listOf(4, 16))
    const compared = await service.handlers.compare({ id }, calling)
    // Then portal only 0–4, console only 10–14; now portal only 3, console only 12–15.
    expect(compared).toMatchObject({ appeared: 1, resolved: 6, moved: 0, same: 4 })
    expect(compared.changes).toContainEqual({ serial: serialNo(15), before: null, after: 'console-only' })
    expect(compared.changes).toContainEqual({ serial: serialNo(0), before: 'portal-only', after: null })
  })

  test('of another kind are not compared by themselves', async () => {
    await start(listOf(0, 10), null)
    const { id } = await start(listOf(0, 10), listOf(0, 9))
    await expect(service.handlers.compare({ id }, calling)).rejects.toMatchObject({
      code: 'reconcile.nothing-to-compare',
    })
    expect(await service.handlers.compare({ id, with: 'r1' }, calling)).toMatchObject({ before: { id: 'r1' } })
  })

  test('one that is removed is gone with its rows', async () => {
    const { id } = await start(listOf(0, 10), listOf(0, 9))
    await service.handlers.remove({ id }, calling)
    expect(await service.handlers.list({}, calling)).toEqual([])
    expect(db.prepare('SELECT count(*) FROM reconciliation_rows').pluck().get()).toBe(0)
    await expect(service.handlers.remove({ id }, calling)).rejects.toMatchObject({ code: 'reconcile.not-found' })
  })
})

describe('asking Apple', () => {
  const causes = async (id: string) => {
    const { rows } = await service.handlers.rows(
      { id, verdicts: ['portal-only', 'console-only'], offset: 0, limit: 100 },
      calling,
    )
    return Object.fromEntries(rows.map(({ serial, cause }) => [serial, cause]))
  }

  test('explains what nothing here tells, token by token, in one request each', async () => {
    const { id } = await start('F9OXXXX0004D\nDMPZZZZ0009K\n', 'H1KZZZZ0006F\nG6TYYYY00090\n')
    atApple = { t1: ['F9OXXXX0004D'], t2: ['H1KZZZZ0006F'] }
    const { reconciliation, asked, left } = await service.handlers.askApple({ id }, calling)
    expect([asked, left, questions.map(([token, serials]) => [token, serials.length])]).toEqual([
      4,
      0,
      [
        ['t1', 4],
        ['t2', 3],
      ],
    ])
    const found = {
      F9OXXXX0004D: 'not-synced-yet',
      DMPZZZZ0009K: 'other-server',
      H1KZZZZ0006F: 'file-incomplete',
      G6TYYYY00090: 'released',
    }
    expect(await causes(id)).toEqual(found)
    expect(reconciliation.askedAt).not.toBeNull()
    expect(reconciliation.causes.map(({ cause }) => cause).toSorted()).toEqual(Object.values(found).toSorted())
    expect(await service.handlers.show({ id }, calling)).toEqual(reconciliation)
  })

  test('only what every token denies has left: a failure changes nothing', async () => {
    const { id } = await start('F9OXXXX0004D\n', 'H1KZZZZ0006F\n')
    delete atApple['t2']
    await expect(service.handlers.askApple({ id }, calling)).rejects.toMatchObject({ code: 'net.unreachable' })
    expect(new Set(Object.values(await causes(id)))).toEqual(new Set(['unknown-ask-apple']))
    expect(await service.handlers.show({ id }, calling)).toMatchObject({ askedAt: null })
  })

  test('what is explained already is not asked about', async () => {
    const { id } = await start(csv('Serial Number,Status', [['F9OXXXX0004D', 'UNASSIGNED']]), 'F9OXXXX0004D\n')
    await service.handlers.askApple({ id }, calling)
    expect(questions).toEqual([])
  })
})
