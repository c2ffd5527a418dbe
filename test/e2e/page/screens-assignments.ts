import type { Page } from 'playwright-core'
import type { Screen } from './screen-list.ts'

const SMALL = { width: 900, height: 600 } as const

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

/** Eight by name. */
async function selectSome(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Space')
  for (let step = 0; step < 7; step++) await page.keyboard.press('Shift+ArrowDown')
}

async function selectAll(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('Control+a')
}

async function openAssign(page: Page): Promise<void> {
  await selectAll(page)
  await press(/^(Assign profile|Profil zuweisen)/)(page)
  await page.getByRole('option').first().click()
}

async function assign(page: Page): Promise<void> {
  await openAssign(page)
  await page.getByRole('dialog').getByRole('button').last().click()
}

const fromMenu = (menu: string, item: string | RegExp) => async (page: Page) => {
  await selectSome(page)
  await press(menu)(page)
  await page.getByRole('menuitem', { name: item }).click()
}

const release = fromMenu('Assignment and release', /^Release/)

async function released(page: Page): Promise<void> {
  await release(page)
  await page.getByLabel('Type RELEASE 8 DEVICES').fill('RELEASE 8 DEVICES')
  await press(/^Release 8/)(page)
  await page.getByText('were released').waitFor()
}

const results = async (page: Page) => {
  await assign(page)
  await page.getByRole('list', { name: /^(Outcomes|Ergebnisse)$/ }).waitFor()
}

async function openDrawer(page: Page): Promise<void> {
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

const fromDrawer = (item: RegExp) => async (page: Page) => {
  await openDrawer(page)
  await press('Assignment and release')(page)
  await page.getByRole('menuitem', { name: item }).click()
}

const screen = (name: string, rest: Partial<Screen> = {}): Screen => ({
  name: `assignments-${name}`,
  scene: 'usual',
  place: 'devices',
  ...rest,
})

/** Assigning, releasing and locking, in every state somebody may find them in. */
export const ASSIGNMENT_SCREENS: readonly Screen[] = [
  screen('assign', { act: openAssign }),
  screen('assign-german-dark', { locale: 'de-DE', colorScheme: 'dark', act: openAssign }),
  screen('assign-small', { scene: 'strange', viewport: SMALL, act: openAssign }),
  screen('running', { act: assign }),
  screen('results', { act: results }),
  screen('results-dark-small', { colorScheme: 'dark', viewport: SMALL, act: results }),
  screen('results-german', { locale: 'de-DE', act: results }),
  screen('bar-german-small', { locale: 'de-DE', viewport: SMALL, act: selectSome }),
  screen('unassign', { act: fromMenu('Assignment and release', /^Take the profile/) }),
  screen('retry', { act: fromMenu('Assignment and release', /^Retry/) }),
  screen('release', { act: release }),
  screen('release-dark-small', { colorScheme: 'dark', viewport: SMALL, act: release }),
  screen('release-german', {
    locale: 'de-DE',
    act: fromMenu('Zuweisung und Freigabe', /^Aus der Organisation/),
  }),
  screen('released', { act: released }),
  screen('drawer', { viewport: { width: 1280, height: 1000 }, act: openDrawer }),
  screen('drawer-german', { locale: 'de-DE', viewport: { width: 1280, height: 1000 }, act: openDrawer }),
  screen('lock', { act: fromDrawer(/^Activation Lock/) }),
  screen('code', { act: fromDrawer(/^Show the bypass code/) }),
]
