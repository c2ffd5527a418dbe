import { join } from 'node:path'
import type { Core } from '../core/core.ts'
import { showInBrowser } from '../open-browser.ts'
import type { Log } from '../ports/log.ts'

const SIZE = { width: 1280, height: 800 }
const TIMEOUT_MS = 15_000

/** Opens the page in the Chromium that comes with the development packages, goes to the devices and saves what it shows. */
export async function savePicture(stage: {
  readonly core: Core
  readonly dataDir: string
  readonly log: Log
  readonly path: string
}): Promise<void> {
  const { default: chromium } = await import('@sparticuz/chromium')
  const executablePath = await chromium.executablePath()
  const { core, dataDir, log } = stage
  const browser = { executablePath, headless: true, args: chromium.args }
  const app = await showInBrowser({ core, dataDir, log, browser, downloadsDir: join(dataDir, 'downloads') })
  try {
    await app.page.setViewportSize(SIZE)
    app.page.setDefaultTimeout(TIMEOUT_MS)
    await app.page.getByRole('navigation').getByRole('button', { name: 'Devices' }).click()
    await app.page.getByRole('row').nth(5).locator('bdi').first().waitFor()
    await app.page.getByRole('group', { name: 'Family' }).getByRole('button').first().waitFor()
    await app.page.screenshot({ path: stage.path })
  } finally {
    await app.close()
  }
}
