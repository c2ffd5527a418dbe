import { beforeEach, expect, it } from 'vitest'
import * as actions from '../../../../../renderer/features/diagnosis/actions.ts'
import { cancelBatch, diagnoseChosen, runBatch } from '../../../../../renderer/features/diagnosis/batch-actions.ts'
import { changeSetup, searchProblems } from '../../../../../renderer/features/diagnosis/setup-actions.ts'
import { createDiagnosisStore, type DiagnosisStore } from '../../../../../renderer/features/diagnosis/store.ts'
import { giveTokenFile } from '../../../../../renderer/features/diagnosis/token-file-actions.ts'
import { openBook } from '../../../../../renderer/features/diagnosis/words.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Diagnosis } from '../../../../../shared/model/diagnosis.ts'
import { toSerial, type TokenId } from '../../../../../shared/model/ids.ts'
import { createFakeDesk, later, settle, type SomeHandlers } from '../../fake-desk.ts'
import { diagnosis, step } from './samples.ts'

const CAUSE = { cause: 'no-profile', remedies: ['assign'], likely: 'certain', step: null } as const
let store: DiagnosisStore

beforeEach(async () => {
  store = createDiagnosisStore()
  await openBook(store)
})

function desk(calls: NonNullable<SomeHandlers['diagnosis']>) {
  return createFakeDesk({ diagnosis: { history: () => [], ...calls } })
}

it('shows what is known while a diagnosis goes on, then its end', async () => {
  const answer = later<Diagnosis>()
  const asked: unknown[] = []
  const fake = desk({
    start: (input, { report }) => {
      asked.push(input)
      report(diagnosis({ steps: [step({ state: 'pending', outcome: null })] }))
      return answer.promise
    },
  })
  changeSetup(store, { serial: ' c02zk0abmd6t ', tree: 'invalid-profile', isOffline: true, rehearses: false })
  const running = actions.startDiagnosis(store, fake)
  await settle()
  expect(asked).toEqual([{ serial: 'C02ZK0ABMD6T', tree: 'invalid-profile', offline: true, rehearse: false }])
  expect(store.getState().opened).toMatchObject({ diagnosis: { steps: [{ state: 'pending' }] } })
  expect(store.getState().opened?.work).not.toBeNull()
  answer.resolve(diagnosis({ causes: [CAUSE] }))
  await running
  expect(store.getState().opened).toMatchObject({ work: null, failure: null, diagnosis: { causes: [CAUSE] } })
  expect(fake.feedback.getState().announcement).toBe('Cause: No profile is assigned at Apple')
})

it('leads back to the form when a new one is cancelled, and to what was known when an old one is', async () => {
  const never = (_input: unknown, { signal }: { readonly signal: AbortSignal }) =>
    new Promise<Diagnosis>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(new AppError('cancelled', ''))),
    )
  const fake = desk({ start: never, continue: never, show: () => diagnosis() })
  const first = actions.startDiagnosis(store, fake)
  await settle()
  actions.cancelDiagnosis(store)
  await first
  expect(store.getState().opened).toBeNull()
  await actions.openDiagnosis(store, fake, 'd1')
  const second = actions.continueDiagnosis(store, fake, { rerun: ['records'] })
  await settle()
  actions.cancelDiagnosis(store)
  await second
  expect(store.getState().opened).toEqual({ diagnosis: diagnosis(), work: null, failure: null })
})

it('says why one could not be done, and does nothing twice', async () => {
  let calls = 0
  const fake = desk({
    show: () => diagnosis(),
    continue: () => {
      calls++
      throw new AppError('db.busy', 'in use')
    },
  })
  await actions.openDiagnosis(store, fake, 'd1')
  const both = [
    actions.continueDiagnosis(store, fake, { rerun: ['records'] }),
    actions.continueDiagnosis(store, fake, { rerun: ['records'] }),
  ]
  await Promise.all(both)
  expect(calls).toBe(1)
  expect(store.getState().opened?.failure?.code).toBe('db.busy')
})

it('checks again by asking every source that can be asked', async () => {
  const asked: unknown[] = []
  const fake = desk({ show: () => diagnosis(), continue: (input) => (asked.push(input), diagnosis()) })
  await actions.openDiagnosis(store, fake, 'd1')
  await actions.checkAgain(store, fake)
  expect(asked).toEqual([{ id: 'd1', rerun: ['records', 'apple-details'] }])
})

