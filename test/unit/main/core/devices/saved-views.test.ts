import { expect, test } from 'vitest'
import { MAX_SAVED_VIEWS } from '../../../../../shared/contract/devices.ts'
import { createViewHandlers, withView } from '../../../../../main/core/devices/saved-views.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'

const call = { signal: new AbortController().signal, report: () => {} }
const whole = {
  filter: { family: 'iPad' },
  sort: { column: 'serial', direction: 'asc' },
  columns: [{ column: 'serial', widthPx: null }],
} as const
const columns = [{ column: 'model', widthPx: 300 } as const]

test('views are kept by name, renamed, updated and deleted', async () => {
  const db = openMemoryDb()
  const views = createViewHandlers(db)
  await views.saveView({ id: '1', name: 'Retail', ...whole, columns: [...whole.columns] }, call)
  await views.saveView({ id: '2', name: 'Berlin', ...whole, columns: [...whole.columns] }, call)
  await views.saveView({ id: '1', name: 'Shops' }, call)
  await views.saveView({ id: '2', filter: {}, columns }, call)
  expect(createViewHandlers(db).savedViews({}, call)).toEqual([
    { id: '2', name: 'Berlin', filter: {}, sort: whole.sort, columns },
    { id: '1', name: 'Shops', ...whole },
  ])
  expect(await views.deleteView({ id: '2' }, call)).toMatchObject([{ name: 'Shops' }])
})

test('two views of one name are refused, whatever the capital letters', () => {
  const one = { id: '1', name: 'Ärger', ...whole }
  expect(() => withView([one], { ...one, id: '2', name: 'ÄRGER', columns: [...whole.columns] })).toThrow(
    expect.objectContaining({ code: 'view.name-taken' }),
  )
  expect(withView([one], { id: '1', name: 'ÄRGER' })).toMatchObject([{ name: 'ÄRGER' }])
})

test('there is an end to them', () => {
  const many = Array.from({ length: MAX_SAVED_VIEWS }, (_, n) => ({ id: `${n}`, name: `${n}`, ...whole }))
  const add = () => withView(many, { id: 'new', name: 'new', ...whole, columns: [...whole.columns] })
  expect(add).toThrow(expect.objectContaining({ code: 'view.too-many' }))
  expect(() => withView([], { id: 'new', name: 'new' })).toThrow(expect.objectContaining({ code: 'bad-input' }))
})

test('the columns stay as they were left', () => {
  const db = openMemoryDb()
  const views = createViewHandlers(db)
  expect(views.layout({}, call)).toBe(null)
  void views.keepLayout({ columns }, call)
  expect(createViewHandlers(db).layout({}, call)).toEqual(columns)
})
