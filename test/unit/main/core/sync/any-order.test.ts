import {
  array,
  assert,
  asyncProperty,
  boolean,
  constant,
  constantFrom,
  integer,
  record,
  shuffledSubarray,
  uniqueArray,
} from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WireDevice } from '../../../../../main/clients/ade/wire.ts'
import { lastPage, page } from '../../../../fakes/ade-client.ts'
import { change, createStage, readEvents, readStore, type Stage } from './stage.ts'

/** Feeds per test; `npm run test:soak` plays 3,000. Each is a store or two of its own, which take their time. */
const FEEDS = Number(process.env['FUZZ_FEEDS'] ?? 40)
const TIMEOUT_MS = 120_000 + FEEDS * 1000

/** What a change feed may hold about a few devices: no two different states of one device at the same moment. */
const distinctRows = uniqueArray(
  record({
    serial: constantFrom('A', 'B', 'C'),
    minute: integer({ min: 1, max: 6 }),
    type: constantFrom('added', 'modified', 'deleted'),
    isBare: boolean(),
  }),
  { minLength: 1, maxLength: 12, selector: ({ serial, minute, type }) => `${serial}${minute}${type === 'deleted'}` },
)
const feed = distinctRows.map((list) => list.map(toRow))

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

const cut = array(integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 })

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
  const always = ['serial', 'atApple', 'tokenNo', 'goneSince', 'goneReason', 'model', 'color', 'family'] as const
  const whilePresent = ['assetTag', 'profileStatus', 'profileUuid', 'assignment', 'enrollmentStatus', 'raw'] as const
  return readStore(db).map((row) => {
    const keys = row.atApple === 'present' ? [...always, ...whilePresent] : always
    return keys.map((key) => [key, row[key]])
  })
}

async function fetched(): Promise<Stage> {
  const stage = createStage()
  await stage.sync({ pages: [lastPage('F'), lastPage('S')] })
  return stage
}

describe('the order of rows', () => {
  it(
    'C10: any order, repetition and division into pages of the same rows gives the same end',
    { timeout: TIMEOUT_MS },
    async () => {
      const anyWay = feed.chain((list) =>
        record({
          list: constant(list),
          shuffled: shuffledSubarray([...list, ...list], { minLength: list.length, maxLength: 2 * list.length }),
          cut,
        }),
      )
      await assert(
        asyncProperty(anyWay, async ({ list, shuffled, cut }) => {
          const [straight, mixed] = [await fetched(), await fetched()]
          await apply(straight, list, [list.length])
          await apply(mixed, [...shuffled, ...list.filter((row) => !shuffled.includes(row))], cut)
          expect(endState(mixed)).toEqual(endState(straight))
        }),
        { numRuns: FEEDS },
      )
    },
  )

  it('C6: the same pages applied twice change nothing the second time', { timeout: TIMEOUT_MS }, async () => {
    await assert(
      asyncProperty(feed, cut, async (list, cut) => {
        const stage = await fetched()
        await apply(stage, list, cut)
        const once = [readStore(stage.db), readEvents(stage.db)]
        await apply(stage, list, cut)
        expect([readStore(stage.db), readEvents(stage.db)]).toEqual(once)
      }),
      { numRuns: FEEDS },
    )
  })
})
