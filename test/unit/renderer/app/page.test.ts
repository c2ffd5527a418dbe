import { describe, expect, it } from 'vitest'
import { runningJobs } from '../../../../renderer/app/jobs.ts'
import { createPage } from '../../../../renderer/app/page.ts'
import { goTo, type AddressBar } from '../../../../renderer/app/route-store.ts'
import { formatRoute, parseRoute } from '../../../../renderer/app/routes.ts'
import { closeDevice } from '../../../../renderer/features/devices/detail-actions.ts'
import { setFilter } from '../../../../renderer/features/devices/list-actions.ts'
import type { Language } from '../../../../shared/messages/languages.ts'
import { DEFAULT_SETTINGS } from '../../../../shared/model/settings.ts'
import type { VaultStatus } from '../../../../shared/model/vault.ts'
import { text } from '../../../../renderer/lib/text.ts'
import { createFakeDesk, settle } from '../fake-desk.ts'
import { token, tokenId } from '../samples.ts'

/** A window's address without a window. */
function createAddress(hash = ''): AddressBar {
  const listeners: (() => void)[] = []
  let current = hash
  return {
    location: {
      get hash() {
        return current
      },
      set hash(next) {
        current = next
        listeners.forEach((listener) => listener())
      },
    },
    history: { replaceState: (_data, _unused, url) => void (current = url) },
    addEventListener: (_type, listener) => void listeners.push(listener),
  }
}

const UNLOCKED: VaultStatus = { state: 'unlocked', slots: [], secrets: 1 }

type Opening = { readonly hash?: string; readonly vault?: VaultStatus; readonly language?: Language | null }

function openPage({ hash = '', vault = UNLOCKED, language = null }: Opening = {}) {
  const opened: unknown[] = []
  let tokenReads = 0
  const desk = createFakeDesk({
    app: { about: () => ({ version: '1.2.3', dataDir: '/', appleUrl: '', demo: true, runtime: {} }) },
    shell: { info: () => ({ shell: 'electron', platform: 'linux' }) },
    vault: { status: () => vault },
    settings: { read: () => ({ ...DEFAULT_SETTINGS, language }) },
    tokens: { list: () => (tokenReads++, [token()]), stagedKeys: () => [] },
    sync: { schedules: () => [], runs: () => [], running: () => [] },
    devices: { openView: ({ filter }) => (opened.push(filter), { view: opened.length, total: 0, revision: 1 }) },
  })
  const address = createAddress(hash)
  return { page: createPage(desk.api, address), address, desk, opened, tokenReads: () => tokenReads }
}

describe('the address', () => {
  it('names the place and what of it is shown', () => {
    expect(parseRoute('#/devices?family=iPad')).toEqual({ place: 'devices', query: 'family=iPad' })
    expect(formatRoute({ place: 'sync', query: '' })).toBe('#/sync')
    expect(parseRoute('#/nowhere')).toEqual({ place: 'overview', query: '' })
    expect(parseRoute('')).toEqual({ place: 'overview', query: '' })
  })

  it('brings a reloaded page back to its filter', () => {
    expect(openPage({ hash: '#/devices?family=iPad' }).page.devices.getState().filter).toEqual({ family: 'iPad' })
  })

  it('follows the filter without adding to the history', async () => {
    const { page, address } = openPage({ hash: '#/devices' })
    await setFilter(page.devices, page.desk, { name: 'search', value: 'F9' })
    expect(address.location.hash).toBe('#/devices?search=F9')
  })

  it('leads from a count to its filtered list, without rows of another', () => {
    const { page, address } = openPage()
    goTo(address, { place: 'devices', query: 'tokenId=t1' })
    expect(page.devices.getState()).toMatchObject({ filter: { tokenId: 't1' }, view: { status: 'idle' } })
    expect(page.route.getState().place).toBe('devices')
  })

  it('opens the device a link names beside the list, and forgets it when it is closed', async () => {
    const { page, address } = openPage({ hash: '#/tokens' })
    goTo(address, { place: 'devices', query: 'family=iPad&device=f9xk' })
    expect(page.devices.getState()).toMatchObject({ filter: { family: 'iPad' }, opened: { serial: 'F9XK' } })
    closeDevice(page.devices)
    expect(address.location.hash).toBe('#/devices?family=iPad')
  })

  it('goes where the shell says: a link, the menu, the tray', async () => {
    const { page, desk } = openPage()
    desk.push('shell', 'opened', { address: '#/devices?device=F9XK' })
    await settle()
    expect(page.route.getState().place).toBe('devices')
    expect(page.devices.getState().opened?.serial).toBe('F9XK')
  })

  it('opens the other list when only the filter in it changes', async () => {
    const { address, opened } = openPage({ hash: '#/devices' })
    goTo(address, { place: 'devices', query: 'family=Mac' })
    await settle()
    expect(opened).toEqual([{ family: 'Mac' }])
  })
})

describe('the page', () => {
  it('reads everything once the vault is open, and nothing before', async () => {
    const locked = openPage({ vault: { ...UNLOCKED, state: 'locked' } })
    await settle()
    expect(locked.tokenReads()).toBe(0)
    locked.desk.push('vault', 'changed', UNLOCKED)
    await settle()
    expect(locked.tokenReads()).toBe(1)
  })

  it('reads tokens again when the core says they have changed', async () => {
    const { desk, tokenReads } = openPage()
    await settle()
    desk.push('tokens', 'changed', { ids: [tokenId('t1')] })
    await settle()
    expect(tokenReads()).toBe(2)
  })

  it('speaks the language of the settings, and follows them', async () => {
    const { desk } = openPage({ language: 'de' })
    await settle()
    expect(text().common.cancel).toBe('Abbrechen')
    desk.push('settings', 'changed', { ...DEFAULT_SETTINGS, language: 'en' })
    await settle()
    expect(text().common.cancel).toBe('Cancel')
  })

  it('knows the shell it is in', async () => {
    const { page } = openPage()
    await settle()
    expect(page.shell.getState()).toEqual({ shell: 'electron', platform: 'linux', version: '1.2.3', isDemo: true })
  })
})

it('lists running work with what can be cancelled', () => {
  const progress = {
    tokenId: tokenId('t1'),
    token: 'Europe',
    mode: 'sync',
    phase: 'connecting',
    pages: 0,
    received: 0,
  } as const
  const running = new Map([[progress.tokenId, progress]])
  const controller = new AbortController()
  const exporting = { status: 'running', rows: 250, total: 1000, controller } as const
  expect(runningJobs({ running }, { exporting, moving: null })).toEqual([
    {
      id: 't1',
      title: 'Sync Europe',
      detail: 'Opening a session with Apple',
      fraction: null,
      cancels: { kind: 'sync', tokenId: 't1' },
    },
    { id: 'export', title: 'Export', detail: '250 of 1,000 devices', fraction: 0.25, cancels: { kind: 'export' } },
  ])
})
