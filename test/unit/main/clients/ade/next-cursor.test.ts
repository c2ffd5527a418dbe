import { describe, expect, it } from 'vitest'
import { nextCursorIn } from '../../../../../main/clients/ade/next-cursor.ts'

const cursorIn = (text: string) => nextCursorIn([Buffer.from(text)])
const devices = Array.from({ length: 200 }, (_, index) => ({ serial_number: `S${index}`, description: 'IPAD WI-FI' }))

describe('the next cursor, found without reading the page', () => {
  it.each([
    ['before the devices', { cursor: 'abc', devices, more_to_follow: true }],
    ['behind the devices', { devices, more_to_follow: true, cursor: 'abc' }],
    ['around the devices', { more_to_follow: true, devices, fetched_until: '2026-01-01T00:00:00Z', cursor: 'abc' }],
    ['in a short page', { cursor: 'abc', devices: [], more_to_follow: true }],
  ])('%s', (_where, page) => {
    expect([cursorIn(JSON.stringify(page)), cursorIn(JSON.stringify(page, null, 2))]).toEqual(['abc', 'abc'])
  })

  it.each([
    ['nothing follows', { cursor: 'abc', devices, more_to_follow: false }],
    ['it is not said whether more follows', { cursor: 'abc', devices }],
    ['there is no cursor', { devices, more_to_follow: true }],
    ['the cursor is empty or no text', { cursor: '', devices, more_to_follow: true }],
    ['the words are inside a text', { devices: [{ asset_tag: '"cursor":"abc"' }], more_to_follow: true }],
  ])('not where %s', (_why, page) => {
    expect(cursorIn(JSON.stringify(page))).toBeUndefined()
  })
})
