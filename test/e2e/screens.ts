import { mkdirSync } from 'node:fs'
import path from 'node:path'
import chromium from '@sparticuz/chromium'
import { chromium as playwright } from 'playwright-core'
import { buildGallery } from './build-gallery.ts'
import { openScreen } from './open-screen.ts'
import { SCREENS } from './page/screen-list.ts'

/** Takes pictures of the gallery (`test/e2e/page`) for people to look at: `node test/e2e/screens.ts [part of a name…]`. */
const PICTURES = path.resolve(import.meta.dirname, '../../dist/screens')

const site = await buildGallery()
mkdirSync(PICTURES, { recursive: true })

const wanted = process.argv.slice(2)
const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  // One process for everything would end with the first closed window.
  args: chromium.args.filter((flag) => flag !== '--single-process' && flag !== '--no-zygote'),
  headless: true,
})
for (const screen of SCREENS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)))) {
  const page = await openScreen(browser, site, screen)
  await page.screenshot({ path: path.join(PICTURES, `${screen.name}.png`) })
  await page.context().close()
}
await browser.close()
