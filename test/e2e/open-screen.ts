import type { Browser, Page } from 'playwright-core'
import { answerPage } from '../../main/shell/page-files.ts'
import type { Screen } from './page/screen-list.ts'

/** Longer than the page waits before it shows placeholders, and than any of its motions. */
const QUIET_MS = 200
/** Some screens go on moving. */
const MOST_MS = 1000

/** Nothing listens there: every request is answered below. Browsers trust this name, so the clipboard works. */
const ORIGIN = 'http://gallery.localhost'

/** A screen of the gallery with the product's own headers, so that its policy is in force; complaints are printed. */
export async function openScreen(browser: Browser, site: string, { name, act, ...look }: Screen): Promise<Page> {
  const { width, height } = look.viewport ?? { width: 1280, height: 800 }
  const zoom = look.zoom ?? 1
  const context = await browser.newContext({
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: look.colorScheme ?? 'light',
    forcedColors: look.forcedColors ?? 'none',
    contrast: look.contrast ?? 'no-preference',
    reducedMotion: 'reduce',
    locale: look.locale ?? 'en-GB',
    timezoneId: 'Europe/Berlin',
    acceptDownloads: false,
  })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && console.error(`${name}: ${message.text()}`))
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`))
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { status, headers, body } = await answerPage(site, new URL(route.request().url()))
    await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) })
  })
  await page.goto(`${ORIGIN}/${look.site ?? 'index'}.html?scene=${look.scene}#/${look.place}`)
  await page.locator('main').waitFor()
  if (look.direction) await page.evaluate((direction) => (document.documentElement.dir = direction), look.direction)
  await settle(page)
  await act?.(page)
  await settle(page)
  return page
}

/** Until the fake core has answered and React has drawn: nothing has changed in the page for a while. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    ([quietMs, mostMs]) =>
      new Promise<void>((resolve) => {
        const end = () => {
          observer.disconnect()
          resolve()
        }
        let timer = setTimeout(end, quietMs)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(end, quietMs)
        })
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
        setTimeout(end, mostMs)
      }),
    [QUIET_MS, MOST_MS] as const,
  )
}
