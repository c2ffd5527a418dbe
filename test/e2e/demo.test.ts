import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import chromium from '@sparticuz/chromium'
import { runBrowserDesktop } from '../../main/demo/browser-desktop.ts'
import { silentLog } from '../../main/ports/log.ts'
import { expect, test } from './fixtures.ts'
import { press } from './keyboard.ts'
import { CHROMIUM_ARGS } from './open-in-browser.ts'

test('the demo is opened from the first screen, says that it is one, and leads back to an untouched program', async ({
  shell,
}) => {
  test.skip(shell !== 'browser', 'Electron starts the program anew, which this runner cannot follow')
  const folder = mkdtempSync(path.join(tmpdir(), 'ade-desk-e2e-demo-'))
  const dataDir = path.join(folder, 'data')
  const windows: Page[] = []
  const ended = runBrowserDesktop({
    dataDir,
    downloadsDir: path.join(folder, 'downloads'),
    log: silentLog,
    browser: { executablePath: await chromium.executablePath(), headless: true, args: CHROMIUM_ARGS },
    devices: 60,
    onWindow: ({ page }) => windows.push(page),
  })
  const next = async (count: number) => {
    await expect.poll(() => windows.length, { timeout: 60_000 }).toBe(count)
    return windows[count - 1]!
  }

  const first = await next(1)
  await press(first, 'Try it with demo data')

  const demo = await next(2)
  await expect(demo.getByText('Demo data', { exact: true })).toBeVisible()
  await demo.evaluate(() => (location.hash = '#/settings?section=data'))
  const demoDir = (await demo.getByRole('main').locator('bdi').first().innerText()).trim()
  expect(demoDir.startsWith(folder)).toBe(false)
  expect(existsSync(demoDir)).toBe(true)
  await demo.evaluate(() => (location.hash = '#/settings?section=about'))
  await press(demo, 'Leave the demo')

  const last = await next(3)
  await expect(last.getByRole('heading', { name: 'Welcome to ADE Desk' })).toBeVisible()
  await last.close()
  await ended
  expect(existsSync(demoDir)).toBe(false)
  expect(existsSync(dataDir)).toBe(true)
  rmSync(folder, { recursive: true, maxRetries: 5 })
})
