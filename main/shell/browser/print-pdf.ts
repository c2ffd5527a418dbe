import { chromium } from 'playwright-core'
import type { BrowserChoice } from './start.ts'

/** Never resolves (RFC 2606); answered from memory below. */
const ADDRESS = 'https://ade-desk-print.invalid/'
const TIMEOUT_MS = 30_000

/**
 * A document as PDF. A window cannot print by itself everywhere, so the same browser is started a second time without
 * one, for as long as it takes: no scripts, no network, one address, an empty profile that goes with it.
 */
export function createPdfPrinter(
  { executablePath, args = [] }: BrowserChoice,
  isRoot: boolean,
): (html: string) => Promise<Uint8Array> {
  return async (html) => {
    const browser = await chromium.launch({
      executablePath,
      headless: true,
      timeout: TIMEOUT_MS,
      chromiumSandbox: !isRoot,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--no-proxy-server', ...args],
    })
    try {
      const context = await browser.newContext({ javaScriptEnabled: false, acceptDownloads: false })
      context.setDefaultTimeout(TIMEOUT_MS)
      await context.route('**', async (route) => {
        if (route.request().url() !== ADDRESS) return route.abort('blockedbyclient')
        await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      })
      const page = await context.newPage()
      await page.goto(ADDRESS)
      return await page.pdf({ preferCSSPageSize: true, printBackground: true })
    } finally {
      await browser.close()
    }
  }
}
