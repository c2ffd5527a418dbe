import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignmentFacts } from '../../../../../renderer/features/assignments/facts.ts'
import { outcomeGroups, outcomeLabel, outcomeMeaning } from '../../../../../renderer/features/assignments/outcomes.ts'
import { resultCsv } from '../../../../../renderer/features/assignments/result-csv.ts'
import { messagesIn } from '../../../../../shared/messages/index.ts'
import { toSerial } from '../../../../../shared/model/ids.ts'
import type { Device } from '../../../../../shared/model/device.ts'
import { device as sample } from '../../samples.ts'

const WORDS = Object.keys(messagesIn('en').assignments.outcomes)

it.each(WORDS)('%s has a name, a meaning and a look', (word) => {
  expect(Object.keys(messagesIn('en').assignments.outcomeNames)).toContain(word)
  expect(outcomeLabel(word).text).not.toBe(word)
  expect(outcomeMeaning('assign', word)).not.toBe(outcomeMeaning('assign', 'NEVER_SEEN'))
})

it('a word that is new is shown as it came, as a failure', () => {
  expect(outcomeLabel('WEIRD_STATUS')).toMatchObject({ text: 'WEIRD_STATUS', tone: 'bad' })
  expect(outcomeLabel('constructor').text).toBe('constructor')
})

it('groups tell first what needs a look, then what is done, and the earliest next attempt', () => {
  const devices = [
    { serial: toSerial('A'), outcome: 'THROTTLED', nextAttemptAt: 5 },
    { serial: toSerial('B'), outcome: 'THROTTLED', nextAttemptAt: 3 },
  ]
  const groups = outcomeGroups('assign', { SUCCESS: 90, FAILED: 1, THROTTLED: 2 }, devices)
  expect(groups.map(({ outcome }) => outcome)).toEqual(['THROTTLED', 'FAILED', 'SUCCESS'])
  expect(groups[0]!.nextAttempt).toContain('1970')
  expect(groups[1]!.nextAttempt).toBeNull()
})

describe('the exported list', () => {
  const line = fc.record({
    serial: fc.stringMatching(/^[A-Z0-9]{4,12}$/).map(toSerial),
    outcome: fc.constantFrom(...WORDS, '=cmd()', 'A,"B"'),
    nextAttemptAt: fc.option(fc.integer({ min: 0, max: 4e12 })),
  })

  it('has a line for every device and no formula', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (devices) => {
        const lines = resultCsv('assign', devices).split('\r\n')
        expect(lines).toHaveLength(devices.length + 2)
        for (const row of lines.slice(1, -1)) expect(row).not.toMatch(/(^|,)"?[=+@]/)
      }),
    )
  })

  it('leaves the meanings out rather than a device', () => {
    const devices = Array.from({ length: 10_000 }, (_, index) => ({
      serial: toSerial(`C02FK${String(index).padStart(7, '0')}`),
      outcome: 'FAILED',
      nextAttemptAt: 0,
    }))
    const csv = resultCsv('assign', devices)
    expect(csv.length).toBeLessThan(1024 * 1024)
    expect(csv.split('\r\n')).toHaveLength(10_002)
  })
})

describe('facts of a device', () => {
  const now = Date.UTC(2026, 10, 22, 12)
  const wish = { profile: 'Berlin', version: 3, source: 'person', since: now } as const
  const asked = { since: now - 7_200_000, outcome: null, answeredAt: null, attempts: 0, nextAttemptAt: now }
  const told = (device: Partial<Device>, facts: Parameters<typeof assignmentFacts>[1]) =>
    assignmentFacts(sample('A', device), facts, now).map(({ label, value }) => `${label}: ${value}`)

  it('name what it should have and what Apple reports', () => {
    const lines = told(
      { profileStatus: 'assigned', profileUuid: 'ABC', profileName: 'Berlin · 2' },
      { wish, work: null },
    )
    expect(lines).toEqual(expect.arrayContaining(['Should have: Berlin · 3', 'Apple reports: Berlin · 2']))
  })

  it.each([
    [{ ...wish, profile: null, version: null }, 'Should have: No profile'],
    [{ ...wish, version: null }, 'Should have: Berlin, not published on its token'],
    [null, 'Should have: Nobody has chosen'],
  ])('%j is told as %s', (given, line) => {
    expect(told({}, { wish: given, work: null })).toContain(line)
  })

  it('an assignment in progress has a cause and an age', () => {
    const lines = told({ assignment: 'in-progress' }, { wish, work: asked })
    expect(lines.find((line) => line.startsWith('In progress since'))).toContain('2 hours ago')
    expect(lines).toContain('Cause: Apple has not been told yet. The next run of its token does so.')
  })

  it('a failed one names the word, when it came and the tries', () => {
    const work = { ...asked, outcome: 'FAILED', answeredAt: now, attempts: 2 }
    const lines = told({ assignment: 'failed' }, { wish, work })
    expect(lines.find((line) => line.startsWith('Last answer'))).toContain('Failed (FAILED). Apple could not do it.')
    expect(lines).toContain('Failed tries in a row: 2')
  })
})
