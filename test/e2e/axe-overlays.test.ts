import { expect, test } from '@playwright/test'
import type { Browser, Page } from 'playwright-core'
import { buildGallery } from './build-gallery.ts'
import { findViolations, THEMES } from './find-violations.ts'
import { openGalleryBrowser } from './gallery-browser.ts'
import { openScreen } from './open-screen.ts'
import { overlayScreens } from './page/overlays/overlay-list.ts'

/**
 * What comes over a place, where there is least room for it (900×600 at 200 %, German, the longest names): whatever can be
 * operated is reached by scrolling at most, and nothing lies on it then. And axe finds nothing. Part of `npm run test:soak`.
 */
const IS_FULL = process.env['AXE'] === 'all'
const PICKED = new RegExp(process.env['AXE_SCREENS'] ?? '')
const SCREEN_TIMEOUT_MS = 30_000

let browser: Browser
let site: string

test.beforeAll(async () => {
  site = await buildGallery()
  browser = await openGalleryBrowser()
})
test.afterAll(() => browser?.close())

/** What is cut off or covered in what stands uppermost, each with a reason. */
function findUnreachable(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const BEGINNING_PX = 12
    const found: string[] = []
    const layer =
      [...document.querySelectorAll('[role=menu], [role=listbox]')].findLast(
        (list) => !list.closest('section, main'),
      ) ??
      [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].at(-1) ??
      document.querySelector('aside, [data-react-aria-top-layer]:has(button)') ??
      document.querySelector('main') ??
      document.body
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 60)}"`
    /** A message goes by itself. */
    const passes = (hit: Element) => hit.closest('[data-react-aria-top-layer]') !== null
    for (const told of layer.querySelectorAll('[role=alert]')) {
      const { left: start, top } = told.getBoundingClientRect()
      const seen = document.elementFromPoint(start + 8, top + 8)
      if (!told.contains(seen)) found.push(`${nameOf(told)} is told out of sight`)
    }
    const { left, right } = layer.getBoundingClientRect()
    if (left < -1 || right > innerWidth + 1) found.push(`${nameOf(layer)} is wider than the window`)
    for (const scroller of [layer, ...layer.querySelectorAll('*'), layer.parentElement ?? layer]) {
      const { overflowX } = getComputedStyle(scroller)
      const mayScroll = scroller.closest('[role=grid], [role=toolbar], table, pre, textarea, input') !== null
      if (overflowX === 'visible' || overflowX === 'clip' || mayScroll) continue
      if (overflowX !== 'hidden' && scroller.scrollWidth > scroller.clientWidth + 1)
        found.push(`${nameOf(scroller)} scrolls sideways`)
    }
    const operable = 'button, input, textarea, select, a[href], [role=menuitem], [role=option], [role=tab]'
    for (const element of layer.querySelectorAll<HTMLElement>(operable)) {
      const target = element.closest('label') ?? element
      const isSeen = target.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      if (!isSeen || element.matches('[type=file], :disabled, :is([role=grid], [aria-hidden=true]) *')) continue
      // What has the focus from the beginning is scrolled to as well.
      element.blur()
      element.focus()
      if (document.activeElement !== element || element.closest('[role=toolbar]'))
        target.scrollIntoView({ block: 'nearest' })
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const box = target.getBoundingClientRect()
      if (box.width <= 1 || box.height <= 1) continue
      const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, BEGINNING_PX)]
      const hit = document.elementFromPoint(x, y)
      if (hit === null) found.push(`${nameOf(target)} is outside of the window`)
      else if (!target.contains(hit) && !passes(hit)) found.push(`${nameOf(target)} lies below ${nameOf(hit)}`)
    }
    return found
  })
}

const areas = Map.groupBy(
  overlayScreens('tight').filter(({ name }) => IS_FULL && PICKED.test(name)),
  ({ name }) => name.split('-')[1] ?? name,
)

for (const [area, screens] of areas) {
  test(`everything is within reach at 900×600 and 200 %: ${area}`, async () => {
    test.setTimeout(screens.length * SCREEN_TIMEOUT_MS)
    const found: string[] = []
    for (const screen of screens) {
      const page = await openScreen(browser, site, screen)
      found.push(...(await findUnreachable(page)).map((what) => `${screen.name}: ${what}`))
      found.push(...(await findViolations(page, screen.name, THEMES)))
      await page.context().close()
    }
    for (const what of found) console.error(what)
    expect(found).toEqual([])
  })
}
