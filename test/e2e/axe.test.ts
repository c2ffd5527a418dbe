import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { Browser } from 'playwright-core'
import { buildGallery } from './build-gallery.ts'
import { openGalleryBrowser } from './gallery-browser.ts'
import { openScreen } from './open-screen.ts'
import { SCREENS, type Screen } from './page/screen-list.ts'

/** What a theme does not change is checked in the first. */
const THEMES = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', isFirst: true },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', isFirst: false },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active', isFirst: false },
] as const

/**
 * In full (`npm run test:soak`) every screen in every theme. Otherwise the first screens of each place, in the first theme,
 * and every component in all of them: colours are the components'. `AXE_SCREENS`, an expression, picks screens by name.
 */
const IS_FULL = process.env['AXE'] === 'all'
const TWIN = /-(dark|contrast|forced|rtl|small|narrow|zoom|zoomed|german|long|long-names|de)$/
const LEFT_OUT = IS_FULL ? /^gallery-.*-(dark|contrast|forced|rtl)$/ : TWIN
const PICKED = new RegExp(process.env['AXE_SCREENS'] ?? '')
const screens = SCREENS.filter(({ name }) => PICKED.test(name) && !LEFT_OUT.test(name))

/**
 * While a combo box is open, React Aria hides everything but its field and its list from screen readers, and the Tab key closes
 * it: nobody reaches what axe finds hidden and focusable there, or misses the heading. All other rules hold on these screens too.
 */
const OPEN_COMBO_BOX = /^gallery-open-combo-box-/
const HIDES_THE_REST = ['aria-hidden-focus', 'page-has-heading-one', 'region']

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
  const found: string[] = []
  for (const { name, colorScheme, forcedColors, isFirst } of themes) {
    await page.emulateMedia({ colorScheme, forcedColors })
    // Without frames there is nothing to join, so the results need no page of their own.
    // React Aria's announcer names things by reference, also for the seconds after they have gone.
    const axe = new AxeBuilder({ page })
      .setLegacyMode(true)
      .exclude('[data-live-announcer]')
      .disableRules(OPEN_COMBO_BOX.test(screen.name) ? HIDES_THE_REST : [])
    const { violations } = await (isFirst ? axe : axe.withRules(['color-contrast'])).analyze()
    found.push(
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, any }) => `${screen.name}, ${name} · ${id} · ${html.slice(0, 160)} · ${any[0]?.message ?? ''}`,
        ),
      ),
    )
  }
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
