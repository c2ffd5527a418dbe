import { describe, expect, it } from 'vitest'
import { matchCommands } from '../../../../renderer/app/palette.ts'
import { createPaletteStore, openPalette, typeQuery } from '../../../../renderer/app/palette-store.ts'
import { shortcutOf, type KeyPress } from '../../../../renderer/app/shortcuts.ts'
import type { Command } from '../../../../renderer/lib/command.ts'
import type { Device } from '../../../../shared/model/device.ts'
import { createFakeDesk } from '../fake-desk.ts'

const command = (section: Command['section'], title: string, detail?: string): Command => ({
  id: `${section}:${title}`,
  section,
  title,
  icon: 'check',
  run: () => {},
  ...(detail === undefined ? {} : { detail }),
})

const ALL = [
  command('places', 'Sync'),
  command('actions', 'Lock the vault'),
  command('tokens', 'Retail Europe', 'MDM North'),
  command('tokens', 'Europe'),
  command('groups', 'Berlin', '/Global/EMEA/Berlin'),
]
const titles = (query: string) =>
  matchCommands(ALL, query).flatMap(({ section, commands }) => commands.map(({ title }) => `${section}: ${title}`))

describe('the palette', () => {
  it('offers places and actions before anything is typed', () => {
    expect(titles('')).toEqual(['places: Sync', 'actions: Lock the vault'])
  })

  it('wants every word, wherever it stands, and puts titles that begin with it first', () => {
    expect(titles('eur')).toEqual(['tokens: Europe', 'tokens: Retail Europe'])
    expect(titles('north retail')).toEqual(['tokens: Retail Europe'])
    expect(titles('emea')).toEqual(['groups: Berlin'])
    expect(titles('nothing')).toEqual([])
  })

  it('shows only the best of thousands', () => {
    const many = Array.from({ length: 5000 }, (_, index) => command('groups', `Branch ${index}`))
    expect(matchCommands(many, 'branch')[0]?.commands).toHaveLength(8)
  })
})

describe('serial numbers', () => {
  function openDesk() {
    const searched: (string | undefined)[] = []
    const closed: number[] = []
    const desk = createFakeDesk({
      groups: { tree: () => ({ groups: [], effective: {}, conflicts: [], undo: null }) },
      devices: {
        openView: ({ filter }) => (searched.push(filter.search), { view: searched.length, total: 12, revision: 1 }),
        rows: ({ limit }) => Array.from({ length: limit }, (_, index) => ({ serial: `F9${index}` }) as Device),
        closeView: ({ view }) => (closed.push(view), null),
      },
    })
    return { desk, store: createPaletteStore(), searched, closed }
  }

  it('are looked for once typing pauses, and the list is closed again', async () => {
    const { desk, store, searched, closed } = openDesk()
    await openPalette(store, desk)
    await Promise.all([typeQuery(store, desk, 'F9'), typeQuery(store, desk, 'F9X'), typeQuery(store, desk, 'F9XY')])
    expect(searched).toEqual(['F9XY'])
    expect(store.getState().found).toMatchObject({ status: 'ready', value: { total: 12 } })
    expect(closed).toEqual([1])
  })

  it('are not looked for with a single letter', async () => {
    const { desk, store, searched } = openDesk()
    await openPalette(store, desk)
    await typeQuery(store, desk, 'F')
    expect([searched, store.getState().found.status]).toEqual([[], 'idle'])
  })
})

describe('keys of the window', () => {
  const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    isTyping: false,
    ...more,
  })

  it('use the command key of the platform', () => {
    expect(shortcutOf(press('k', { ctrlKey: true }), false)).toEqual({ kind: 'palette' })
    expect(shortcutOf(press('k', { metaKey: true }), true)).toEqual({ kind: 'palette' })
    expect(shortcutOf(press('k', { ctrlKey: true }), true)).toBeUndefined()
    expect(shortcutOf(press('5', { ctrlKey: true }), false)).toEqual({ kind: 'place', place: 'devices' })
    expect(shortcutOf(press('0', { ctrlKey: true }), false)).toBeUndefined()
  })

  it('leave letters to whoever types', () => {
    expect(shortcutOf(press('?', { shiftKey: true }), false)).toEqual({ kind: 'key-map' })
    expect(shortcutOf(press('?', { isTyping: true }), false)).toBeUndefined()
    expect(shortcutOf(press('k'), false)).toBeUndefined()
  })
})
