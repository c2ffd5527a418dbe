import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const
const TALL = { width: 1280, height: 1500 } as const

async function openNotices(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^(Notices|Hinweise)/ })
    .first()
    .click()
  await page.getByRole('complementary').waitFor()
}

async function dismissFirst(page: Page): Promise<void> {
  await openNotices(page)
  const panel = page.getByRole('complementary')
  await panel
    .getByRole('button', { name: /^Dismiss/ })
    .first()
    .click()
  await panel.getByRole('button', { name: /^Dismissed/ }).click()
}

const scrollDown = (page: Page) => page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded()

/** The first place and the notice centre: calm, troubled, empty, broken; in every theme, small, mirrored, in German. */
export const OVERVIEW_SCREENS: readonly Screen[] = [
  { name: 'overview-well', scene: 'well', place: 'overview' },
  { name: 'overview-well-dark', scene: 'well', place: 'overview', colorScheme: 'dark' },
  { name: 'overview-usual', scene: 'usual', place: 'overview' },
  { name: 'overview-many', scene: 'many', place: 'overview', viewport: TALL },
  { name: 'overview-many-dark', scene: 'many', place: 'overview', viewport: TALL, colorScheme: 'dark' },
  { name: 'overview-many-small', scene: 'many', place: 'overview', viewport: SMALL },
  { name: 'overview-many-small-end', scene: 'many', place: 'overview', viewport: SMALL, act: scrollDown },
  { name: 'overview-many-german', scene: 'many', place: 'overview', viewport: TALL, locale: 'de-DE' },
  { name: 'overview-contrast', scene: 'several', place: 'overview', viewport: TALL, forcedColors: 'active' },
  { name: 'overview-rtl', scene: 'strange', place: 'overview', direction: 'rtl' },
  { name: 'overview-zoom', scene: 'several', place: 'overview', zoom: 2 },
  { name: 'overview-first', scene: 'empty', place: 'overview' },
  { name: 'overview-first-small', scene: 'empty', place: 'overview', viewport: SMALL, locale: 'de-DE' },
  { name: 'overview-broken', scene: 'broken', place: 'overview' },
  { name: 'overview-strange', scene: 'strange', place: 'overview' },
  { name: 'overview-small-dark', scene: 'usual', place: 'overview', viewport: SMALL, colorScheme: 'dark' },
  { name: 'overview-strange-small', scene: 'strange', place: 'overview', viewport: { width: 900, height: 1500 } },
  { name: 'notices-many', scene: 'many', place: 'overview', act: openNotices },
  { name: 'notices-many-dark', scene: 'many', place: 'devices', colorScheme: 'dark', act: openNotices },
  { name: 'notices-many-small', scene: 'many', place: 'tokens', viewport: SMALL, act: openNotices },
  { name: 'notices-many-german', scene: 'many', place: 'overview', locale: 'de-DE', act: openNotices },
  { name: 'notices-empty', scene: 'well', place: 'overview', act: openNotices },
  { name: 'notices-broken', scene: 'broken', place: 'overview', act: openNotices },
  { name: 'notices-dismissed', scene: 'several', place: 'overview', act: dismissFirst },
]
