import { expect, it, vi } from 'vitest'
import * as actions from '../../../../../renderer/features/assignments/actions.ts'
import { assignmentCommands } from '../../../../../renderer/features/assignments/commands.ts'
import { exportResult } from '../../../../../renderer/features/assignments/result-actions.ts'
import { createAssignmentsStore } from '../../../../../renderer/features/assignments/store.ts'
import { runningJobs } from '../../../../../renderer/app/jobs.ts'
import { MAX_NAMED_SERIALS } from '../../../../../shared/contract/devices.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { toSerial } from '../../../../../shared/model/ids.ts'
import { createFakeDesk, later, settle } from '../../fake-desk.ts'

const PLAN = { total: 812, change: 790, same: 20, gone: 2, unpublished: 0 }
const SOME = { selection: { kind: 'serials', serials: ['A', 'B'].map(toSerial) }, count: 2 } as const
const ALL = { selection: { kind: 'matching', filter: {}, except: [toSerial('B')] }, count: 2 } as const
const REPORT = {
  plan: PLAN,
  results: { SUCCESS: 1, THROTTLED: 1 },
  devices: [
    { serial: toSerial('A'), outcome: 'SUCCESS', nextAttemptAt: null },
    { serial: toSerial('B'), outcome: 'THROTTLED', nextAttemptAt: 0 },
  ],
}

function setUp() {
  const answer = later<typeof REPORT>()
  const sent: { call: string; input: unknown }[] = []
  const note = (call: string, input: unknown) => void sent.push({ call, input })
  const desk = createFakeDesk({
    profiles: { list: () => [] },
    assignments: {
      preview: (input) => {
        note('preview', input)
        return PLAN
      },
      previewRetry: (input) => {
        note('previewRetry', input)
        return { total: 2, change: 1, same: 1, gone: 0, unpublished: 0 }
      },
      previewRelease: (input) => {
        note('previewRelease', input)
        return { total: 2, change: 1, same: 0, gone: 1, unpublished: 0 }
      },
      assign: (input, { signal, report }) => {
        note('assign', input)
        signal.addEventListener('abort', () => answer.reject(signal.reason as Error))
        report({ phase: 'telling', done: 500, total: 790 })
        return answer.promise
      },
      retry: (input) => {
        note('retry', input)
        return REPORT
      },
      release: (input) => {
        note('release', input)
        if (input.confirm !== `RELEASE ${input.serials.length} DEVICES`) {
          throw new AppError('device.release-unconfirmed', 'the sentence')
        }
        return { file: '/data/released.csv', results: { SUCCESS: 1 }, devices: [] }
      },
    },
    devices: {
      openView: () => ({ view: 7, total: 3, revision: 1 }),
      serials: () => 'A\nB\nC',
      closeView: () => null,
    },
    shell: {
      chooseSavePath: ({ suggestedName }) => `/home/${suggestedName}`,
      saveText: (input) => {
        note('saveText', input)
        return null
      },
    },
  })
  const store = createAssignmentsStore()
  return { store, desk, answer, sent, task: () => store.getState().task }
}

it('says what an assignment comes to before anything is sent, then what became of it', async () => {
  const { store, desk, answer, sent, task } = setUp()
  await actions.beginTask(store, desk, 'assign', SOME)
  expect(task()).toMatchObject({ profiles: { status: 'ready' }, plan: { status: 'idle' } })
  await actions.chooseProfile(store, desk, 'p1')
  expect(desk.feedback.getState().announcement).toBe(
    '812 devices: 790 change, 20 already have it, 2 are gone or unknown.',
  )
  expect(sent.map(({ call }) => call)).toEqual(['preview'])

  const running = actions.runTask(store, desk)
  await settle()
  expect(task()?.run).toMatchObject({ status: 'running', phase: 'telling', done: 500, total: 790 })
  answer.resolve(REPORT)
  await running
  expect(sent[1]).toEqual({
    call: 'assign',
    input: { selection: SOME.selection, profile: 'p1', listed: actions.MAX_LISTED },
  })
  expect(task()).toMatchObject({ run: null, result: { results: REPORT.results, file: null } })
})

