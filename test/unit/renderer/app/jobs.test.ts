import { expect, test } from 'vitest'
import { registrationJobs, reportJobs } from '../../../../renderer/app/jobs.ts'

const WORK = { id: 'w', ref: 'gone', name: 'gone', scheduleId: 's', rows: 0, total: null }

test('a report that is written stands in the strip by its name in the page’s language, with progress and a way to end it', () => {
  const jobs = reportJobs([WORK, { ...WORK, id: 'own', ref: 'x', name: 'Mine', rows: 1500, total: 6000 }])
  expect(jobs).toEqual([
    {
      id: 'w',
      title: 'Report Gone devices',
      detail: 'Starting',
      fraction: null,
      cancels: { kind: 'report', id: 'w' },
    },
    {
      id: 'own',
      title: 'Report Mine',
      detail: '1,500 of 6,000 rows',
      fraction: 0.25,
      cancels: { kind: 'report', id: 'own' },
    },
  ])
  expect(reportJobs([])).toEqual([])
  expect(reportJobs([{ ...WORK, total: 0 }])).toMatchObject([{ fraction: null }])
})

test('a hand-out of registration tokens is there once it has taken a moment', () => {
  const job = { act: 'reset', progress: null, controller: new AbortController() } as const
  expect([registrationJobs(null), registrationJobs(job)]).toEqual([[], []])
  expect(registrationJobs({ ...job, progress: { done: 100, total: 400 } })).toEqual([
    {
      id: 'registration',
      title: 'Resetting registration tokens',
      detail: '100 of 400 devices',
      fraction: 0.25,
      cancels: { kind: 'registration' },
    },
  ])
})
