import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'
import { CHROMIUM_ARGS } from './open-in-browser.ts'

/** The bundled Chromium for pages that need no shell. */
export async function openGalleryBrowser(): Promise<Browser> {
  const needsNoSandbox = process.platform === 'linux' && process.getuid?.() === 0
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...CHROMIUM_ARGS.filter((flag) => flag !== '--no-zygote'), ...(needsNoSandbox ? ['--no-sandbox'] : [])],
    headless: true,
  })
}
