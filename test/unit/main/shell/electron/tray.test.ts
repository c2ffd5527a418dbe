import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions, NativeImage } from 'electron'
import { describe, expect, it, test } from 'vitest'
import { shellTexts } from '../../../../../main/shell/electron/texts.ts'
import { createTray, describeNextRun, describeState, trayTemplate } from '../../../../../main/shell/electron/tray.ts'
import type { TokenId } from '../../../../../shared/model/ids.ts'
import { IN_ORDER } from './status-fixture.ts'

const english = shellTexts({ language: 'en' }, [])
const german = shellTexts({ language: 'de' }, [])
const actions = { open() {}, syncAll() {}, quit() {} }

describe('the state in words', () => {
  it.each([
    ['before there is a vault', { vault: 'missing' as const }, 'Not set up yet'],
    ['with the vault locked', { vault: 'locked' as const, attention: 2 }, 'The vault is locked: runs wait'],
    ['without a token', { tokens: [] }, 'No token is connected'],
    ['in order', {}, 'Everything is in order'],
    ['with one thing to do', { attention: 1 }, '1 matter needs you'],
    ['with more to do', { attention: 3 }, '3 matters need you'],
    ['during a run', { running: ['Berlin', 'München'], attention: 3 }, 'Reading from Apple: Berlin, München'],
    ['during many runs', { running: ['a', 'b', 'c', 'd'] }, 'Reading from Apple: 4 tokens'],
    [
      'during a run that outlives the key',
      { running: ['Berlin'], vault: 'locked' as const },
      'Reading from Apple: Berlin',
    ],
  ])('%s', (_when, change, words) => {
    expect(describeState({ ...IN_ORDER, ...change }, english)).toBe(words)
  })
})

test('the next run is told in the language and the zone of the person, and only if it will happen', () => {
  const at = Date.UTC(2026, 10, 23, 9, 30)
  const planned = { ...IN_ORDER, nextRunAt: at }
  expect(describeNextRun(planned, german, at - 3_600_000)).toMatch(/^Nächster Lauf: Mo., 23\. Nov\./)
  expect(describeNextRun(planned, english, at - 30_000)).toBe('Next run: in a moment')
  expect(describeNextRun({ ...planned, vault: 'locked' }, english, 0)).toBeUndefined()
  expect(describeNextRun(IN_ORDER, english, 0)).toBeUndefined()
})

test('a sync is offered where one can run', () => {
  const canSync = (change: object) =>
    trayTemplate({ ...IN_ORDER, ...change }, english, { actions, now: 0 }).find(({ label }) =>
      label?.startsWith('Sync'),
    )?.enabled
  expect([canSync({}), canSync({ vault: 'locked' }), canSync({ tokens: [] })]).toEqual([true, false, false])
  expect(canSync({ tokens: ['a' as TokenId, 'b' as TokenId] })).toBe(true)
})

function fakeTray(platform: NodeJS.Platform) {
  const done: string[] = []
  class Tray extends EventEmitter {
    constructor() {
      super()
      made.push(this)
    }
    setToolTip = (text: string) => void done.push(text)
    setContextMenu = (menu: unknown) =>
      void done.push((menu as MenuItemConstructorOptions[]).map(({ label }) => label ?? '—').join('|'))
    destroy = () => void done.push('removed')
  }
  const made: Tray[] = []
  const electron = {
    Tray,
    Menu: { buildFromTemplate: (template: unknown) => template },
  } as unknown as Parameters<typeof createTray>[0]
  const tray = createTray(electron, {} as NativeImage, {
    actions: { ...actions, open: () => void done.push('open') },
    platform,
    now: () => 0,
  })
  return { tray, press: () => made[0]?.emit('click'), done }
}

test('icon, menu and words follow the state', () => {
  const { tray, press, done } = fakeTray('win32')
  tray.update({ ...IN_ORDER, attention: 1 }, english)
  press()
  tray.remove()
  expect(done).toEqual([
    'ADE Desk – 1 matter needs you',
    '1 matter needs you|—|Open ADE Desk|Sync all tokens now|—|Quit',
    'open',
    'removed',
  ])
})

test('on macOS a press on the icon shows its menu and nothing else', () => {
  const { press, done } = fakeTray('darwin')
  press()
  expect(done).toEqual([])
})
