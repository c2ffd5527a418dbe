import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { electronRuntime } from '../../main/demo/electron-runtime.ts'
import { openInElectron } from './open-in-electron.ts'

type Program = { readonly app: ElectronApplication; readonly page: Page; readonly dataDir: string }

/** What only Electron's own runtime can show: `npm run test:electron`. Nothing answers at the address of Apple. */
const test = base.extend<{ readonly program: Program }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern.
  program: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ade-desk-electron-'))
    const [dataDir, downloadsDir] = [path.join(folder, 'data'), path.join(folder, 'downloads')]
    mkdirSync(downloadsDir)
    const { app, page, close } = await openInElectron({ dataDir, downloadsDir, appleUrl: 'http://127.0.0.1:9' })
    await use({ app, page, dataDir })
    await close()
    rmSync(folder, { recursive: true, maxRetries: 5 })
  },
})

const ELSEWHERE = 'https://example.com/'

test('the page runs isolated, in the sandbox, without Node', async ({ program: { app } }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in Electron's own types, but how its own tests ask.
    return (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  })
})

test('the page comes from the program itself, under its own scheme and policy', async ({ program: { page } }) => {
  expect(page.url()).toMatch(/^app:\/\/ade-desk\//)
  const policy = await page.evaluate(async () => {
    const [script] = document.scripts
    return { own: script?.src.startsWith('app://ade-desk/'), eval: attempt(() => new Function('return 1')()) }
    function attempt(act: () => unknown) {
      try {
        act()
        return 'allowed'
      } catch {
        return 'refused'
      }
    }
  })
  expect(policy).toEqual({ own: true, eval: 'refused' })
})

test('navigation, windows, frames and webviews are refused', async ({ program: { app, page } }) => {
  const address = page.url()
  await page.evaluate((url) => location.assign(url), ELSEWHERE)
  expect(await page.evaluate((url) => window.open(url) === null, ELSEWHERE)).toBe(true)
  await page.evaluate((url) => {
    for (const name of ['iframe', 'webview']) {
      const element = document.createElement(name)
      element.setAttribute('src', url)
      document.body.append(element)
    }
  }, ELSEWHERE)
  expect(page.url()).toBe(address)
  const contents = await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  expect(contents).toBe(1)
})

test('no permission is granted but writing what a person copies', async ({ program: { page } }) => {
  const outcome = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    place: await new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('told'),
        () => resolve('refused'),
      ),
    ),
  }))
  expect(outcome).toEqual({ notification: 'denied', place: 'refused' })
})

test('what seals the vault is named, and plain obscuring does not count', async ({ program: { app } }) => {
  const { isAvailable, backend } = await app.evaluate(({ safeStorage }) => ({
    isAvailable: safeStorage.isEncryptionAvailable(),
    backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : 'system',
  }))
  expect(backend).not.toBe('unknown')
  if (backend === 'basic_text') expect(isAvailable).toBe(false)
})

test('a second start hands its link to the first and ends', async ({ program: { page, dataDir } }) => {
  const args = [path.resolve('.'), '--data-dir', dataDir, 'adedesk://device/C02XK1ZZZZ']
  const second = spawn(electronRuntime()!, args, { stdio: 'ignore' })
  await new Promise((resolve) => second.once('exit', resolve))
  await expect(page).toHaveURL(/#\/devices\?device=C02XK1ZZZZ$/)
})

test('the menu stands with its words', async ({ program: { app } }) => {
  const labels = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items.map(({ label }) => label) ?? []),
  )
  expect(labels).toEqual(expect.arrayContaining(['Keyboard Shortcuts', 'Devices']))
})

test('the window is minimised, not lost, on a start by the system', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'ade-desk-electron-'))
  const app = await _electron.launch({
    executablePath: electronRuntime()!,
    args: [path.resolve('.'), '--data-dir', dataDir, '--minimized'],
  })
  await app.firstWindow()
  const isMinimized = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())
  await expect.poll(isMinimized).toBe(true)
  await app.close()
  rmSync(dataDir, { recursive: true, maxRetries: 5 })
})
