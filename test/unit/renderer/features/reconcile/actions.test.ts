import { expect, test, vi } from 'vitest'
import {
  arrive,
  askApple,
  canCompare,
  compare,
  openReconciliation,
} from '../../../../../renderer/features/reconcile/actions.ts'
import {
  chooseColumn,
  giveFile,
  guessAgain,
  rememberColumns,
  removeFile,
} from '../../../../../renderer/features/reconcile/file-actions.ts'
import { runImport } from '../../../../../renderer/features/reconcile/import-actions.ts'
import {
  exportSet,
  narrow,
  serialsShown,
  showRows,
  showSet,
} from '../../../../../renderer/features/reconcile/set-actions.ts'
import { createReconcileStore } from '../../../../../renderer/features/reconcile/store.ts'
import { cancelWork } from '../../../../../renderer/features/reconcile/work.ts'
import type { ImportPreview } from '../../../../../shared/contract/imports.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { toSerial } from '../../../../../shared/model/ids.ts'
import type { ReconcileRow } from '../../../../../shared/model/reconcile.ts'
import { fakeReconciliation } from '../../../../e2e/page/fake-reconcile.ts'
import { createFakeDesk, settle, type SomeHandlers } from '../../fake-desk.ts'

const MADE = fakeReconciliation('r1', 1000, 'records')
const PREVIEW: ImportPreview = {
  fileName: 'portal.csv',
  sizeBytes: 40,
  sha256: 'a'.repeat(64),
  format: 'text',
  encoding: 'utf-8',
  delimiter: ',',
  kind: 'portal-devices',
  headerLine: 1,
  titles: ['Serial Number', 'Kind'],
  signature: 'serialnumber kind',
  mapping: { serial: 0 },
  isRemembered: false,
  sample: [],
  counts: { rows: 2, accepted: 1, repaired: 1, rejected: 0 },
  remarks: [],
  dateOrder: 'month-first',
  isDateOrderSure: true,
  asOf: 0,
}
const row = (serial: string): ReconcileRow => ({
  serial,
  verdict: 'console-only',
  cause: 'released',
  remedy: 'clean-up-record',
  portalLine: null,
  consoleLine: 1,
  other: null,
  differences: [],
})

function setUp(handlers: SomeHandlers = {}) {
  const asked: Record<string, unknown[]> = {}
  const note = (name: string, input: unknown) => void (asked[name] ??= []).push(input)
  const desk = createFakeDesk({
    ...handlers,
    shell: { chooseSavePath: () => '/home/a.csv', ...handlers.shell },
    files: {
      begin: (input) => (note('begin', input), 'hand-1'),
      append: (input) => (note('append', input.bytes.length), null),
      end: () => '/tmp/portal.csv',
      drop: (input) => (note('drop', input), null),
      ...handlers.files,
    },
    imports: {
      preview: (input) => {
        note('preview', input)
        return { ...PREVIEW, mapping: input.mapping ?? PREVIEW.mapping }
      },
      saveMapping: (input) => (note('saveMapping', input), []),
      forgetMapping: (input) => (note('forgetMapping', input), []),
      list: () => [],
      ...handlers.imports,
    },
    reconcile: {
      list: () => [MADE],
      start: (input) => (note('start', input), MADE),
      compare: () => {
        throw new AppError('reconcile.nothing-to-compare', 'the first')
      },
      rows: (input) => {
        note('rows', input)
        const rows = Array.from({ length: Math.min(input.limit, 120 - input.offset) }, (_, at) =>
          row(`S${input.offset + at}`),
        )
        return { total: 120, rows }
      },
      ...handlers.reconcile,
    },
  })
  return { store: createReconcileStore(), desk, asked }
}

const file = (bytes = 40, name = 'portal.csv') => new File([new Uint8Array(bytes)], name)

test('a dropped file of unknown place is handed over in portions and looked at', async () => {
  const { store, desk, asked } = setUp()
  await giveFile(store, desk, 'portal', file(9 * 1024 * 1024))
  expect(asked['begin']).toEqual([{ name: 'portal.csv', sizeBytes: 9 * 1024 * 1024 }])
  expect(asked['append']).toEqual([4 * 1024 * 1024, 4 * 1024 * 1024, 1024 * 1024])
  expect(asked['preview']).toEqual([{ path: '/tmp/portal.csv' }])
  expect(store.getState().files.portal).toMatchObject({ path: '/tmp/portal.csv', preview: { status: 'ready' } })
  expect(canCompare(store.getState())).toBe(true)
})

