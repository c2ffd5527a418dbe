import { expect, test } from '@playwright/test'
import type { Browser } from 'playwright-core'
import { buildGallery } from './build-gallery.ts'
import { findViolations, THEMES } from './find-violations.ts'
import { openGalleryBrowser } from './gallery-browser.ts'
import { openScreen } from './open-screen.ts'
import { SCREENS, type Screen } from './page/screen-list.ts'

/**
 * In full (`npm run test:soak`) every screen in every theme. Otherwise the first screens of each place, in the first theme,
 * and every component in all of them: colours are the components'. `AXE_SCREENS`, an expression, picks screens by name.
 */
const IS_FULL = process.env['AXE'] === 'all'
const TWIN = /-(dark|contrast|forced|rtl|small|narrow|zoom|zoomed|german|long|long-names|de)$/
const LEFT_OUT = IS_FULL ? /^gallery-.*-(dark|contrast|forced|rtl)$/ : TWIN
const PICKED = new RegExp(process.env['AXE_SCREENS'] ?? '')
const screens = SCREENS.filter(({ name }) => PICKED.test(name) && !LEFT_OUT.test(name))

const SCREEN_TIMEOUT_MS = 60_000
const SCREENS_PER_PLACE = 4

let browser: Browser
let site: string

test.beforeAll(async () => {
  site = await buildGallery()
  browser = await openGalleryBrowser()
})
test.afterAll(() => browser?.close())

async function check(
  screen: Screen,
  themes: typeof THEMES | readonly [(typeof THEMES)[0]],
): Promise<readonly string[]> {
  const page = await openScreen(browser, site, screen)
  const found = await findViolations(page, screen.name, themes)
  await page.context().close()
  return found
}

/** Screens of one place together: a failure makes the test runner start, and the gallery be built, anew. */
const areas = Map.groupBy(screens, ({ name }) => name.split('-')[0] ?? name)

for (const [area, members] of areas) {
  const chosen = IS_FULL ? members : members.slice(0, SCREENS_PER_PLACE)
  test(`axe finds nothing on the screens of ${area}`, async () => {
    test.setTimeout(chosen.length * SCREEN_TIMEOUT_MS)
    const found: string[] = []
    for (const [index, screen] of chosen.entries()) {
      const isThemed = IS_FULL || area === 'gallery' || index === 0
      found.push(...(await check(screen, isThemed ? THEMES : [THEMES[0]])))
    }
    for (const violation of found) console.error(violation)
    expect(found).toEqual([])
  })
}
