import { expect, test } from 'vitest'
import * as actions from '../../../../../renderer/features/reports/actions.ts'
import { createReportsStore } from '../../../../../renderer/features/reports/index.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { ReportRun, ReportSchedule } from '../../../../../shared/model/report.ts'
import { createFakeDesk, settle, type SomeHandlers } from '../../fake-desk.ts'

const REPORT = { ref: 'gone', name: 'gone', title: null, isPreset: true }
const RUN: ReportRun & { readonly rows: number } = {
  id: 'r',
  ref: 'gone',
  name: 'gone',
  scheduleId: null,
  startedAt: 1,
  finishedAt: 2,
  state: 'done',
  rows: 3,
  path: '/x/gone.csv',
  error: null,
}
const LISTS = {
  list: () => ({ reports: [REPORT], own: [] }),
  schedules: () => ({ schedules: [], lookedAt: null }),
  runs: () => [RUN],
  preview: () => ({ titles: ['Serial Number'], rows: [['A']], total: 1 }),
}

function open(reports: SomeHandlers['reports'] = {}, chosen: string | null = '/x/gone.csv') {
  const desk = createFakeDesk({ reports: { ...LISTS, ...reports }, shell: { chooseSavePath: () => chosen } })
  return { store: createReportsStore(), desk }
}

test('a report is written where the person said, and its progress is told', async () => {
  const asked: unknown[] = []
  const { store, desk } = open({
    write: (wish, { report }) => {
      asked.push(wish)
      report({ rows: 2, total: 3 })
      return RUN
    },
  })
  await actions.exportReport(store, desk, { report: REPORT, fileType: 'csv' })
  expect(asked).toEqual([{ ref: 'gone', path: '/x/gone.csv' }])
  expect(store.getState()).toMatchObject({ writing: null, written: { rows: 3, path: '/x/gone.csv' }, failure: null })
})

test('nothing is written when the person chose no file, and a failure is told', async () => {
  const none = open({}, null)
  await actions.exportReport(none.store, none.desk, { report: REPORT, fileType: 'csv' })
  expect(none.store.getState()).toMatchObject({ writing: null, written: null, failure: null })
  const broken = open({
    write: () => {
      throw new AppError('file.unwritable', 'no room')
    },
  })
  await actions.exportReport(broken.store, broken.desk, { report: REPORT, fileType: 'csv' })
  expect(broken.store.getState()).toMatchObject({ writing: null, failure: { code: 'file.unwritable' } })
})

test('an export can be cancelled, and that is no failure', async () => {
  const { store, desk } = open({
    write: (_wish, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  })
  const writing = actions.exportReport(store, desk, { report: REPORT, fileType: 'csv' })
  await settle()
  actions.cancelWriting(store)
  await writing
  expect(store.getState()).toMatchObject({ writing: null, written: null, failure: null })
})

test('a preview that comes late is not shown for another report', async () => {
  let answer: (() => void) | undefined
  const { store, desk } = open({
    preview: (wish) =>
      'ref' in wish && wish.ref === 'gone'
        ? new Promise((resolve) => (answer = () => resolve({ titles: ['Late'], rows: [], total: 0 })))
        : { titles: ['Serial Number'], rows: [], total: 0 },
  })
  const late = actions.showReport(store, desk, 'gone')
  await settle()
  await actions.showReport(store, desk, 'inventory')
  answer?.()
  await late
  expect(store.getState().preview).toMatchObject({ value: { titles: ['Serial Number'] } })
})

test('a taken name stays in the editor, with the reason', async () => {
  const { store, desk } = open({
    save: () => {
      throw new AppError('report.name-taken', 'taken')
    },
  })
  actions.editNew(store, 'gone')
  actions.changeDraft(store, { name: 'Mine' })
  await actions.saveDraft(store, desk)
  expect(store.getState()).toMatchObject({ draft: { name: 'Mine' }, refusal: { code: 'report.name-taken' } })
})

test('a schedule is saved with its path only where it was chosen now', async () => {
  const saved: unknown[] = []
  const schedule: ReportSchedule = {
    id: 's',
    ref: 'gone',
    name: 'gone',
    path: '/x/gone.csv',
    rhythm: { weekday: null, minuteOfDay: 360 },
    keep: 3,
    isOn: true,
    nextAt: 1,
    failures: 0,
    lastRun: null,
    lastSuccessAt: null,
  }
  const { store, desk } = open({
    saveSchedule: (wish) => {
      saved.push(wish)
      return schedule
    },
  })
  actions.editSchedule(store, schedule)
  actions.changeSchedule(store, { time: '7:15', weekday: 1 })
  await actions.saveSchedule(store, desk)
  actions.scheduleReport(store, REPORT)
  await actions.saveSchedule(store, desk) // no file yet: nothing happens
  await actions.chooseFile(store, desk)
  await actions.saveSchedule(store, desk)
  const rhythm = { weekday: null, minuteOfDay: 360 }
  expect(saved).toEqual([
    { id: 's', ref: 'gone', keep: 3, isOn: true, rhythm: { weekday: 1, minuteOfDay: 435 } },
    { ref: 'gone', keep: 30, isOn: true, rhythm, path: '/x/gone.csv' },
  ])
})

test('every report that is written is known with its progress, and can be ended by whoever sees it', async () => {
  const cancelled: unknown[] = []
  const work = { id: 'w', ref: 'gone', name: 'gone', scheduleId: 's', rows: 0, total: null }
  const { store, desk } = open({ running: () => [work], cancel: (wish) => (cancelled.push(wish), null) })
  await actions.loadRunning(store, desk)
  expect(store.getState().running).toEqual([work])
  actions.receiveWork(store, { ...work, rows: 5, total: 10 })
  actions.receiveWork(store, { ...work, id: 'other' })
  expect(store.getState().running).toMatchObject([
    { id: 'w', rows: 5, total: 10 },
    { id: 'other', rows: 0 },
  ])
  actions.cancelReport(desk, 'w')
  await settle()
  expect(cancelled).toEqual([{ id: 'w' }])
})
