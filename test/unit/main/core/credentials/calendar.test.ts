import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { writeCalendar } from '../../../../../main/core/credentials/calendar.ts'
import { writeCredentialCsv } from '../../../../../main/core/credentials/csv.ts'
import type { Credential } from '../../../../../shared/model/credential.ts'
import { credential } from '../notices/facts.ts'
import { codeOf, CONTEXT, createSetup, DAY_MS } from './setup.ts'

const NOW = Date.UTC(2026, 5, 1, 12)
const LEVELS = [60, 30, 14, 7, 1]

/** An own reader (RFC 5545 §3.1): unfolds, splits into components, takes parameters off. */
function parse(text: string) {
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n')
  const events: { values: Record<string, string>; alarms: Record<string, string>[] }[] = []
  const open: string[] = []
  for (const line of lines.filter(Boolean)) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
    if (name === 'BEGIN') {
      open.push(value)
      if (value === 'VEVENT') events.push({ values: {}, alarms: [] })
      if (value === 'VALARM') events.at(-1)!.alarms.push({})
    } else if (name === 'END') expect(open.pop()).toBe(value)
    else if (open.at(-1) === 'VALARM') events.at(-1)!.alarms.at(-1)![name] = value
    else if (open.at(-1) === 'VEVENT') events.at(-1)!.values[line.split(':')[0]!] = value
  }
  expect(open).toEqual([])
  return events
}

const at = (expiresAt: number, change: Partial<Credential> = {}) => credential({ expiresAt, ...change })
const write = (credentials: readonly Credential[], levels = LEVELS) => writeCalendar(credentials, { now: NOW, levels })

describe('the calendar', () => {
  it('has one all-day event per credential, with an alarm per level', async () => {
    const [event, ...others] = parse(await write([at(Date.UTC(2027, 2, 31, 12), { name: 'Push, Berlin; "A"\\B' })]))
    expect(others).toEqual([])
    expect(event!.values).toMatchObject({
      UID: 'push-certificate:c1@ade-desk',
      DTSTAMP: '20260601T120000Z',
      'DTSTART;VALUE=DATE': '20270331',
      'DTEND;VALUE=DATE': '20270401',
      SUMMARY: 'Push certificate expires: Push\\, Berlin\\; "A"\\\\B',
    })
    expect(event!.alarms.map((alarm) => [alarm['ACTION'], alarm['TRIGGER']])).toEqual(
      LEVELS.map((days) => ['DISPLAY', days === 7 ? '-P7D' : `-P${days}D`]),
    )
  })

  it('keeps the UID over a renewal and moves the event', async () => {
    const [before] = parse(await write([at(Date.UTC(2027, 2, 31, 12))]))
    const [after] = parse(await write([at(Date.UTC(2028, 2, 30, 12))]))
    expect(after!.values['UID']).toBe(before!.values['UID'])
    expect(Number(after!.values['SEQUENCE'])).toBeGreaterThan(Number(before!.values['SEQUENCE']))
  })

  it('is the same file for the same list', async () => {
    expect(await write([at(Date.UTC(2027, 2, 31))])).toBe(await write([at(Date.UTC(2027, 2, 31))]))
  })

  it('folds long lines, whatever they hold', async () => {
    const name = 'Größe 日本 '.repeat(12).trim()
    const [event] = parse(await write([at(NOW + DAY_MS, { name, note: 'not told' })]))
    expect(event!.values['SUMMARY']).toContain(name)
  })

  it('tells owner, deputy and account, and nothing that was not typed for others', async () => {
    const text = await write([
      at(NOW, {
        owner: { name: 'Ada', email: 'ada@example.com' },
        deputy: { name: 'Bob', email: null },
        account: 'apple@example.com',
        note: 'the PIN is 4711',
      }),
    ])
    const [event] = parse(text)
    expect(event!.values['DESCRIPTION']).toBe(
      `Expires: ${new Date(NOW).toISOString()}\\nOwner: Ada <ada@example.com>\\nDeputy: Bob\\nApple account: apple@example.com`,
    )
    expect(text).not.toContain('4711')
  })

  it('is a whole calendar also without anything in it', async () => {
    expect(parse(await write([]))).toEqual([])
    expect(await write([])).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
  })

  test.each([
    ['UTC', Date.UTC(2026, 2, 29, 0, 30), '20260329'],
    ['Europe/Berlin', Date.UTC(2026, 2, 28, 23, 30), '20260329'],
    ['America/New_York', Date.UTC(2026, 2, 29, 0, 30), '20260328'],
    ['Pacific/Auckland', Date.UTC(2026, 2, 28, 13), '20260329'],
  ])('has the day of the computer in %s', async (zone, expiresAt, day) => {
    const before = process.env['TZ']
    process.env['TZ'] = zone
    try {
      expect(parse(await write([at(expiresAt)]))[0]!.values['DTSTART;VALUE=DATE']).toBe(day)
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
  })
})

describe('the CSV', () => {
  it('has a line per credential; negative numbers stay numbers and texts run as no formula', () => {
    const text = writeCredentialCsv([
      at(NOW, { name: '=1+1', daysLeft: -3, level: 0, state: 'expired', note: 'a "b", c' }),
    ])
    const [head, row, end] = text.split('\r\n')
    expect(head).toMatch(/^\uFEFFkind,name,expiresAt,daysLeft,level,state,/)
    expect(row).toMatch(/^push-certificate,'=1\+1,2026-06-01T12:00:00\.000Z,-3,0,expired,/)
    expect(row).toMatch(/,"a ""b"", c"$/)
    expect(end).toBe('')
  })
})

describe('saving', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ade-calendar-'))

  it('puts whole files in place of old ones, and leaves the old one where it cannot', async () => {
    const desk = createSetup(NOW)
    desk.handlers.add({ name: 'API key', expiresAt: NOW + DAY_MS }, CONTEXT)
    const path = join(folder, 'expiries.ics')
    writeFileSync(path, 'old')
    expect(await desk.handlers.saveCalendar({ path }, CONTEXT)).toEqual({ path, events: 1 })
    expect(parse(readFileSync(path, 'utf8'))).toHaveLength(1)
    expect(await desk.handlers.exportCsv({ path: join(folder, 'list.csv') }, CONTEXT)).toMatchObject({ rows: 1 })
    expect(readdirSync(folder).toSorted()).toEqual(['expiries.ics', 'list.csv'])
    expect(await codeOf(() => desk.handlers.saveCalendar({ path: join(folder, 'none', 'x.ics') }, CONTEXT))).toBe(
      'file.unwritable',
    )
  })
})
