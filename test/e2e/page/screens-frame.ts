import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
}

const searchFor = (query: string) => async (page: Page) => {
  await openPalette(page)
  await page.keyboard.type(query)
  await page.waitForTimeout(400)
}

async function openKeyMap(page: Page): Promise<void> {
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
}

/** The window around the places: palette, keyboard map, narrow, zoomed, mirrored, in German. */
export const FRAME_SCREENS: readonly Screen[] = [
  { name: 'frame-palette', scene: 'several', place: 'overview', act: openPalette },
  { name: 'frame-palette-dark', scene: 'several', place: 'devices', colorScheme: 'dark', act: searchFor('eu') },
  { name: 'frame-palette-serial', scene: 'usual', place: 'tokens', act: searchFor('c02') },
  { name: 'frame-palette-none', scene: 'empty', place: 'tokens', act: searchFor('nothing is called so') },
  { name: 'frame-palette-small', scene: 'several', place: 'tokens', viewport: SMALL, act: searchFor('e') },
  { name: 'frame-palette-zoom', scene: 'several', place: 'tokens', zoom: 2, act: searchFor('e') },
  { name: 'frame-keys', scene: 'usual', place: 'tokens', act: openKeyMap },
  { name: 'frame-keys-small', scene: 'usual', place: 'tokens', viewport: SMALL, colorScheme: 'dark', act: openKeyMap },
  { name: 'frame-running', scene: 'running', place: 'tokens' },
  { name: 'frame-running-small', scene: 'running', place: 'tokens', viewport: SMALL },
  { name: 'frame-german', scene: 'several', place: 'tokens', locale: 'de-DE' },
  { name: 'frame-german-devices', scene: 'several', place: 'devices', locale: 'de-DE' },
  { name: 'frame-contrast', scene: 'several', place: 'tokens', forcedColors: 'active' },
  ...(['overview', 'groups', 'tokens', 'devices', 'sync', 'settings'] as const).flatMap((place): readonly Screen[] => [
    { name: `frame-rtl-${place}`, scene: 'strange', place, direction: 'rtl' },
    { name: `frame-zoom-${place}`, scene: 'several', place, zoom: 2 },
    { name: `frame-small-dark-${place}`, scene: 'several', place, viewport: SMALL, colorScheme: 'dark' },
  ]),
]
