import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** What a theme does not change is checked in the first. */
export const THEMES = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none', isFirst: true },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', isFirst: false },
  { name: 'forced colours', colorScheme: 'light', forcedColors: 'active', isFirst: false },
] as const

/**
 * While a combo box is open, React Aria hides everything but its field and its list from screen readers, and the Tab key closes
 * it: nobody reaches what axe finds hidden and focusable there, or misses the heading. All other rules hold on these screens too.
 */
const OPEN_COMBO_BOX = /^gallery-open-combo-box-|^overlay-group-type-/
const HIDES_THE_REST = ['aria-hidden-focus', 'page-has-heading-one', 'region']

/** What axe finds on an opened screen, theme by theme, each with where it is. */
export async function findViolations(
  page: Page,
  screen: string,
  themes: typeof THEMES | readonly [(typeof THEMES)[0]],
): Promise<readonly string[]> {
  const found: string[] = []
  for (const { name, colorScheme, forcedColors, isFirst } of themes) {
    await page.emulateMedia({ colorScheme, forcedColors })
    // Without frames there is nothing to join, so the results need no page of their own.
    // React Aria's announcer names things by reference, also for the seconds after they have gone.
    const axe = new AxeBuilder({ page })
      .setLegacyMode(true)
      .exclude('[data-live-announcer]')
      .disableRules(OPEN_COMBO_BOX.test(screen) ? HIDES_THE_REST : [])
    const { violations } = await (isFirst ? axe : axe.withRules(['color-contrast'])).analyze()
    found.push(
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${screen}, ${name} · ${id} · ${html.slice(0, 160)} · ${any[0]?.message ?? ''}`),
      ),
    )
  }
  return found
}
