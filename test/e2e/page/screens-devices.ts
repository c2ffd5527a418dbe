import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

async function openDrawer(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Some by name: two by Space, a range with Shift. */
async function select(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowDown')
}

async function selectAll(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
}

async function openMove(page: Page): Promise<void> {
  await selectAll(page)
  await press(/^(Move to group|Verschieben)/)(page)
  await page.getByRole('option', { name: '/Global', exact: true }).or(page.getByRole('option').first()).first().click()
}

const device = (name: string, rest: Partial<Screen> = {}): Screen => ({
  name: `devices${name}`,
  scene: 'usual',
  place: 'devices',
  ...rest,
})

/** The place of the devices in every state somebody may find it in. */
export const DEVICE_SCREENS: readonly Screen[] = [
  device(''),
  device('-dark', { colorScheme: 'dark', act: openDrawer }),
  device('-contrast', { forcedColors: 'active', act: select }),
  device('-small', { viewport: SMALL }),
  device('-small-filters', { viewport: SMALL, act: press('Show the filters') }),
  device('-small-drawer', { scene: 'strange', viewport: SMALL, act: openDrawer }),
  device('-empty', { scene: 'empty' }),
  device('-broken', { scene: 'devices-broken' }),
  device('-none-match', { scene: 'strange', place: 'devices?search=nothing-has-this' }),
  device('-strange', { scene: 'strange' }),
  device('-rtl', { scene: 'strange', direction: 'rtl', act: select }),
  device('-zoomed', { zoom: 2 }),
  device('-german', { locale: 'de-DE', act: select }),
  device('-german-move', { locale: 'de-DE', colorScheme: 'dark', act: openMove }),
  device('-drawer', { viewport: { width: 1280, height: 1000 }, act: openDrawer }),
  device('-drawer-german', { viewport: { width: 1280, height: 1900 }, locale: 'de-DE', act: openDrawer }),
  device('-filter', { place: 'devices?family=iPad&assignment=failed&group=%2FGlobal%2FEMEA' }),
  device('-selected', { act: select }),
  device('-selected-small', { viewport: SMALL, act: selectAll }),
  device('-selected-dark', { colorScheme: 'dark', act: selectAll }),
  device('-move', { act: openMove }),
  device('-moving', {
    act: async (page) => {
      await openMove(page)
      await press(/^Move 1,000,000|^Move \d/)(page)
    },
  }),
  device('-views', { act: press(/^View/) }),
  device('-view-saved', {
    act: async (page) => {
      await press(/^View/)(page)
      await page.getByRole('menuitem', { name: /^Assignment failed/ }).click()
      await page.getByRole('columnheader', { name: 'Model' }).getByRole('button').click()
      await press(/^View/)(page)
    },
  }),
  device('-view-name', {
    act: async (page) => {
      await press(/^View/)(page)
      await page.getByRole('menuitem', { name: /^Save as/ }).click()
      await page.getByLabel('Name').fill('Assignment failed')
      await page.keyboard.press('Enter')
    },
  }),
  device('-columns', { act: press('Columns') }),
  device('-columns-dark', { colorScheme: 'dark', viewport: SMALL, act: press('Columns') }),
  device('-end', {
    act: async (page) => {
      await page.getByRole('grid').focus()
      await page.keyboard.press('Control+End')
    },
  }),
  device('-loading', {
    scene: 'slow',
    act: async (page) => {
      await page.getByRole('grid').focus()
      await page.waitForTimeout(600)
      await page.keyboard.press('Control+End')
    },
  }),
  device('-exported', {
    act: async (page) => {
      await press('Export CSV')(page)
      await page.getByText('exported', { exact: false }).first().waitFor()
    },
  }),
]