it('hands a token file over, unless it is far too large for one', async () => {
  const given: unknown[] = []
  const fake = desk({
    show: () => diagnosis(),
    continue: ({ tokenFile }) => (given.push(tokenFile), diagnosis()),
  })
  await actions.openDiagnosis(store, fake, 'd1')
  await giveTokenFile(store, fake, new Blob(['p7m']))
  await giveTokenFile(store, fake, new Blob([new Uint8Array(2 * 1024 * 1024 + 1)]))
  expect(given).toEqual([new TextEncoder().encode('p7m')])
  expect(fake.feedback.getState().toasts).toHaveLength(1)
})

it('a diagnosis that is gone says so; another one opened meanwhile stays', async () => {
  const slow = later<Diagnosis>()
  const fake = desk({
    show: ({ id }) => {
      if (id === 'gone') throw new AppError('diagnosis.not-found', '')
      return id === 'slow' ? slow.promise : diagnosis({ id })
    },
  })
  await actions.openDiagnosis(store, fake, 'gone')
  expect(store.getState().opened?.failure?.code).toBe('diagnosis.not-found')
  const late = actions.openDiagnosis(store, fake, 'slow')
  await actions.openDiagnosis(store, fake, 'd2')
  slow.resolve(diagnosis({ id: 'slow' }))
  await late
  expect(store.getState().opened?.diagnosis?.id).toBe('d2')
})

it('one chosen device leads to its own form and history, several to one diagnosis for all', async () => {
  const histories: unknown[] = []
  const fake = desk({
    history: ({ serial }) => (histories.push(serial), []),
    batch: (_input, { report }) => {
      report({ done: 1, total: 2 })
      return { tree: 'not-prompting', at: 0, total: 2, groups: [], requests: 0 }
    },
  })
  const [one, two] = [toSerial('C02ZK0ABMD6T'), toSerial('DMPX42Z1K3M9')]
  diagnoseChosen(store, fake, { selection: { kind: 'serials', serials: [one] }, count: 1 })
  await settle()
  expect(store.getState()).toMatchObject({ setup: { serial: one }, historyOf: one, batch: null })
  expect(histories).toEqual([one])
  diagnoseChosen(store, fake, { selection: { kind: 'serials', serials: [one, two] }, count: 2 })
  await runBatch(store, fake)
  expect(store.getState().batch).toMatchObject({ run: null, result: { status: 'ready', value: { total: 2 } } })
})

it('the chosen token goes along, for one device and for several', async () => {
  const asked: unknown[] = []
  const fake = desk({
    start: (input) => {
      asked.push(input.tokenId)
      return diagnosis()
    },
    batch: ({ tree = '', tokenId }) => {
      asked.push(tokenId)
      return { tree, at: 0, total: 2, groups: [], requests: 0 }
    },
  })
  const devices = { kind: 'serials', serials: [toSerial('C02A'), toSerial('C02B')] } as const
  for (const tokenId of ['t1' as TokenId, null]) {
    changeSetup(store, { tokenId })
    await actions.startDiagnosis(store, fake)
    diagnoseChosen(store, fake, { selection: devices, count: 2 })
    await runBatch(store, fake)
  }
  expect(asked).toEqual(['t1', 't1', undefined, undefined])
})

it('a cancelled diagnosis of several devices keeps the choice', async () => {
  const fake = desk({
    batch: (_input, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new AppError('cancelled', '')))),
  })
  diagnoseChosen(store, fake, { selection: { kind: 'matching', filter: {}, except: [] }, count: 12 })
  const running = runBatch(store, fake)
  await settle()
  cancelBatch(store)
  await running
  expect(store.getState().batch).toMatchObject({ count: 12, run: null, result: { status: 'idle' } })
})

it('what is chosen is always one of the problems in sight', async () => {
  await searchProblems(store, desk({}), 'activation lock')
  expect(store.getState().setup.tree).toBe('activation-lock')
  await searchProblems(store, desk({}), '')
  expect(store.getState().setup.tree).toBe('activation-lock')
})
