import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { desktopEntry, setStartAtLogin, startsMinimized } from '../../../../../main/shell/electron/login-item.ts'

function fakeApp({ isPackaged = true, wasOpenedAtLogin = false } = {}) {
  const set: unknown[] = []
  const app = {
    isPackaged,
    setLoginItemSettings: (settings: unknown) => void set.push(settings),
    getLoginItemSettings: () => ({ wasOpenedAtLogin }),
  }
  return { app: app as unknown as Parameters<typeof setStartAtLogin>[0], set }
}

function temporaryHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), 'home-'))
  onTestFinished(() => rmSync(home, { recursive: true }))
  return home
}

test('Windows and macOS are told, with the argument that keeps the window out of the way', async () => {
  const { app, set } = fakeApp()
  const options = { env: {}, executable: 'C:\\ADE Desk.exe' }
  await setStartAtLogin(app, true, { platform: 'win32', ...options })
  await setStartAtLogin(app, false, { platform: 'darwin', ...options })
  expect(set).toEqual([
    { openAtLogin: true, path: 'C:\\ADE Desk.exe', args: ['--minimized'] },
    { openAtLogin: false, path: 'C:\\ADE Desk.exe', args: ['--minimized'] },
  ])
})

test('a program started from source is never registered: it would be the bare runtime', async () => {
  const { app, set } = fakeApp({ isPackaged: false })
  const home = temporaryHome()
  for (const platform of ['win32', 'darwin', 'linux'] as const) {
    await setStartAtLogin(app, true, { platform, env: {}, executable: '/e', home })
  }
  expect(set).toEqual([])
  expect(existsSync(path.join(home, '.config'))).toBe(false)
})

test.skipIf(process.platform === 'win32')(
  'Linux gets an autostart entry in the own configuration, and loses it',
  async () => {
    const { app } = fakeApp()
    const home = temporaryHome()
    const entry = path.join(home, '.config', 'autostart', 'ade-desk.desktop')
    const options = {
      platform: 'linux',
      env: { XDG_CONFIG_HOME: 'relative' },
      executable: '/opt/ADE Desk/ade-desk',
      home,
    } as const
    await setStartAtLogin(app, true, options)
    expect(readFileSync(entry, 'utf8')).toContain('Exec="/opt/ADE Desk/ade-desk" --minimized\n')
    await setStartAtLogin(app, false, options)
    await setStartAtLogin(app, false, options)
    expect(existsSync(entry)).toBe(false)
  },
)

test.skipIf(process.platform === 'win32')(
  'an AppImage starts as the image, where the configuration was put',
  async () => {
    const { app } = fakeApp()
    const home = temporaryHome()
    const env = { XDG_CONFIG_HOME: path.join(home, 'elsewhere'), APPIMAGE: '/home/a/ADE.AppImage' }
    await setStartAtLogin(app, true, { platform: 'linux', env, executable: '/tmp/.mount/ade-desk', home })
    const entry = readFileSync(path.join(home, 'elsewhere', 'autostart', 'ade-desk.desktop'), 'utf8')
    expect(entry).toContain('Exec="/home/a/ADE.AppImage" --minimized\n')
  },
)

test('a path cannot become another command', () => {
  const exec = (executable: string) => /^Exec=(.*)$/m.exec(desktopEntry(executable))?.[1]
  expect(exec('/opt/a"; rm -rf $HOME `id` %f\\')).toBe(
    '"/opt/a\\\\"; rm -rf \\\\$HOME \\\\`id\\\\` %%f\\\\\\" --minimized',
  )
})

test('a start by the system is known by its argument, on macOS by its word', () => {
  const { app } = fakeApp()
  const { app: opened } = fakeApp({ wasOpenedAtLogin: true })
  expect(startsMinimized(app, ['ade-desk', '--minimized'], 'linux')).toBe(true)
  expect(startsMinimized(app, ['ade-desk'], 'linux')).toBe(false)
  expect(startsMinimized(opened, ['ade-desk'], 'darwin')).toBe(true)
  expect(startsMinimized(opened, ['ade-desk'], 'win32')).toBe(false)
})
