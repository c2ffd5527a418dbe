import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it, test } from 'vitest'
import { menuTemplate, type MenuActions } from '../../../../../main/shell/electron/menu.ts'
import { shellTexts } from '../../../../../main/shell/electron/texts.ts'
import type { Language } from '../../../../../shared/messages/languages.ts'
import { messagesIn } from '../../../../../shared/messages/index.ts'
import { PLACES } from '../../../../../shared/model/places.ts'

type Item = MenuItemConstructorOptions
const PLATFORMS = ['darwin', 'win32', 'linux'] as const

type MenuChoice = { readonly isPackaged?: boolean; readonly language?: Language }

function menu(platform: NodeJS.Platform, { isPackaged = true, language = 'en' }: MenuChoice = {}) {
  const done: string[] = []
  const actions: MenuActions = {
    show: (address) => void done.push(`show ${address}`),
    ask: (what) => void done.push(`ask ${what}`),
    syncAll: () => void done.push('sync all'),
    lock: () => void done.push('lock'),
    openGuide: () => void done.push('guide'),
    showLogs: () => void done.push('logs'),
    checkForUpdates: () => void done.push('updates'),
  }
  const template = menuTemplate({ platform, isPackaged, texts: shellTexts({ language }, []), actions })
  const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  const press = (label: string) => {
    const item = items.find((one) => one.label === label)
    item?.click?.(undefined as never, undefined, undefined as never) // our actions take nothing of a press
    return done.at(-1)
  }
  return { template, items, press }
}

const rolesOf = (items: readonly Item[]) => items.map(({ role }) => role).filter(Boolean)

test('macOS has the application menu first, with settings, services and quit; elsewhere File holds them', () => {
  const mac = menu('darwin')
  expect(mac.template[0]?.label).toBe('ADE Desk')
  expect(rolesOf(mac.template[0]?.submenu as Item[])).toEqual([
    'about',
    'services',
    'hide',
    'hideOthers',
    'unhide',
    'quit',
  ])
  const windows = menu('win32')
  expect(windows.template.map(({ label }) => label)).toEqual(['&File', '&Edit', '&View', '&Go', '&Window', '&Help'])
  expect(rolesOf(windows.template[0]?.submenu as Item[])).toEqual(['quit'])
  expect(rolesOf(windows.template.at(-1)?.submenu as Item[])).toEqual(['about'])
})

test('the letter marks of Windows are not seen on macOS', () => {
  expect(menu('darwin').template.every(({ label }) => !label?.includes('&'))).toBe(true)
})

describe.each(PLATFORMS)('on %s', (platform) => {
  const { items } = menu(platform)

  it('text is edited, the page is zoomed and the window handled by the system itself', () => {
    expect(rolesOf(items)).toEqual(
      expect.arrayContaining([
        'undo',
        'redo',
        'cut',
        'copy',
        'paste',
        'selectAll',
        'resetZoom',
        'zoomIn',
        'zoomOut',
        'minimize',
        'close',
      ]),
    )
  })

  it('every item has words or a role of the system, and no key is taken twice', () => {
    const keys = items.map(({ accelerator }) => accelerator).filter(Boolean)
    expect(new Set(keys).size).toBe(keys.length)
    for (const item of items) expect(item.type === 'separator' || Boolean(item.label)).toBe(true)
  })

  it('only developers reload the page and open its tools', () => {
    expect(rolesOf(items)).not.toContain('reload')
    expect(rolesOf(items)).not.toContain('toggleDevTools')
    expect(rolesOf(menu(platform, { isPackaged: false }).items)).toEqual(
      expect.arrayContaining(['reload', 'toggleDevTools']),
    )
  })

  it('speaks the chosen language throughout', () => {
    const german = menu(platform, { language: 'de' }).items
    expect(german.map(({ label }) => label)).toEqual(expect.arrayContaining(['Rückgängig', 'Geräte', 'Handbuch']))
    const same = german.filter(({ label }, index) => label !== undefined && label === items[index]?.label)
    expect(same.map(({ label }) => label)).toEqual(['Token'].filter((word) => same.some(({ label }) => label === word)))
  })
})

test.each(PLATFORMS)('on %s every place of the sidebar is in the menu, in its order, and leads there', (platform) => {
  for (const language of ['en', 'de'] as const) {
    const { template, press } = menu(platform, { language })
    const { places } = messagesIn(language).frame
    const go = template.find(({ submenu }) => (submenu as Item[]).some(({ label }) => label === places.groups))
    const labels = (go!.submenu as Item[]).map(({ label }) => label)
    expect(labels.slice(-PLACES.length)).toEqual(PLACES.map((place) => places[place]))
    expect(PLACES.map((place) => press(places[place]))).toEqual(PLACES.map((place) => `show #/${place}`))
  }
})

test.each(PLATFORMS)('on %s the settings have the key their system gives them', (platform) => {
  const settings = menu(platform).items.filter(({ accelerator }) => accelerator === 'CmdOrCtrl+,')
  expect(settings.map(({ label }) => label)).toEqual(['Settings…'])
})

test('places, palette and help do what they say', () => {
  const { press, items } = menu('linux')
  expect(press('Devices')).toBe('show #/devices')
  expect(press('Settings…')).toBe('show #/settings')
  expect(press('Find or Do…')).toBe('ask palette')
  expect(press('Keyboard Shortcuts')).toBe('ask key-map')
  expect(press('Guide')).toBe('guide')
  expect(press('Show Log Files')).toBe('logs')
  expect(press('Sync All Tokens Now')).toBe('sync all')
  expect(press('Lock the Vault')).toBe('lock')
  expect(press('Check for Updates…')).toBe('updates')
  const keys = items.filter(({ accelerator }) => /^CmdOrCtrl\+\d$/.test(String(accelerator)))
  const { places } = messagesIn('en').frame
  expect(keys.map(({ label, accelerator }) => [accelerator, label])).toEqual(
    PLACES.slice(0, 9).map((place, index) => [`CmdOrCtrl+${index + 1}`, places[place]]),
  )
})
