import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { buildGallery } from './build-gallery.ts'
import { openGalleryBrowser } from './gallery-browser.ts'
import { openScreen } from './open-screen.ts'
import { overlayScreens } from './page/overlays/overlay-list.ts'
import { SCREENS } from './page/screen-list.ts'

/** Takes pictures of the gallery (`test/e2e/page`) for people to look at: `node test/e2e/screens.ts [part of a name…]`. */
const PICTURES = path.resolve(import.meta.dirname, '../../dist/screens')

const site = await buildGallery()
mkdirSync(PICTURES, { recursive: true })

const wanted = process.argv.slice(2)
const browser = await openGalleryBrowser()
const overlays = (['plain', 'small', 'rtl', 'zoom'] as const).flatMap(overlayScreens)
const chosen = [...SCREENS, ...overlays].filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
)
for (const screen of chosen) {
  try {
    const page = await openScreen(browser, site, screen)
    await page.screenshot({ path: path.join(PICTURES, `${screen.name}.png`) })
    await page.context().close()
  } catch (error) {
    console.error(`${screen.name}: ${String(error)}`)
    process.exitCode = 1
  }
}
await browser.close()
