import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const
const TALL = { width: 1280, height: 1700 } as const

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

const openRow = (row: number) => async (page: Page) => {
  await page.getByRole('grid').focus()
  for (let index = 0; index < row; index++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

export const SYNC_SCREENS: readonly Screen[] = [
  { name: 'sync', scene: 'usual', place: 'sync' },
  { name: 'sync-dark', scene: 'usual', place: 'sync', colorScheme: 'dark' },
  { name: 'sync-running', scene: 'running', place: 'sync' },
  { name: 'sync-own', scene: 'usual', place: 'sync', act: press('Fetch all') },
  { name: 'sync-troubled', scene: 'several', place: 'sync', viewport: TALL },
  { name: 'sync-small', scene: 'several', place: 'sync', viewport: SMALL },
  { name: 'sync-strange', scene: 'strange', place: 'sync' },
  { name: 'sync-contrast', scene: 'several', place: 'sync', forcedColors: 'active' },
  { name: 'sync-german', scene: 'several', place: 'sync', viewport: TALL, locale: 'de-DE' },
  { name: 'sync-mirrored', scene: 'strange', place: 'sync', direction: 'rtl' },
  { name: 'sync-empty', scene: 'empty', place: 'sync' },
  { name: 'sync-broken', scene: 'broken', place: 'sync' },
  { name: 'sync-run', scene: 'usual', place: 'sync', act: openRow(0) },
  { name: 'sync-run-failed', scene: 'several', place: 'sync', colorScheme: 'dark', act: openRow(1) },
  { name: 'sync-run-small', scene: 'usual', place: 'sync', viewport: SMALL, act: openRow(0) },
  { name: 'sync-interval', scene: 'usual', place: 'sync', act: press('How often Global devices is synced') },
  { name: 'sync-accept-empty', scene: 'several', place: 'sync', act: press('Accept the empty list…') },
]