test('where the shell knows its place, a file is read there and nothing is copied', async () => {
  const { store, desk, asked } = setUp()
  vi.stubGlobal('adeDesk', { pathOf: () => '/home/admin/portal.csv' })
  await giveFile(store, desk, 'portal', file())
  vi.unstubAllGlobals()
  expect(asked).toEqual({ preview: [{ path: '/home/admin/portal.csv' }] })
})

test('a file that is too large for the page is not begun', async () => {
  const { store, desk, asked } = setUp()
  const large = Object.defineProperty(file(), 'size', { value: 600 * 1024 * 1024 })
  await giveFile(store, desk, 'portal', large)
  expect(asked).toEqual({})
  expect(store.getState().files.portal?.isTooLarge).toBe(true)
})

test('a file that was taken away while it came over is taken back', async () => {
  const { store, desk, asked } = setUp({ files: { append: () => (removeFile(store, 'portal'), null) } })
  await giveFile(store, desk, 'portal', file(9 * 1024 * 1024))
  expect(asked['drop']).toEqual([{ hand: 'hand-1' }])
  expect(store.getState().files.portal).toBeNull()
})

test('a corrected column is read again, and kept for the header only where that is wanted', async () => {
  const { store, desk, asked } = setUp()
  await giveFile(store, desk, 'portal', file())
  await chooseColumn(store, desk, 'portal', { field: 'status', column: 1 })
  await chooseColumn(store, desk, 'portal', { field: 'status', column: undefined })
  await chooseColumn(store, desk, 'portal', { field: 'mdmServer', column: 1 })
  const mapping = { serial: 0, mdmServer: 1 }
  expect(asked['preview']?.at(-1)).toEqual({ path: '/tmp/portal.csv', mapping })
  rememberColumns(store, 'portal', false)
  await compare(store, desk)
  expect(asked['saveMapping']).toBeUndefined()
  rememberColumns(store, 'portal', true)
  await compare(store, desk)
  expect(asked['saveMapping']).toEqual([{ signature: PREVIEW.signature, kind: 'portal-devices', mapping }])
  expect(asked['start']).toEqual(Array(2).fill({ portal: { path: '/tmp/portal.csv', mapping }, console: null }))
})

test('what was remembered for a header can be forgotten', async () => {
  const { store, desk, asked } = setUp({ imports: { preview: () => ({ ...PREVIEW, isRemembered: true }) } })
  await giveFile(store, desk, 'portal', file())
  await guessAgain(store, desk, 'portal')
  expect(asked['forgetMapping']).toEqual([{ signature: PREVIEW.signature }])
})

test('without a column of serial numbers, or without the second file, nothing can be compared', async () => {
  const { store, desk } = setUp({ imports: { preview: () => ({ ...PREVIEW, mapping: {} }) } })
  await giveFile(store, desk, 'portal', file())
  expect(canCompare(store.getState())).toBe(false)
  const other = setUp()
  await giveFile(other.store, other.desk, 'portal', file())
  other.store.setState({ against: 'file' })
  expect(canCompare(other.store.getState())).toBe(false)
  await compare(other.store, other.desk)
  expect(other.asked['start']).toBeUndefined()
  await giveFile(other.store, other.desk, 'console', file())
  expect(canCompare(other.store.getState())).toBe(true)
})

test('a comparison that fails says why, and one that is cancelled says that nothing was kept', async () => {
  const { store, desk } = setUp({
    reconcile: {
      start: () => {
        throw new AppError('import.not-a-table', 'rubbish')
      },
    },
  })
  await giveFile(store, desk, 'portal', file())
  await compare(store, desk)
  expect(store.getState()).toMatchObject({
    failure: { kind: 'compare', error: { code: 'import.not-a-table' } },
    work: null,
  })

  const untilCancelled = (_input: unknown, { signal }: { readonly signal: AbortSignal }) =>
    new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
  const slow = setUp({ reconcile: { start: untilCancelled } })
  await giveFile(slow.store, slow.desk, 'portal', file())
  const done = compare(slow.store, slow.desk)
  await settle()
  expect(slow.store.getState().work?.kind).toBe('compare')
  cancelWork(slow.store)
  await done
  expect(slow.store.getState()).toMatchObject({ wasCancelled: 'compare', failure: null, work: null, opened: null })
})

