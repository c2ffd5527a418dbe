import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { parseInstant } from '../../../../shared/model/instant.ts'

const cases: readonly (readonly [string, string | null])[] = [
  ['2027-01-14T21:27:41Z', '2027-01-14T21:27:41.000Z'],
  ['2027-01-14t21:27:41z', '2027-01-14T21:27:41.000Z'],
  ['2027-01-14T21:27:41.5Z', '2027-01-14T21:27:41.500Z'],
  ['2027-01-14T21:27:41.123456Z', '2027-01-14T21:27:41.123Z'],
  ['2027-01-14T23:27:41+02:00', '2027-01-14T21:27:41.000Z'],
  ['2027-01-14T23:27:41+0200', '2027-01-14T21:27:41.000Z'],
  ['2027-01-14T21:27:41+0000', '2027-01-14T21:27:41.000Z'],
  ['2027-01-14T15:57:41-05:30', '2027-01-14T21:27:41.000Z'],
  ['2027-01-14T19:27:41-02', '2027-01-14T21:27:41.000Z'],
  ['2027-01-14T21:27:41', '2027-01-14T21:27:41.000Z'],
  ['2027-01-14 21:27:41 UTC', '2027-01-14T21:27:41.000Z'],
  [' 2027-01-14T21:27Z ', '2027-01-14T21:27:00.000Z'],
  ['2027-01-14', '2027-01-14T00:00:00.000Z'],
  ['2028-02-29T12:00:00Z', '2028-02-29T12:00:00.000Z'],
  // The days on which New York and Berlin change their clocks, in the hour that does not exist and the one that exists twice.
  ['2027-03-14T02:30:00', '2027-03-14T02:30:00.000Z'],
  ['2027-11-07T01:30:00', '2027-11-07T01:30:00.000Z'],
  ['2027-03-28T02:30:00', '2027-03-28T02:30:00.000Z'],
  ['2027-10-31T02:30:00', '2027-10-31T02:30:00.000Z'],
  ['2027-02-29T12:00:00Z', null],
  ['2027-13-01T00:00:00Z', null],
  ['2027-01-14T24:00:00Z', null],
  ['2027-01-14T21:60:00Z', null],
  ['0001-01-01T00:00:00Z', null],
  ['14.01.2027', null],
  ['soon', null],
  ['', null],
]

test.each(cases)('%j is %j', (text, expected) => {
  const instant = parseInstant(text)
  expect(instant === undefined ? null : new Date(instant).toISOString()).toBe(expected)
})

describe("the computer's time zone does not matter", () => {
  test.each(['America/New_York', 'Europe/Berlin', 'Pacific/Kiritimati'])('%s', (zone) => {
    const module = new URL('../../../../shared/model/instant.ts', import.meta.url).href
    const script = `
      import { parseInstant } from ${JSON.stringify(module)}
      const texts = ${JSON.stringify(cases.map(([text]) => text))}
      console.log(JSON.stringify([new Date(0).getTimezoneOffset() !== 0, texts.map((text) => parseInstant(text) ?? null)]))`
    const answer: unknown = JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
        stdio: ['ignore', 'pipe', 'ignore'],
      }).toString(),
    )
    expect(answer).toEqual([true, cases.map(([, expected]) => (expected === null ? null : Date.parse(expected)))])
  })
})
