import type { Page } from 'playwright-core'
import { press, type Overlay } from './overlay.ts'

const search = (query: string) => async (page: Page) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type(query)
  await page.waitForTimeout(400)
}

/** Over every place. */
export const FRAME_OVERLAYS: readonly Overlay[] = [
  { name: 'palette', place: 'tokens', open: search('e') },
  { name: 'palette-none', place: 'tokens', open: search('nothing is called so') },
  { name: 'keys', place: 'tokens', open: (page) => page.keyboard.press('?') },
  {
    name: 'fault',
    place: 'sync',
    onlyScene: 'faulty',
    open: (page) => page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' }),
  },
  {
    name: 'notices',
    place: 'overview',
    onlyScene: 'many',
    open: async (page, { frame }) => {
      await press(page, new RegExp(`^${frame.notices}`))
      await page.getByRole('complementary').waitFor()
    },
  },
]
