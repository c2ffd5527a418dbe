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

const MENU = 'Assignment and release'
const GERMAN_MENU = 'Zuweisung und Freigabe'
const release = fromMenu(MENU, /^Release/)
const unassign = fromMenu(MENU, /^Take the profile/)
const retry = fromMenu(MENU, /^Retry/)

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

const fromDrawer =
  (item: RegExp, menu = MENU) =>
  async (page: Page) => {
    await openDrawer(page)
    await press(menu)(page)
    await page.getByRole('menuitem', { name: item }).click()
  }

const lock = fromDrawer(/^Activation Lock/)
const code = fromDrawer(/^Show the bypass code/)

async function locked(page: Page): Promise<void> {
  await lock(page)
  await press('Turn the lock on')(page)
  await page.getByRole('button', { name: 'Done' }).waitFor()
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
  screen('unassign', { act: unassign }),
  screen('retry', { act: retry }),
  screen('release', { act: release }),
  screen('release-dark-small', { colorScheme: 'dark', viewport: SMALL, act: release }),
  screen('release-german', {
    locale: 'de-DE',
    act: fromMenu(GERMAN_MENU, /^Aus der Organisation/),
  }),
  screen('released', { act: released }),
  screen('drawer', { viewport: { width: 1280, height: 1000 }, act: openDrawer }),
  screen('drawer-german', { locale: 'de-DE', viewport: { width: 1280, height: 1000 }, act: openDrawer }),
  screen('lock', { act: lock }),
  screen('locked', { act: locked }),
  screen('code', { act: code }),
  screen('assign-rtl', { direction: 'rtl', act: openAssign }),
  screen('assign-zoom', { zoom: 2, act: openAssign }),
  screen('unassign-dark', { viewport: SMALL, colorScheme: 'dark', act: unassign }),
  screen('unassign-german', { locale: 'de-DE', act: fromMenu(GERMAN_MENU, /^Profil/) }),
  screen('retry-dark', { viewport: SMALL, colorScheme: 'dark', act: retry }),
  screen('retry-german', { locale: 'de-DE', act: fromMenu(GERMAN_MENU, /wiederholen/) }),
  screen('results-rtl', { direction: 'rtl', act: results }),
  screen('results-zoom', { zoom: 2, act: results }),
  screen('release-rtl', { direction: 'rtl', act: release }),
  screen('release-zoom', { zoom: 2, act: release }),
  screen('lock-small', { viewport: SMALL, colorScheme: 'dark', act: lock }),
  screen('lock-german', { locale: 'de-DE', act: fromDrawer(/^Aktivierungssperre/, GERMAN_MENU) }),
  screen('lock-zoom', { zoom: 2, act: lock }),
  screen('code-rtl', { direction: 'rtl', act: code }),
  screen('code-german', { locale: 'de-DE', colorScheme: 'dark', act: fromDrawer(/^Umgehungscode/, GERMAN_MENU) }),
]