it('goes on without its dialog, is shown in the strip, and shows its results', async () => {
  const { store, desk, answer, task } = setUp()
  await actions.beginTask(store, desk, 'unassign', SOME)
  const running = actions.runTask(store, desk)
  await settle()
  actions.closeTask(store)
  expect(task()?.isOpen).toBe(false)
  const idle = { running: new Map(), exporting: { status: 'idle' }, moving: null } as const
  expect(runningJobs(idle, idle, task())).toMatchObject([
    { title: 'Taking profiles away', detail: '500 of 790', cancels: { kind: 'assignment' } },
  ])
  await actions.beginTask(store, desk, 'release', SOME)
  expect(task()).toMatchObject({ kind: 'unassign', isOpen: true })
  actions.closeTask(store)
  answer.resolve(REPORT)
  await running
  expect(task()).toMatchObject({ isOpen: true, result: { results: REPORT.results } })
})

it('what was stopped says so and can be begun again', async () => {
  const { store, desk, task } = setUp()
  await actions.beginTask(store, desk, 'unassign', SOME)
  const running = actions.runTask(store, desk)
  await settle()
  actions.cancelTask(store)
  await running
  expect(task()).toMatchObject({ run: { status: 'cancelled' }, result: null, isOpen: true })
})

it('a release names its devices one by one and needs the exact sentence', async () => {
  const { store, desk, sent, task } = setUp()
  await actions.beginTask(store, desk, 'release', ALL)
  expect(task()?.serials).toEqual({ status: 'ready', value: ['A', 'C'] })
  expect(sent).toEqual([{ call: 'previewRelease', input: { serials: ['A', 'C'] } }])
  expect(desk.feedback.getState().announcement).toBe('2 devices: 1 is released, 1 is gone or unknown.')
  expect(actions.wantedSentence(task()!)).toBe('RELEASE 2 DEVICES')
  await actions.runTask(store, desk, 'release 2 devices')
  expect(task()?.run).toMatchObject({ status: 'failed', error: { code: 'device.release-unconfirmed' } })
  await actions.runTask(store, desk, 'RELEASE 2 DEVICES')
  expect(task()).toMatchObject({ result: { file: '/data/released.csv' } })
  expect(sent.at(-1)?.input).toMatchObject({ serials: ['A', 'C'], confirm: 'RELEASE 2 DEVICES' })
})

it('more devices than can be named are not released', async () => {
  const { store, desk, task } = setUp()
  await actions.beginTask(store, desk, 'release', { ...ALL, count: MAX_NAMED_SERIALS + 1 })
  expect(task()).toMatchObject({ serials: { status: 'idle' }, plan: { status: 'idle' } })
  expect(actions.wantedSentence(task()!)).toBeUndefined()
})

it('retries what was selected, and its results can be exported', async () => {
  const { store, desk, sent, task } = setUp()
  await actions.beginTask(store, desk, 'retry', SOME)
  expect(sent).toEqual([{ call: 'previewRetry', input: { selection: SOME.selection } }])
  expect(desk.feedback.getState().announcement).toBe(
    '2 devices: 1 is tried again, 1 neither waits nor has failed, 0 are unknown.',
  )
  await actions.runTask(store, desk)
  expect(sent.at(-1)?.input).toMatchObject({ selection: SOME.selection })
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22), toFake: ['Date'] })
  await exportResult(store, desk)
  vi.useRealTimers()
  expect(task()?.result?.exported).toEqual({ status: 'ready', value: '/home/retry-2026-11-22.csv' })
  expect(sent.at(-1)?.input).toMatchObject({ text: expect.stringContaining('B,THROTTLED,1970-01-01T00:00:00.000Z,') })
})

it('the palette offers it only where there is a device', () => {
  const { store, desk } = setUp()
  expect(assignmentCommands(store, desk, { ...SOME, count: 0 })).toEqual([])
  expect(assignmentCommands(store, desk, SOME).map(({ title, detail }) => [title, detail])).toContainEqual([
    'Assign profile…',
    '2 selected devices',
  ])
})