test('one comes to the newest comparison, its first set with rows, and a page of it', async () => {
  const { store, desk, asked } = setUp()
  await arrive(store, desk)
  expect(store.getState()).toMatchObject({ view: 'result', opened: { set: { verdict: 'console-only', total: 120 } } })
  expect(asked['rows']).toEqual([{ id: 'r1', verdicts: ['console-only'], offset: 0, limit: 50 }])
})

test('rows are asked for as they come into sight, once', async () => {
  const { store, desk, asked } = setUp()
  await openReconciliation(store, desk, MADE)
  showRows(store, desk, { first: 90, end: 110 })
  showRows(store, desk, { first: 91, end: 111 })
  await settle()
  expect(asked['rows']?.map((input) => (input as { offset: number }).offset)).toEqual([0, 50, 100])
})

test('a set of both holds those that differ; cause and search narrow it, and an answer that comes late is dropped', async () => {
  const { store, desk, asked } = setUp()
  await openReconciliation(store, desk, MADE)
  await showSet(store, desk, { verdict: 'both' })
  expect(asked['rows']?.at(-1)).toMatchObject({ verdicts: ['both', 'mismatched'] })
  await showSet(store, desk, { verdict: 'console-only', cause: 'released' })
  const first = narrow(store, desk, { search: 'F9' })
  const second = narrow(store, desk, { search: 'F9F' })
  await Promise.all([first, second])
  expect(asked['rows']?.at(-1)).toEqual({
    id: 'r1',
    verdicts: ['console-only'],
    cause: 'released',
    search: 'F9F',
    offset: 0,
    limit: 50,
  })
  expect(store.getState().opened?.set).toMatchObject({ search: 'F9F', cause: 'released', total: 120 })
})

test('the serial numbers shown are handed on, and it is said where they are not all of them', async () => {
  const { store, desk } = setUp({
    reconcile: { serials: () => ({ total: 3, serials: [toSerial('A1'), toSerial('B2')] }) },
  })
  await openReconciliation(store, desk, MADE)
  expect(await serialsShown(store, desk)).toEqual(['A1', 'B2'])
  expect(desk.feedback.getState().toasts.at(-1)?.text).toContain('Only the first 2 of 3')
})

test('what is shown is exported as it is narrowed', async () => {
  const inputs: unknown[] = []
  const { store, desk } = setUp({
    reconcile: { exportCsv: (input) => (inputs.push(input), { rows: 3, path: input.path }) },
  })
  await openReconciliation(store, desk, MADE)
  await showSet(store, desk, { verdict: 'console-only', cause: 'released' })
  await exportSet(store, desk)
  expect(inputs).toEqual([{ id: 'r1', verdicts: ['console-only'], cause: 'released', path: '/home/a.csv' }])
  expect(store.getState().exported).toEqual({ rows: 3, path: '/home/a.csv' })
})

test('what Apple answered is shown, with how many are left', async () => {
  const reconciliation = { ...MADE, askedAt: 2000 }
  const { store, desk } = setUp({ reconcile: { askApple: () => ({ reconciliation, asked: 2, left: 1 }) } })
  await openReconciliation(store, desk, MADE)
  await askApple(store, desk)
  expect(store.getState().opened).toMatchObject({ asked: { asked: 2, left: 1 }, reconciliation: { askedAt: 2000 } })
})

test('an import takes the file that was looked at, with what was corrected', async () => {
  const inputs: unknown[] = []
  const { store, desk } = setUp({
    imports: {
      run: (input) => {
        inputs.push(input)
        throw new AppError('import.changed-meanwhile', 'changed')
      },
    },
  })
  await giveFile(store, desk, 'import', file())
  await chooseColumn(store, desk, 'import', { field: 'user', column: 1 })
  await runImport(store, desk)
  expect(inputs).toEqual([
    { path: '/tmp/portal.csv', mapping: { serial: 0, user: 1 }, sha256: PREVIEW.sha256, remember: true },
  ])
  expect(store.getState().failure).toMatchObject({ kind: 'import', error: { code: 'import.changed-meanwhile' } })
  expect(store.getState().files.import).not.toBeNull()
})
