import { describe, expect, it } from 'vitest'
import { sortByNumber, sortByText } from '../../../../../main/core/devices/sort.ts'
import { TextColumn } from '../../../../../main/core/devices/text-column.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'

const COUNT = 25_000
const DIRECTIONS = ['asc', 'desc'] as const

/** Devices 1 to `COUNT` in a mixed order, some without a text, many with the same, some that begin alike or end early. */
function createScene() {
  const random = createSeededRandom(7)
  const below = (limit: number) => Math.floor(random.fraction() * limit)
  const column = new TextColumn()
  const names = ['Jürgen', 'jurgen', 'Özlem', 'anna', 'anna.b', 'ANNA', '李']
  const texts = Array.from({ length: COUNT }, () =>
    below(20) === 0 ? null : `${names[below(names.length)]}${below(3) === 0 ? '' : below(900)}`,
  )
  column.fill(texts, (index) => index + 1)
  const base = Uint32Array.from({ length: COUNT }, (_, index) => ((index * 7919) % COUNT) + 1)
  const prepare = () => {
    let steps = 1
    while (!column.prepareOrderPart()) steps++
    return steps
  }
  return { column, base, prepare }
}

describe('the order of texts, prepared in parts', () => {
  it('is the one that is made at once, in both directions', () => {
    const { column, base, prepare } = createScene()
    expect(prepare()).toBeGreaterThan(3)
    for (const direction of DIRECTIONS) {
      expect(sortByNumber(base, column.ranks!, direction)).toEqual(sortByText(base, column, direction))
    }
  })

  it.each([
    ['a text that changes', (column: TextColumn) => column.set(5, 'zzz')],
    ['a text that goes', (column: TextColumn) => column.set(7, null)],
    ['a device that comes', (column: TextColumn) => column.set(COUNT + 1, 'new')],
    ['devices that come', (column: TextColumn) => column.fill(['x', 'y'], (index) => COUNT + 1 + index)],
  ])('is out of date after %s, and right again when it was prepared anew', (_what, change) => {
    const { column, base, prepare } = createScene()
    prepare()
    column.prepareOrderPart()
    change(column)
    expect(column.ranks).toBeUndefined()
    prepare()
    for (const direction of DIRECTIONS) {
      expect(sortByNumber(base, column.ranks!, direction)).toEqual(sortByText(base, column, direction))
    }
  })

  it('begins anew when a text changes while it is being prepared', () => {
    const { column, base, prepare } = createScene()
    column.prepareOrderPart()
    column.prepareOrderPart()
    column.set(3, 'aaa')
    prepare()
    expect(sortByNumber(base, column.ranks!, 'asc')).toEqual(sortByText(base, column, 'asc'))
  })

  it('is not worth it for few', () => {
    const column = new TextColumn()
    column.fill(['b', 'a'], (index) => index)
    expect([column.prepareOrderPart(), column.ranks]).toEqual([true, undefined])
  })
})
