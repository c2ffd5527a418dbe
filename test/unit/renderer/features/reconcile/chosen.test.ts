import { expect, test } from 'vitest'
import { compareSince, openReconciliation } from '../../../../../renderer/features/reconcile/actions.ts'
import { dateFile, giveFile } from '../../../../../renderer/features/reconcile/file-actions.ts'
import { runImport } from '../../../../../renderer/features/reconcile/import-actions.ts'
import { asOfFault, earlierOnes } from '../../../../../renderer/features/reconcile/selectors.ts'
import { createReconcileStore } from '../../../../../renderer/features/reconcile/store.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { fakeReconciliation } from '../../../../e2e/page/fake-reconcile.ts'
import { createFakeDesk, settle } from '../../fake-desk.ts'

const NOW_MADE = fakeReconciliation('r3', 3000, 'records')
const BEFORE = fakeReconciliation('r2', 2000, 'records')
const FIRST = fakeReconciliation('r1', 1000, 'file')
const NUMBERS = { appeared: 1, resolved: 0, moved: 0, same: 4, changes: [] }

test('it is held against the one before, and against another one that is chosen; a late answer is dropped', async () => {
  const asked: unknown[] = []
  let answer: (() => void) | undefined
  const desk = createFakeDesk({
    reconcile: {
      rows: () => ({ total: 0, rows: [] }),
      compare: (input) => {
        asked.push(input)
        const before = [BEFORE, FIRST].find(({ id }) => id === (input.with ?? 'r2'))!
        const compared = { before, after: NOW_MADE, ...NUMBERS }
        return input.with === 'r2' ? new Promise((resolve) => (answer = () => resolve(compared))) : compared
      },
    },
  })
  const store = createReconcileStore()
  await openReconciliation(store, desk, NOW_MADE)
  const late = compareSince(store, desk, 'r2')
  expect(store.getState().opened).toMatchObject({ since: 'r2', comparison: { status: 'ready' } })
  await settle()
  await compareSince(store, desk, 'r1')
  answer?.()
  await late
  expect(asked).toEqual([{ id: 'r3' }, { id: 'r3', with: 'r2' }, { id: 'r3', with: 'r1' }])
  expect(store.getState().opened).toMatchObject({ since: 'r1', comparison: { value: { before: { id: 'r1' } } } })
  await openReconciliation(store, desk, BEFORE)
  expect(store.getState().opened).toMatchObject({ since: null })
})

test('those made later, itself and those without rows cannot be chosen', () => {
  const gone = { ...FIRST, id: 'r0', hasRows: false }
  expect(earlierOnes([NOW_MADE, BEFORE, FIRST, gone], BEFORE)).toEqual([FIRST])
})

test('an import is of the file’s own date unless a person says another one, which is a date and not in the future', async () => {
  const inputs: unknown[] = []
  const desk = createFakeDesk({
    files: { begin: () => 'hand-1', append: () => null, end: () => '/tmp/a.csv', drop: () => null },
    imports: {
      preview: () => ({
        fileName: 'a.csv',
        sizeBytes: 1,
        sha256: 'a'.repeat(64),
        format: 'text',
        encoding: 'utf-8',
        delimiter: ',',
        kind: 'console-lifecycle',
        headerLine: 1,
        titles: ['Serial Number'],
        signature: 's',
        mapping: { serial: 0 },
        isRemembered: false,
        sample: [],
        counts: { rows: 1, accepted: 1, repaired: 0, rejected: 0 },
        remarks: [],
        dateOrder: 'day-first',
        isDateOrderSure: true,
        asOf: 5000,
      }),
      run: (input) => {
        inputs.push(input)
        throw new AppError('import.nothing-told', '')
      },
    },
  })
  const store = createReconcileStore()
  await giveFile(store, desk, 'import', new File(['x'], 'a.csv'))
  await runImport(store, desk)
  for (const typed of ['22.11.2026', '2199-01-01 00:00']) {
    dateFile(store, 'import', typed)
    await runImport(store, desk)
  }
  expect(inputs).toHaveLength(1)
  dateFile(store, 'import', '2024-03-01 06:30')
  await runImport(store, desk)
  const asOf = new Date(2024, 2, 1, 6, 30).getTime()
  expect(inputs.map((input) => (input as { asOf?: number }).asOf)).toEqual([undefined, asOf])
  expect(asOfFault({ asOf: '2024-03-01 06:30' }, asOf)).toBe('')
  expect(asOfFault({ asOf: '2024-03-01 06:31' }, asOf)).toMatch(/not come/)
})
