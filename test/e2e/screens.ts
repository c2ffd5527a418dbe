import { mkdirSync } from 'node:fs'
import path from 'node:path'
import chromium from '@sparticuz/chromium'
import react from '@vitejs/plugin-react'
import { chromium as playwright, type Page } from 'playwright-core'
import { build } from 'vite'
import { answerPage } from '../../main/shell/page-files.ts'
import { SCREENS, type Screen } from './page/screen-list.ts'

/**
 * Takes pictures of the gallery (`test/e2e/page`) for people to look at: `node test/e2e/screens.ts [part of a name…]`.
 * The page is answered with the product's own headers, so that its policy is in force; complaints are printed.
 */
/** Nothing listens there: every request is answered below. Browsers trust this name, so the clipboard works. */
const ORIGIN = 'http://gallery.localhost'
const at = (folder: string) => path.resolve(import.meta.dirname, '../..', folder)
const SITE = at('dist/gallery')
const PICTURES = at('dist/screens')

await build({
  root: at('test/e2e/page'),
  base: './',
  plugins: [react()],
  logLevel: 'warn',
  build: { outDir: SITE, emptyOutDir: true, modulePreload: false },
})
mkdirSync(PICTURES, { recursive: true })

const wanted = process.argv.slice(2)
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  // One process for everything would end with the first closed window.
  args: chromium.args.filter((flag) => flag !== '--single-process' && flag !== '--no-zygote'),
  headless: true,
})
for (const screen of SCREENS) {
  if (wanted.length === 0 || wanted.some((part) => screen.name.includes(part))) await takePicture(screen)
}
await browser.close()

async function takePicture({ name, scene, place, act, ...look }: Screen): Promise<void> {
  const context = await browser.newContext({
    viewport: look.viewport ?? { width: 1280, height: 800 },
    colorScheme: look.colorScheme ?? 'light',
    forcedColors: look.forcedColors ?? 'none',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    acceptDownloads: false,
  })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && console.error(`${name}: ${message.text()}`))
  page.on('pageerror', (error) => console.error(`${name}: ${error.message}`))
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { status, headers, body } = await answerPage(SITE, new URL(route.request().url()))
    await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) })
  })
  await page.goto(`${ORIGIN}/index.html?scene=${scene}#/${place}`)
  await page.locator('main').waitFor()
  await settle(page)
  await act?.(page)
  await settle(page)
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
  await context.close()
}

/** Until the fake core has answered and React has drawn: pictures of a page at rest. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(500)
}
