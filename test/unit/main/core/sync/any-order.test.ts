import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WireDevice } from '../../../../../main/clients/ade/wire.ts'
import { lastPage, page } from '../../../../fakes/ade-client.ts'
import { change, createStage, readEvents, readStore, type Stage } from './stage.ts'

/** What a change feed may hold about a few devices: no two different states of one device at the same moment. */
const rows = fc.uniqueArray(
  fc.record({
    serial: fc.constantFrom('A', 'B', 'C'),
    minute: fc.integer({ min: 1, max: 6 }),
    type: fc.constantFrom('added', 'modified', 'deleted'),
    isBare: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12, selector: ({ serial, minute, type }) => `${serial}${minute}${type === 'deleted'}` },
)
const feed = rows.map((list) => list.map(toRow))

function toRow({
  serial,
  minute,
  type,
  isBare,
}: {
  serial: string
  minute: number
  type: string
  isBare: boolean
}): WireDevice {
  const row = change(serial, type, minute)
  if (type === 'deleted' && isBare) return { serial_number: serial, op_type: type, op_date: row.op_date }
  const profile = minute % 2 === 0 ? { profile_status: 'assigned', profile_uuid: `P${minute}` } : {}
  return { ...row, ...profile, asset_tag: `tag ${minute}` }
}

const cut = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 })

async function apply(stage: Stage, list: readonly WireDevice[], cuts: readonly number[]): Promise<void> {
  const pages: (readonly WireDevice[])[] = []
  for (let at = 0, index = 0; at < list.length; index++) {
    const size = cuts[index % cuts.length]!
    pages.push(list.slice(at, at + size))
    at += size
  }
  const answers = pages.map((devices, index) => page(`S${stage.runs().length}.${index}`, devices))
  await stage.sync({ pages: [...answers, lastPage(`E${stage.runs().length}`)] })
}

/** What must not depend on the way the rows came. Members of a device that is gone are what was known when it went. */
function endState({ db }: Stage) {
  return readStore(db).map(({ raw, assetTag, profileStatus, profileUuid, color, assignment, ...row }) =>
    row.atApple === 'present' ? { ...row, raw, assetTag, profileStatus, profileUuid, color, assignment } : row,
  )
}

async function fetched(): Promise<Stage> {
  const stage = createStage()
  await stage.sync({ pages: [lastPage('F'), lastPage('S')] })
  return stage
}

describe('the order of rows', () => {
  it('C10: any order, repetition and division into pages of the same rows gives the same end', async () => {
    const anyWay = feed.chain((list) =>
      fc.record({
        list: fc.constant(list),
        shuffled: fc.shuffledSubarray([...list, ...list], { minLength: list.length, maxLength: 2 * list.length }),
        cut,
      }),
    )
    await fc.assert(
      fc.asyncProperty(anyWay, async ({ list, shuffled, cut }) => {
        const [straight, mixed] = [await fetched(), await fetched()]
        await apply(straight, list, [list.length])
        await apply(mixed, [...shuffled, ...list.filter((row) => !shuffled.includes(row))], cut)
        expect(endState(mixed)).toEqual(endState(straight))
      }),
      { numRuns: 150 },
    )
  })

  it('C6: the same pages applied twice change nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(feed, cut, async (list, cut) => {
        const stage = await fetched()
        await apply(stage, list, cut)
        const once = [readStore(stage.db), readEvents(stage.db)]
        await apply(stage, list, cut)
        expect([readStore(stage.db), readEvents(stage.db)]).toEqual(once)
      }),
      { numRuns: 100 },
    )
  })
})
