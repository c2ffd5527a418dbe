import { expect, it } from 'vitest'
import { DEVICE_COLUMNS } from '../../../../../shared/model/device.ts'
import * as layout from '../../../../../renderer/features/devices/layout.ts'
import { currentView } from '../../../../../renderer/features/devices/view-actions.ts'
import { createDevicesStore } from '../../../../../renderer/features/devices/store.ts'
import { visibleText } from '../../../../../renderer/features/devices/visible-text.ts'

const start = [
  { column: 'serial', widthPx: 200 },
  { column: 'model', widthPx: null },
  { column: 'group', widthPx: null },
] as const

it('columns are moved and sized, and keep their widths', () => {
  const names = (list: typeof layout.USUAL_COLUMNS) => list.map(({ column }) => column)
  expect(names(layout.withPlace(start, 'serial', 2))).toEqual(['model', 'group', 'serial'])
  expect(names(layout.withPlace(start, 'group', 0))).toEqual(['group', 'serial', 'model'])
  expect(layout.withWidth(start, 'model', 90)[1]).toEqual({ column: 'model', widthPx: 90 })
  expect(layout.withColumns(start, ['os', 'serial'])).toEqual([
    { column: 'os', widthPx: null },
    { column: 'serial', widthPx: 200 },
  ])
  expect(layout.withColumns(start, [])).toBe(start)
})

it('every column can be chosen, the shown ones first', () => {
  const all = layout.allInOrder(start)
  expect(all.slice(0, 3)).toEqual(['serial', 'model', 'group'])
  expect(all.toSorted()).toEqual([...DEVICE_COLUMNS].toSorted())
})

it('a saved view is the current one until its list changes', () => {
  const state = createDevicesStore().getState()
  const { filter, sort, columns } = state
  const view = { id: '1', name: 'Mine', filter, sort, columns }
  const shown = { ...state, views: { status: 'ready', value: [view] } as const, viewId: '1' }
  expect(currentView(shown)).toEqual({ view, isChanged: false })
  expect(currentView({ ...shown, filter: { family: 'Mac' } })?.isChanged).toBe(true)
  expect(currentView({ ...shown, columns: start })?.isChanged).toBe(true)
  expect(currentView({ ...shown, viewId: 'deleted' })).toBe(null)
})

it('texts show what nobody would see, turn nothing round and end', () => {
  expect(visibleText('a\u0000b\nc\u007f')).toBe('a␀b␊c␡')
  expect(visibleText('left \u202Eright')).toBe('left �right')
  expect(visibleText('שולחן')).toBe('שולחן')
  expect(visibleText('x'.repeat(10_000))).toHaveLength(501)
})
